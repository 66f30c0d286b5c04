import { describe, expect, it } from 'vitest'
import { monthIndex } from '../../values/month.ts'
import { datedFacts } from '../dated-facts.ts'
import type { History, PledgeFact } from '../history.ts'
import { parameters } from '../parameters.ts'
import { evaluate } from '../timeline.ts'
import { moneyAt } from '../what-if/money-ahead.ts'
import { coverage } from './coverage.ts'
import { incomeByRoute } from './income-by-route.ts'
import { overdueByAge } from './overdue-by-age.ts'

const pledge = (id: string, organisationId: string, route: string): PledgeFact => ({
  id,
  initiativeId: null,
  organisationId,
  kind: 'cash',
  route,
  amountMinor: 24_000,
  currency: 'EUR',
  quantity: null,
  unit: null,
  confirmedOn: '2025-01-01',
  from: '2025-01-01',
  to: '2026-12-31',
  status: 'confirmed',
})
const months = Array.from(
  { length: 24 },
  (_, index) => `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
)
const dues = (pledgeId: string, amountMinor: number) =>
  months.map((month) => ({ pledgeId, dueOn: `${month}-10`, amountMinor, quantity: null }))

const town: History = {
  currency: 'EUR',
  dataCompleteThrough: null,
  organisations: [
    { id: 'city', sector: 'local-government', legalStatus: 'public', parentId: null },
    { id: 'bank', sector: 'finance', legalStatus: 'civic', parentId: null },
  ],
  memberships: null,
  initiatives: [],
  participations: [],
  bookings: null,
  pledges: [
    pledge('big', 'city', 'local-budget'),
    pledge('small', 'bank', 'donation'),
    pledge('more', 'bank', 'sponsorship'),
  ],
  instalments: [...dues('big', 6_000), ...dues('small', 1_000), ...dues('more', 1_000)],
  receipts: [
    ...dues('big', 6_000).slice(0, 10),
    ...dues('small', 1_000).slice(0, 12),
    ...dues('more', 1_000).slice(0, 12),
  ].map(({ dueOn, ...one }) => ({ ...one, receivedOn: dueOn })),
  costs: months.slice(0, 12).map((month) => ({
    initiativeId: null,
    dueOn: `${month}-15`,
    amountMinor: 8_000,
    currency: 'EUR',
  })),
  reserves: [{ on: '2025-12-31', amountMinor: 12_000, currency: 'EUR' }],
}
const facts = () => datedFacts(town)
const money = () => moneyAt(facts(), monthIndex('2026-01'), parameters.funding)
const cover = (haircut: number, largestPays: number, delayMonths: number) =>
  coverage(money(), { haircut, largestPays, delayMonths }, 'city', 18, parameters.funding)

describe('coverage', () => {
  it('as expected is the runway of the funding flag', () => {
    const { runway } = evaluate(town, '2026-01').funding.sublevels
    expect(cover(0.95, 1, 0).lastsMonths).toBe(runway.months)
    expect(cover(0.86, 1, 0).lastsMonths).toBe(runway.stressMonths)
    expect(cover(0.78, 1, 0).lastsMonths).toBe(runway.severeMonths)
  })

  it('without the largest funder the reserves go at what is missing each month', () => {
    // 12,000 in hand; 2,000 come and 8,000 go each month.
    expect(cover(1, 0, 0).lastsMonths).toBe(2)
    expect(cover(1, 0.5, 0).months[0]?.incomeMinor).toBe(5_000)
  })

  it('a delay moves the income, and nothing comes meanwhile', () => {
    expect(
      cover(1, 1, 2)
        .months.slice(0, 3)
        .map((one) => one.incomeMinor),
    ).toEqual([0, 0, 8_000])
    expect(cover(1, 1, 2).negativeIn).toBe('2026-02')
  })

  it('more strain never leaves more', () => {
    let before = Infinity
    for (const pays of [1, 0.75, 0.5, 0.25, 0]) {
      const left = cover(0.86, pays, 1).months.at(-1)?.balanceMinor ?? 0
      expect(left).toBeLessThanOrEqual(before)
      before = left
    }
  })
})

describe('income by route', () => {
  it('sums receipts of twelve months by route and by the five ways', () => {
    const { routes, ways, incomeMinor, basis } = incomeByRoute(facts(), '2026-01', 12)
    expect([basis, incomeMinor]).toEqual(['receipts', 84_000])
    expect(routes.map((one) => [one.key, one.amountMinor, one.funders])).toEqual([
      ['local-budget', 60_000, 1],
      ['donation', 12_000, 1],
      ['sponsorship', 12_000, 1],
    ])
    expect(ways.map((one) => [one.key, one.amountMinor, one.funders])).toEqual([
      ['local-budget', 60_000, 1],
      ['private-sponsorship', 24_000, 1],
    ])
  })
})

describe('overdue by age', () => {
  it('counts what is late by its days, the oldest settled first', () => {
    // The city paid ten of its instalments: those of 10 November and 10 December are open on 15 January, 66 and 36 days late; so are three of 10 January.
    expect(overdueByAge(town, '2026-01-15')).toEqual([
      { from: 1, to: 30, amountMinor: 8_000, pledges: 3 },
      { from: 31, to: 60, amountMinor: 6_000, pledges: 1 },
      { from: 61, to: 90, amountMinor: 6_000, pledges: 1 },
      { from: 91, to: null, amountMinor: 0, pledges: 0 },
    ])
  })

  it('is unknown where receipts are not kept', () => {
    expect(overdueByAge({ ...town, receipts: null }, '2026-01-15')).toBeNull()
  })
})
