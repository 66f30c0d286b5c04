import { randomBytes, randomUUID } from 'node:crypto'
import type { DemoApi } from './demo-api.ts'

export interface GivenPartner {
  readonly id: string
  readonly name: string
  readonly revision: number
}

/** An active partner that no other test touches. */
export async function anActivePartner(api: DemoApi, kind: string): Promise<GivenPartner> {
  return api.ask<GivenPartner>('partners', {
    method: 'POST',
    headers: { 'idempotency-key': randomUUID() },
    body: {
      name: `${kind} ${randomBytes(3).toString('hex')}`,
      sector: 'culture',
      legalStatus: 'civic',
      country: 'AT',
      joinedOn: '2024-03-01',
    },
  })
}

/** A room without opening hours, hosted by a partner, that no other test books; the host is asked only where it says so. */
export async function aRoom(
  api: DemoApi,
  host: GivenPartner,
  needsApproval = false,
): Promise<{ id: string; name: string }> {
  return api.ask('spaces', {
    method: 'POST',
    headers: { 'idempotency-key': randomUUID() },
    body: {
      name: `Room of ${host.name}`,
      kind: 'physical',
      address: 'Station Road 1',
      hostId: host.id,
      needsApproval,
    },
  })
}
