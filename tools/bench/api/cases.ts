import { createSigner } from 'fast-jwt'
import type { Tenant } from './generate.ts'
import type { Ask } from './load.ts'

export const SECRET = 'a benchmark secret of at least thirty-two bytes'

export interface Case {
  readonly name: string
  /** The share of the floor the product promises to reach. */
  readonly least: number
  readonly product: (tenant: Tenant) => Ask
  readonly floor: (tenant: Tenant) => Ask
}

const sign = createSigner({
  key: SECRET,
  algorithm: 'HS256',
  iss: 'commonweal',
  aud: 'commonweal-api',
  expiresIn: 3_600_000,
  header: { alg: 'HS256', typ: 'at+jwt' },
})
const tokens = new Map<string, string>()

export function tokenOf(tenant: Tenant): string {
  const known = tokens.get(tenant.sessionId)
  if (known) return known
  const token = sign({ sub: tenant.accountId, sid: tenant.sessionId })
  tokens.set(tenant.sessionId, token)
  return token
}

const api = (tenant: Tenant) => `/api/v1/communities/${tenant.communityId}`

const get =
  (path: (tenant: Tenant) => string) =>
  (tenant: Tenant): Ask => ({ method: 'GET', path: path(tenant), token: tokenOf(tenant) })

const SLOT_MS = 600_000

/** What both sides are asked, with the same paths' meaning, tenants and bodies. */
export function cases(): readonly Case[] {
  const tomorrow = (Math.floor(Date.now() / 3_600_000) + 24) * 3_600_000
  // Each booking gets ten free minutes of its own, in the future, on the same spaces: one side the even tens, the other
  // the odd ones. A space has more of them within the three years the product books ahead than a run can use up.
  const create = (side: 0 | 1, path: (tenant: Tenant, spaceId: string) => string) => {
    const turns = new Map<string, number>()
    return (tenant: Tenant): Ask => {
      const turn = turns.get(tenant.communityId) ?? 0
      turns.set(tenant.communityId, turn + 1)
      const spaceId = tenant.spaceIds[turn % tenant.spaceIds.length] ?? ''
      const starts = tomorrow + (2 * Math.floor(turn / tenant.spaceIds.length) + side) * SLOT_MS
      const body = {
        organisationId: tenant.organisationId,
        startsAt: new Date(starts).toISOString(),
        endsAt: new Date(starts + SLOT_MS).toISOString(),
      }
      return { method: 'POST', path: path(tenant, spaceId), token: tokenOf(tenant), body: JSON.stringify(body) }
    }
  }
  return [
    {
      name: 'list of 50 joined rows',
      least: 0.7,
      product: get((t) => `${api(t)}/bookings?limit=50`),
      floor: get((t) => `/list/${t.communityId}`),
    },
    {
      name: 'point',
      least: 0.55,
      product: get((t) => `${api(t)}/spaces/${t.spaceIds[0]}`),
      floor: get((t) => `/point/${t.communityId}/${t.spaceIds[0]}`),
    },
    {
      name: 'filtered list',
      least: 0.55,
      product: get((t) => `${api(t)}/initiatives?limit=20&state=active&kind=joint`),
      floor: get((t) => `/filter/${t.communityId}`),
    },
    { name: 'aggregate', least: 0.65, product: get(api), floor: get((t) => `/aggregate/${t.communityId}`) },
    {
      name: 'create a booking',
      least: 0.7,
      product: create(0, (t, spaceId) => `${api(t)}/spaces/${spaceId}/bookings`),
      floor: create(1, (t, spaceId) => `/create/${t.communityId}/${spaceId}`),
    },
  ]
}
