import { describe, expect, it } from 'vitest'
import { monthIndex } from '../../values/month.ts'
import { datedFacts } from '../dated-facts.ts'
import type { History, PledgeFact } from '../history.ts'
import { parameters } from '../parameters.ts'
import { moneyAt } from '../what-if/money-ahead.ts'
import { coverage } from './coverage.ts'
import { incomeByRoute, wayOfRoute, waysOfFunding } from './income-by-route.ts'
import { overdueByAge } from './overdue-by-age.ts'

const pledge = (id: string, organisationId: string, more: Partial<PledgeFact> = {}): PledgeFact => ({
  id,
  initiativeId: null,
  organisationId,
  kind: 'cash',
  route: 'donation',
  amountMinor: null,
  currency: 'EUR',
  quantity: null,
  unit: null,
  confirmedOn: '2025-01-01',
  from: null,
  to: null,
  status: 'confirmed',
  ...more,
})
const due = (pledgeId: string, dueOn: string, amountMinor: number | null) => ({
  pledgeId,
  dueOn,
  amountMinor,
  quantity: null,
})
const paid = (pledgeId: string, receivedOn: string, amountMinor: number | null) => ({
  pledgeId,
  receivedOn,
  amountMinor,
  quantity: null,
})
const town: History = {
  currency: 'EUR',
  dataCompleteThrough: null,
  organisations: [
    { id: 'bank', sector: 'finance', legalStatus: 'private', parentId: null },
    { id: 'club', sector: 'sport', legalStatus: 'civic', parentId: null },
  ],
  memberships: null,
  initiatives: [],
  participations: [],
  bookings: null,
  pledges: [],
  instalments: [],
  receipts: [],
  costs: null,
  reserves: null,
}

describe('overdue by age', () => {
  // Seen from 31 December 2025: 1 day late on the 30th, 30 on the 1st, 31 on 30 November, 60 on 1 November, 61 on 31 October,
  // 90 on 2 October, 91 on the 1st.
  const TODAY = '2025-12-31'
  const days = ['2025-12-30', '2025-12-01', '2025-11-30', '2025-11-01', '2025-10-31', '2025-10-02', '2025-10-01']
  const overdue = (more: Partial<History>) =>
    overdueByAge({ ...town, pledges: [pledge('gift', 'club')], ...more }, TODAY)?.map((age) => age.amountMinor)

  it('goes by days, with both ends of each age in it', () => {
    const instalments = days.map((on, index) => due('gift', on, 10 ** index))
    expect(overdue({ instalments })).toEqual([11, 1100, 110_000, 1_000_000])
    expect(overdue({ instalments: instalments.toReversed() })).toEqual([11, 1100, 110_000, 1_000_000])
  })

  it('begins on the day after, and ends with what was received until today', () => {
    expect(overdue({ instalments: [due('gift', TODAY, 5), due('gift', '2026-01-01', 5)] })).toEqual([0, 0, 0, 0])
    const instalments = [due('gift', '2025-12-30', 5)]
    expect(overdue({ instalments, receipts: [paid('gift', TODAY, 3)] })).toEqual([2, 0, 0, 0])
    expect(overdue({ instalments, receipts: [paid('gift', '2026-01-01', 3)] })).toEqual([5, 0, 0, 0])
    expect(overdue({ instalments, receipts: [paid('gift', TODAY, 5)] })).toEqual([0, 0, 0, 0])
    expect(overdue({ instalments, receipts: [paid('gift', TODAY, null), paid('other', TODAY, 5)] })).toEqual([
      5, 0, 0, 0,
    ])
  })

  it('settles the oldest first, whatever is told first', () => {
    const instalments = [due('gift', '2025-12-30', 5), due('gift', '2025-10-01', 7), due('gift', '2025-11-30', 1)]
    expect(overdue({ instalments, receipts: [paid('gift', '2025-10-05', 8)] })).toEqual([5, 0, 0, 0])
    expect(overdue({ instalments, receipts: [paid('gift', '2025-10-05', 3)] })).toEqual([5, 1, 0, 4])
  })

  it('is of confirmed money of the community', () => {
    const instalments = [due('gift', '2025-12-30', 5), due('gift', '2025-12-29', null)]
    const of = (more: Partial<PledgeFact>) => overdue({ pledges: [pledge('gift', 'club', more)], instalments })
    expect(of({})).toEqual([5, 0, 0, 0])
    for (const more of [{ status: 'offered' }, { status: 'written-off' }, { kind: 'in-kind' }, { currency: 'SEK' }])
      expect(of(more)).toEqual([0, 0, 0, 0])
  })

  it('counts each promise once in an age', () => {
    const pledges = [pledge('gift', 'club'), pledge('more', 'club')]
    const instalments = [due('gift', '2025-12-30', 5), due('gift', '2025-12-29', 5), due('more', '2025-12-28', 5)]
    expect(overdueByAge({ ...town, pledges, instalments }, TODAY)?.[0]).toEqual({
      from: 1,
      to: 30,
      amountMinor: 15,
      pledges: 2,
    })
  })

  it('is unknown where promises or their instalments are not kept', () => {
    expect(overdueByAge({ ...town, pledges: null }, TODAY)).toBeNull()
    expect(overdueByAge({ ...town, instalments: null }, TODAY)).toBeNull()
  })
})

