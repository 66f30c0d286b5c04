import { fork, type ChildProcess } from 'node:child_process'
import { createSigner } from 'fast-jwt'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '../../../apps/api/src/database/migrate.ts'
import { freePort } from '../../free-port.ts'
import { serverAccount } from '../../postgres/account.ts'
import { ensureDatabase, takeLease } from '../../postgres/lease.ts'
import { placeAt, scratchRoot } from '../../postgres/place.ts'
import { generate, sizes, tenantsOf, type Tenant } from './generate.ts'
import { ask, CONNECTIONS, medianOf, type Ask } from './load.ts'
import { plansOf } from './plans.ts'

const SECRET = 'a benchmark secret of at least thirty-two bytes'
const ROUNDS = 3

interface Case {
  readonly name: string
  readonly least: number
  readonly product: (tenant: Tenant) => Ask
  readonly floor: (tenant: Tenant) => Ask
}

/** `pnpm bench api [small]`: shares of a hand-tuned floor, measured side by side in one run. */
export async function benchApi(sizeName: string): Promise<boolean> {
  const size = sizes[sizeName as keyof typeof sizes] ?? sizes.full
  const seconds = sizeName === 'small' ? 2 : 4
  const account = serverAccount()
  const home = mkdtempSync(path.join(scratchRoot(tmpdir(), account), 'commonweal-bench-'))
  chmodSync(home, 0o755)
  const lease = await takeLease(placeAt(home, account), { isDurable: true, isTemporary: true })
  const children: ChildProcess[] = []
  try {
    await ensureDatabase(lease.server, 'bench')
    const databaseUrl = lease.server.urlOf('bench')
    await migrate(databaseUrl)
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    console.log(
      `Data: ${size.communities} communities, ${size.initiatives} initiatives, ${size.participations + size.bookings + size.pledges} participations, bookings and pledges`,
    )
    await generate(client, size, console.log)
    const tenants = await tenantsOf(client)
    await client.end()

    const [productPort, floorPort] = [await freePort(), await freePort()]
    children.push(await started('../../../apps/api/bench/product.ts', [databaseUrl, SECRET, String(productPort)]))
    children.push(await started('../../../apps/api/bench/floor.ts', [databaseUrl, SECRET, String(floorPort)]))
    const product = `http://127.0.0.1:${productPort}`
    const floor = `http://127.0.0.1:${floorPort}`

    const verdicts = [
      ...(await shares(product, floor, tenants.many, seconds)),
      ...(await evenness(product, tenants, seconds)),
      ...(await plansOf(databaseUrl, SECRET, tenants.largest, tokenOf)),
    ]
    for (const { text, isMet } of verdicts) console.log(`${isMet ? 'met   ' : 'MISSED'}  ${text}`)
    return verdicts.every(({ isMet }) => isMet)
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await lease.release()
  }
}

export interface Verdict {
  readonly text: string
  readonly isMet: boolean
}

async function shares(product: string, floor: string, tenants: readonly Tenant[], seconds: number): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const each of cases()) {
    const rates: { product: number[]; floor: number[]; failed: number } = { product: [], floor: [], failed: 0 }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const side of round % 2 === 0 ? (['floor', 'product'] as const) : (['product', 'floor'] as const)) {
        let turn = 0
        const rate = await ask(side === 'floor' ? floor : product, seconds, CONNECTIONS, () => {
          const tenant = tenants[(turn += 1) % tenants.length] ?? tenants[0]
          if (!tenant) throw new Error('no tenant')
          return each[side](tenant)
        })
        rates[side].push(rate.perSecond)
        rates.failed += rate.failed
      }
    }
    const [ours, theirs] = [medianOf(rates.product), medianOf(rates.floor)]
    const share = ours / theirs
    verdicts.push({
      text: `${each.name}: ${share.toFixed(2)} of the floor (${ours.toFixed(0)}/s of ${theirs.toFixed(0)}/s), at least ${each.least}; ${rates.failed} failed`,
      isMet: share >= each.least && rates.failed === 0,
    })
  }
  return verdicts
}

