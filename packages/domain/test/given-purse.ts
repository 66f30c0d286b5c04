import type { History, PledgeFact } from '../src/risks/history.ts'
import { addMonths } from '../src/values/month.ts'

/** Each funder promises and pays the same share of 100 units on the fifth of every month of three years. */
export function purse(funders: readonly (readonly [string, number, string | null])[]): History {
  const months = Array.from({ length: 36 }, (_, index) => addMonths('2022-01', index))
  const pledges = funders.map(([organisationId, share, to]): PledgeFact => ({
    id: `p-${organisationId}`,
    initiativeId: null,
    organisationId,
    kind: 'cash',
    route: 'partner-co-funding',
    amountMinor: share * 100 * months.length,
    currency: 'EUR',
    quantity: null,
    unit: null,
    confirmedOn: '2022-01-01',
    from: '2022-01-01',
    to,
    status: 'confirmed',
  }))
  const dues = funders.flatMap(([organisationId, share]) =>
    months.map((month) => ({
      pledgeId: `p-${organisationId}`,
      dueOn: `${month}-05`,
      amountMinor: share * 100,
      quantity: null,
    })),
  )
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: funders.map(([id]) => ({ id, sector: 'other', legalStatus: 'civic', parentId: null })),
    memberships: null,
    initiatives: [],
    participations: [],
    bookings: null,
    pledges,
    instalments: dues,
    receipts: dues.map(({ dueOn, ...one }) => ({ ...one, receivedOn: dueOn })),
    costs: null,
    reserves: null,
  }
}