describe('income by route', () => {
  const routes = [
    'sponsorship',
    'donation',
    'paid-services',
    'grant-national',
    'grant-european',
    'own-legal-body',
    'else',
  ]
  const read = (more: Partial<History>) => incomeByRoute(datedFacts({ ...town, ...more }), '2026-01', 12)

  it('goes by route and by way, the largest first, then by name', () => {
    const pledges = routes.map((route) => pledge(route, 'club', { route }))
    const receipts = routes.map((route) => paid(route, '2025-06-01', 10))
    const income = read({ pledges, receipts })
    expect(income.incomeMinor).toBe(70)
    expect(income.routes.map((one) => one.key)).toEqual([...routes].sort())
    expect(income.ways.map((one) => [one.key, one.amountMinor])).toEqual([
      ['private-sponsorship', 20],
      ['start-money', 20],
      ['co-funding', 10],
      ['own-organisation', 10],
      ['services', 10],
    ])
    expect(income.ways[0]?.share).toBeCloseTo(2 / 7, 12)
  })

  it('knows a way for every route and no other way', () => {
    expect(new Set(Object.values(wayOfRoute))).toEqual(new Set(waysOfFunding))
  })

  it('leaves out what was paid back, and counts the funders who gave', () => {
    const pledges = [pledge('a', 'club'), pledge('b', 'bank'), pledge('c', 'club', { route: 'sponsorship' })]
    const receipts = [
      paid('a', '2025-06-01', 10),
      paid('b', '2025-06-01', 5),
      paid('b', '2025-07-01', -5),
      paid('c', '2025-07-01', -4),
    ]
    const { routes: read_, incomeMinor } = read({ pledges, receipts })
    expect(read_).toEqual([{ key: 'donation', amountMinor: 10, funders: 1, share: 1 }])
    expect(incomeMinor).toBe(10)
  })

  it('is of the twelve months before the month', () => {
    const receipts = ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map((on, index) =>
      paid('a', on, 10 ** index),
    )
    expect(read({ pledges: [pledge('a', 'club')], receipts }).incomeMinor).toBe(110)
  })

  it('is told by instalments of confirmed promises where receipts are not kept', () => {
    const pledges = [pledge('a', 'club'), pledge('b', 'club', { status: 'written-off' })]
    const instalments = [due('a', '2025-06-01', 3), due('b', '2025-06-01', 4)]
    expect(read({ pledges, instalments, receipts: null })).toMatchObject({ basis: 'instalments', incomeMinor: 3 })
    expect(read({ pledges, instalments: null, receipts: null })).toEqual({
      basis: null,
      incomeMinor: 0,
      routes: [],
      ways: [],
    })
  })
})

describe('coverage', () => {
  const pledges = [pledge('gift', 'bank'), pledge('fee', 'club')]
  const instalments = ['2026-01-10', '2026-02-10'].flatMap((on) => [due('gift', on, 1000), due('fee', on, 500)])
  const costs = [{ initiativeId: null, dueOn: '2025-12-15', amountMinor: 1000, currency: 'EUR' }]
  const reserves = [{ on: '2025-12-31', amountMinor: 250, currency: 'EUR' }]
  const cover = (more: Partial<History>, haircut = 1, largestPays = 1, delayMonths = 0) =>
    coverage(
      moneyAt(
        datedFacts({ ...town, pledges, instalments, costs, reserves, ...more }),
        monthIndex('2026-01'),
        parameters.funding,
      ),
      { haircut, largestPays, delayMonths },
      'bank',
      3,
      parameters.funding,
    )

  it('counts half of what comes from private funders who have not paid twice', () => {
    // 1,000 × 0.475 and 500 × 0.95 come, 1,000 go: 200 are left, then 150; in March 1,000 are missing.
    const { months, lastsMonths, negativeIn } = cover({}, 0.95)
    expect(months).toEqual([
      { month: '2026-01', incomeMinor: 950, costMinor: 1000, balanceMinor: 200 },
      { month: '2026-02', incomeMinor: 950, costMinor: 1000, balanceMinor: 150 },
      { month: '2026-03', incomeMinor: 0, costMinor: 1000, balanceMinor: -850 },
    ])
    expect(lastsMonths).toBeCloseTo(2.15, 12)
    expect(negativeIn).toBe('2026-03')
  })

  it('that ends at nothing is not below it', () => {
    expect(cover({ reserves: [{ on: '2025-12-31', amountMinor: 1000, currency: 'EUR' }] })).toMatchObject({
      lastsMonths: 3,
      negativeIn: null,
    })
  })

  it('rounds amounts down', () => {
    expect(cover({}, 0.333, 0.33).months[0]).toMatchObject({ incomeMinor: 221, balanceMinor: -529 })
  })

  it.each([{ reserves: null }, { costs: null }, { instalments: null }])('is not known with %j', (more) => {
    const { months, lastsMonths, negativeIn } = cover(more)
    expect([months[0]?.balanceMinor, lastsMonths, negativeIn]).toEqual([null, null, null])
  })
})
