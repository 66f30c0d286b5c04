import type { History } from '../src/risks/history.ts'
import { addMonths, type Month } from '../src/values/month.ts'

interface Paid {
  readonly from: Month
  readonly months: number
  /** Minor units that each funder promises and pays on the fifth of every month. */
  readonly funders: Readonly<Record<string, number>>
}

/** A community of funders who keep their word month by month; nothing else is kept. */
export function givenPaid({ from, months, funders }: Paid): History {
  const paidIn = Array.from({ length: months }, (_, index) => `${addMonths(from, index)}-05`)
  const dues = Object.entries(funders).flatMap(([organisationId, amountMinor]) =>
    paidIn.map((dueOn) => ({ pledgeId: `p-${organisationId}`, dueOn, amountMinor, quantity: null })),
  )
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: Object.keys(funders).map((id) => ({ id, sector: 'other', legalStatus: 'civic', parentId: null })),
    memberships: null,
    initiatives: [],
    participations: [],
    bookings: null,
    pledges: Object.entries(funders).map(([organisationId, amountMinor]) => ({
      id: `p-${organisationId}`,
      initiativeId: null,
      organisationId,
      kind: 'cash',
      route: 'partner-co-funding',
      amountMinor: amountMinor * months,
      currency: 'EUR',
      quantity: null,
      unit: null,
      confirmedOn: `${from}-01`,
      from: `${from}-01`,
      to: `${addMonths(from, months)}-01`,
      status: 'confirmed',
    })),
    instalments: dues,
    receipts: dues.map(({ dueOn, ...one }) => ({ ...one, receivedOn: dueOn })),
    costs: null,
    reserves: null,
  }
}