/** The largest tenant is as quick as the median one, and a late page as the first. */
async function evenness(
  product: string,
  { largest, median }: { largest: Tenant; median: Tenant },
  seconds: number,
): Promise<Verdict[]> {
  const list =
    (tenant: Tenant, query = '') =>
    () => ({
      method: 'GET' as const,
      path: `/api/v1/communities/${tenant.communityId}/initiatives?limit=50${query}`,
      token: tokenOf(tenant),
    })
  const cursor = await cursorOfPage(product, largest, 100)
  const time = async (next: () => Ask) => {
    const rounds: number[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push(1 / (await ask(product, seconds / 2, 4, next)).perSecond)
    return medianOf(rounds)
  }
  const [first, late, small] = [
    await time(list(largest)),
    await time(list(largest, `&cursor=${cursor.value}`)),
    await time(list(median)),
  ]
  return [
    {
      text: `largest tenant (${largest.initiatives} initiatives) over the median (${median.initiatives}): ${(first / small).toFixed(2)}, at most 1.5`,
      isMet: first / small <= 1.5,
    },
    { text: `page ${cursor.page} over page 1: ${(late / first).toFixed(2)}, at most 1.2`, isMet: late / first <= 1.2 },
  ]
}

async function cursorOfPage(product: string, tenant: Tenant, page: number): Promise<{ value: string; page: number }> {
  let value = ''
  for (let at = 1; at < page; at += 1) {
    const answer = await fetch(
      `${product}/api/v1/communities/${tenant.communityId}/initiatives?limit=50${value ? `&cursor=${value}` : ''}`,
      {
        headers: { authorization: `Bearer ${tokenOf(tenant)}` },
      },
    )
    const { nextCursor } = (await answer.json()) as { nextCursor: string | null }
    if (nextCursor === null) return { value, page: at }
    value = nextCursor
  }
  return { value, page }
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

function tokenOf(tenant: Tenant): string {
  const known = tokens.get(tenant.sessionId)
  if (known) return known
  const token = sign({ sub: tenant.accountId, sid: tenant.sessionId })
  tokens.set(tenant.sessionId, token)
  return token
}

function cases(): Case[] {
  const get =
    (path: (tenant: Tenant) => string) =>
    (tenant: Tenant): Ask => ({ method: 'GET', path: path(tenant), token: tokenOf(tenant) })
  const api = (tenant: Tenant) => `/api/v1/communities/${tenant.communityId}`
  let slot = 0
  const tomorrow = (Math.floor(Date.now() / 3_600_000) + 24) * 3_600_000
  // Each booking gets a free hour of its own, in the future, on the same spaces for both sides.
  const create =
    (path: (tenant: Tenant) => string) =>
    (tenant: Tenant): Ask => {
      slot += 1
      const starts = tomorrow + slot * 3_600_000
      const body = {
        organisationId: tenant.organisationId,
        startsAt: new Date(starts).toISOString(),
        endsAt: new Date(starts + 3_000_000).toISOString(),
      }
      return { method: 'POST', path: path(tenant), token: tokenOf(tenant), body: JSON.stringify(body) }
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
      product: get((t) => `${api(t)}/spaces/${t.spaceId}`),
      floor: get((t) => `/point/${t.communityId}/${t.spaceId}`),
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
      product: create((t) => `${api(t)}/spaces/${t.spaceId}/bookings`),
      floor: create((t) => `/create/${t.communityId}/${t.spaceId}`),
    },
  ]
}

/** A server in a process of its own, ready to be asked. */
function started(module: string, args: string[]): Promise<ChildProcess> {
  const child = fork(new URL(module, import.meta.url), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`${module} ended with ${code}`)))
  })
}
