import type { History, PledgeFact } from '../src/risks/history.ts'

const organisation = (id: string, legalStatus: string) => ({ id, sector: 'other', legalStatus, parentId: null })
/** Only who there is. */
export const nothing: History = {
  currency: 'EUR',
  dataCompleteThrough: null,
  organisations: [organisation('club', 'civic'), organisation('bank', 'private'), organisation('zoo', 'civic')],
  memberships: null,
  initiatives: [],
  participations: [],
  bookings: null,
  pledges: null,
  instalments: null,
  receipts: null,
  costs: null,
  reserves: null,
}
/** A promise of money, without an amount, a span or an end unless said. */
export const pledge = (id: string, organisationId: string, more: Partial<PledgeFact> = {}): PledgeFact => ({
  id,
  initiativeId: null,
  organisationId,
  kind: 'cash',
  route: 'donation',
  amountMinor: null,
  currency: 'EUR',
  quantity: null,
  unit: null,
  confirmedOn: '2023-12-01',
  from: null,
  to: null,
  status: 'confirmed',
  ...more,
})
export const due = (pledgeId: string, dueOn: string, amountMinor: number | null) => ({
  pledgeId,
  dueOn,
  amountMinor,
  quantity: null,
})
export const paid = (pledgeId: string, receivedOn: string, amountMinor: number | null) => ({
  pledgeId,
  receivedOn,
  amountMinor,
  quantity: null,
})
