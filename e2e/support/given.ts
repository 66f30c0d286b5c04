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
