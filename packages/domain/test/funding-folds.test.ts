import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import { committedCost } from '../src/risks/funding/committed-cost.ts'
import { scheduledIncome } from '../src/risks/funding/scheduled-income.ts'
import type { History, PledgeFact } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { type Month, monthIndex } from '../src/values/month.ts'
import { moved } from './moved.ts'
import { due, nothing, paid, pledge } from './given-promises.ts'

const lines = parameters.funding
const cost = (dueOn: string, amountMinor: number, initiativeId: string | null = null, currency = 'EUR') => ({
  initiativeId,
  dueOn,
  amountMinor,
  currency,
})

describe('committed cost', () => {
  const costs = [cost('2024-01-10', 100), cost('2024-02-10', 201), cost('2024-02-20', 9, null, 'SEK')]
  const read = (more: Partial<History>, month: Month) =>
    moved(committedCost(lines), datedFacts({ ...nothing, ...more }), month)
  const march = monthIndex('2024-03')

  it('goes on at the mean of the months that are known, rounded up', () => {
    const known = read({ costs }, '2024-03')
    expect(known.recent(march, 6)).toEqual({ costMinor: 301, months: 2 })
    expect(known.recent(march, 1)).toEqual({ costMinor: 201, months: 1 })
    expect(known.ahead(march, 3)).toEqual([151, 151, 151])
  })

  it('has its mean over no more than a year', () => {
    const year = read(
      { costs: [cost('2023-02-28', 9999), cost('2023-03-01', 120), cost('2024-02-29', 240)] },
      '2024-03',
    )
    expect(year.ahead(march, 1)).toEqual([30])
    expect(year.recent(march, 13)).toEqual({ costMinor: 10_359, months: 13 })
  })

  it('counts what an initiative plans in the months it is planned for, and goes on by its own mean', () => {
    const garden = {
      id: 'garden',
      kind: 'joint',
      startedOn: '2024-01-05',
      plannedEndOn: null,
      endedOn: null,
      endState: null,
    }
    const planned = [...costs, cost('2024-02-15', 50, 'garden'), cost('2024-04-15', 70, 'garden')]
    const known = read({ initiatives: [garden], costs: planned }, '2024-03')
    // Of the community 151 a month; of the garden nothing in March, 70 in April, then the half of 50.
    expect(known.ahead(march, 3)).toEqual([151, 221, 176])
  })

  describe('of initiatives', () => {
    const garden = {
      id: 'g',
      kind: 'joint',
      startedOn: '2023-12-05',
      plannedEndOn: null,
      endedOn: null,
      endState: null,
    }
    const ahead = (dueOn: string, amountMinor: number) => ({ ...cost(dueOn, amountMinor, 'g'), knownOn: '2024-02-29' })
    const from = (past: History['costs'] & object) => ({
      costs: (...more: History['costs'] & object) =>
        read({ initiatives: [garden], costs: [...past, ...more] }, '2024-03').ahead(march, 5),
    })
    const monthly = from([cost('2024-01-15', 100, 'g'), cost('2024-02-15', 100, 'g')])

    it('is the mean at least where they cost something every month and a bill is known early, however large', () => {
      expect(monthly.costs()).toEqual([100, 100, 100, 100, 100])
      expect(monthly.costs(ahead('2024-07-10', 20))).toEqual([100, 100, 100, 100, 100])
      expect(monthly.costs(ahead('2024-06-10', 900))).toEqual([100, 100, 100, 900, 100])
    })

    it('is what they plan while that comes to half of the mean, month for month', () => {
      expect(monthly.costs(ahead('2024-03-10', 50), ahead('2024-04-10', 50))).toEqual([50, 50, 100, 100, 100])
      expect(monthly.costs(ahead('2024-03-10', 49), ahead('2024-04-10', 900))).toEqual([100, 900, 100, 100, 100])
      // Half of three months is 150; in May 149 are planned until then.
      expect(monthly.costs(ahead('2024-03-10', 90), ahead('2024-04-10', 30), ahead('2024-05-10', 29))).toEqual([
        90, 30, 100, 100, 100,
      ])
      // April has nothing, as no month had: the plan ends before it, whatever May brings.
      expect(monthly.costs(ahead('2024-03-10', 110), ahead('2024-05-10', 900))).toEqual([110, 100, 900, 100, 100])
    })

    it('pauses where they paused, as long and as far behind as they were', () => {
      // 300 in each third month, 100 a month: two months without, and 200 behind, before the first of them.
      const quarterly = from([{ ...cost('2023-12-01', 0, 'g') }, cost('2024-02-15', 300, 'g')])
      expect(quarterly.costs(ahead('2024-05-10', 300))).toEqual([0, 0, 300, 100, 100])
      expect(quarterly.costs(ahead('2024-05-10', 150))).toEqual([0, 0, 150, 100, 100])
      expect(quarterly.costs(ahead('2024-05-10', 149))).toEqual([100, 100, 149, 100, 100])
      expect(quarterly.costs(ahead('2024-06-10', 900))).toEqual([100, 100, 100, 900, 100])
      // Never further behind than they were, and never at half of the mean.
      expect(quarterly.costs(ahead('2024-04-10', 90), ahead('2024-06-10', 100), ahead('2024-07-10', 20))).toEqual([
        100, 100, 100, 100, 100,
      ])
      // In May 280 behind, where they were 200: what June brings comes too late.
      expect(quarterly.costs(ahead('2024-04-10', 10), ahead('2024-06-10', 900))).toEqual([100, 100, 100, 900, 100])
      // Far ahead, and yet a third month without is one more than they ever had.
      expect(quarterly.costs(ahead('2024-03-10', 900), ahead('2024-07-10', 300))).toEqual([900, 0, 0, 100, 300])
    })
  })

  describe('of the community itself', () => {
    const ahead = (dueOn: string, amountMinor: number, knownOn = '2024-02-29') => ({
      ...cost(dueOn, amountMinor),
      knownOn,
    })
    // The mean of the months behind is 151.
    const costsFrom = (...more: History['costs'] & object) =>
      read({ costs: [...costs, ...more] }, '2024-03').ahead(march, 4)

    it('counts as planned while months are planned in a row, and goes on by its mean', () => {
      expect(costsFrom(ahead('2024-03-10', 100), ahead('2024-04-10', 90), ahead('2024-04-11', 10))).toEqual([
        100, 100, 151, 151,
      ])
    })

    it('does not lose its rent and salaries to a single bill that is known early', () => {
      expect(costsFrom(ahead('2024-05-10', 20))).toEqual([151, 151, 151, 151])
      expect(costsFrom(ahead('2024-05-10', 900))).toEqual([151, 151, 900, 151])
      expect(costsFrom(ahead('2024-03-10', 100), ahead('2024-06-10', 20))).toEqual([100, 151, 151, 151])
    })

    it('is planned as a whole only where what is planned comes to half of the mean', () => {
      // Twice 151 is 302: 151 in two months are half of it, 150 are not, and 75 are not half of the first.
      expect(costsFrom(ahead('2024-03-10', 76), ahead('2024-04-10', 75))).toEqual([76, 75, 151, 151])
      expect(costsFrom(ahead('2024-03-10', 76), ahead('2024-04-10', 74))).toEqual([76, 151, 151, 151])
      expect(costsFrom(ahead('2024-03-10', 75), ahead('2024-04-10', 900))).toEqual([151, 900, 151, 151])
    })

    it('counts from the day since which it is known', () => {
      expect(costsFrom(ahead('2024-05-10', 900, '2024-03-01'))).toEqual([151, 151, 151, 151])
      expect(costsFrom(cost('2024-05-10', 900))).toEqual([151, 151, 151, 151])
    })
  })

  it('is not known before any cost is due', () => {
    const before = read({ costs }, '2024-01')
    expect(before.isKnown()).toBe(false)
    expect(before.recent(monthIndex('2024-01'), 6)).toEqual({ costMinor: 0, months: 0 })
    expect(before.ahead(monthIndex('2024-01'), 2)).toEqual([0, 0])
    expect(read({ costs }, '2024-02').isKnown()).toBe(true)
  })

  it('has the reserves of the latest day that states any, all accounts of that day together', () => {
    const stated = (on: string, amountMinor: number, currency = 'EUR') => ({ on, amountMinor, currency })
    const reserves = [
      stated('2024-02-10', 500),
      stated('2024-02-05', 900),
      stated('2024-02-10', 40),
      stated('2024-02-20', 7, 'SEK'),
      stated('2024-03-01', 1),
    ]
    expect(read({ reserves }, '2024-02').reservesMinor()).toBeNull()
    expect(read({ reserves }, '2024-03').reservesMinor()).toBe(540)
    expect(read({ reserves }, '2024-04').reservesMinor()).toBe(1)
  })

  it('goes its own way from where another stood', () => {
    const first = read({ costs, reserves: [{ on: '2024-01-31', amountMinor: 5, currency: 'EUR' }] }, '2024-03')
    const second = committedCost(lines, first.state())
    second.moveTo(march + 1, datedFacts({ ...nothing, costs: [cost('2024-03-01', 1000)] }).at(march))
    expect(second.recent(march + 1, 6)).toEqual({ costMinor: 1301, months: 3 })
    expect(second.reservesMinor()).toBe(5)
    expect(first.recent(march + 1, 6)).toEqual({ costMinor: 301, months: 3 })
  })
})

describe('scheduled income', () => {
  const read = (more: Partial<History>, month: Month) => {
    const facts = datedFacts({ ...nothing, ...more })
    return moved(scheduledIncome(facts, lines), facts, month)
  }
  const instalments = ['2024-02-10', '2024-03-10', '2024-04-10'].map((on) => due('gift', on, 100))
  const april = monthIndex('2024-04')

  it('of a private funder is proven with the second payment', () => {
    const of = (receipts: History['receipts'], month: Month = '2024-04') =>
      read({ pledges: [pledge('gift', 'bank')], instalments, receipts }, month).dueIn(april)
    const once = paid('gift', '2024-02-10', 1)
    expect(of([once])).toEqual({ proven: 0, unproven: 100 })
    expect(of([once, paid('gift', '2024-03-31', 1)])).toEqual({ proven: 100, unproven: 0 })
    expect(of([once, paid('gift', '2024-03-31', 1)], '2024-03')).toEqual({ proven: 0, unproven: 100 })
    expect(of([once, once])).toEqual({ proven: 100, unproven: 0 })
    // What is handed back, or a receipt of nothing, is no second payment.
    expect(of([once, paid('gift', '2024-03-31', -1)])).toEqual({ proven: 0, unproven: 100 })
    expect(of([once, paid('gift', '2024-03-31', 0)])).toEqual({ proven: 0, unproven: 100 })
    const twice = [once, paid('gift', '2024-03-30', -1), paid('gift', '2024-03-31', 1)]
    expect(of(twice)).toEqual({ proven: 100, unproven: 0 })
  })

  it('of a private funder who has paid twice is proven at once, for every promise', () => {
    const pledges = [pledge('gift', 'bank'), pledge('more', 'bank', { confirmedOn: '2024-03-15' })]
    const receipts = [paid('gift', '2024-02-10', 1), paid('gift', '2024-02-11', 1)]
    const all = [...instalments, due('more', '2024-04-20', 7)]
    expect(read({ pledges, instalments: all, receipts }, '2024-04').dueIn(april)).toEqual({ proven: 107, unproven: 0 })
  })

  it('of others is proven from the promise on, and is only money of the community', () => {
    const dueOf = (more: Partial<PledgeFact>, month: Month = '2024-01') =>
      read({ pledges: [pledge('gift', 'club', more)], instalments, receipts: [] }, month).dueIn(april)
    expect(dueOf({})).toEqual({ proven: 100, unproven: 0 })
    const none = { proven: 0, unproven: 0 }
    expect(dueOf({}, '2023-12')).toEqual(none)
    expect([dueOf({ status: 'written-off' }), dueOf({ kind: 'in-kind' }), dueOf({ currency: 'SEK' })]).toEqual([
      none,
      none,
      none,
    ])
    expect(
      read({ pledges: [pledge('gift', 'club')], instalments: [due('gift', '2024-04-01', null)] }, '2024-01').dueIn(
        april,
      ),
    ).toEqual(none)
  })

  it('is spread over the days of a promise that says when it ends', () => {
    const year = { amountMinor: 366, from: '2024-01-01', to: '2024-12-31' }
    const pledges = [pledge('gift', 'club', year), pledge('open', 'club', { amountMinor: 5 })]
    const spread = read({ pledges, instalments: [], receipts: [] }, '2024-01')
    const months = ['2023-12', '2024-01', '2024-02', '2024-12', '2025-01']
    expect(months.map((month) => spread.spreadOver(monthIndex(month)))).toEqual([0, 31, 29, 31, 0])
    expect([spread.pledgesWithEnd(), spread.firstSpreadMonth()]).toEqual([1, monthIndex('2024-01')])
  })

  it('is spread from the promise where nothing says when it begins', () => {
    const pledges = [
      pledge('late', 'club', { amountMinor: 10, confirmedOn: '2024-02-01', to: '2024-02-10' }),
      pledge('early', 'club', { amountMinor: 10, confirmedOn: '2024-01-22', to: '2024-01-31' }),
      pledge('bare', 'club', { confirmedOn: '2024-01-01', to: '2024-12-31' }),
    ]
    const spread = read({ pledges, instalments: [], receipts: [] }, '2024-03')
    expect([spread.spreadOver(monthIndex('2024-01')), spread.spreadOver(monthIndex('2024-02'))]).toEqual([10, 10])
    expect([spread.pledgesWithEnd(), spread.firstSpreadMonth()]).toEqual([2, monthIndex('2024-01')])
  })

  it('knows of no promise and no first month before any', () => {
    const spread = read({ pledges: [], instalments: [], receipts: [] }, '2024-01')
    expect([spread.pledgesWithEnd(), spread.firstSpreadMonth(), spread.spreadOver(april)]).toEqual([0, null, 0])
  })

  it('of a promise that stops ends with the month, whether proven or not', () => {
    for (const [who, key] of [
      ['club', 'proven'],
      ['bank', 'unproven'],
    ] as const) {
      const year = { amountMinor: 366, from: '2024-01-01', to: '2024-12-31' }
      const facts = datedFacts({
        ...nothing,
        pledges: [pledge('gift', who, year), pledge('other', who)],
        instalments: [...instalments, due('other', '2024-04-11', 5)],
        receipts: [],
      })
      const scheduled = moved(scheduledIncome(facts, lines), facts, '2024-03')
      const [stopped] = facts.at(monthIndex('2023-12')).pledgesKnown
      scheduled.moveTo(april, { ...facts.at(april - 1), pledgesStopped: stopped ? [stopped] : [] })
      expect([-2, -1, 0].map((ahead) => scheduled.dueIn(april + ahead)[key])).toEqual([100, 0, 5])
      expect([-2, -1, 0].map((ahead) => scheduled.spreadOver(april + ahead))).toEqual([29, 0, 0])
    }
  })

  it('goes its own way from where another stood', () => {
    const more: Partial<History> = {
      pledges: [pledge('gift', 'bank')],
      instalments,
      receipts: [paid('gift', '2024-02-10', 1), paid('gift', '2024-03-10', 1)],
    }
    const facts = datedFacts({ ...nothing, ...more })
    const first = moved(scheduledIncome(facts, lines), facts, '2024-03')
    const second = moved(scheduledIncome(facts, lines, first.state()), facts, '2024-04', '2024-04')
    expect([first.dueIn(april), second.dueIn(april)]).toEqual([
      { proven: 0, unproven: 100 },
      { proven: 100, unproven: 0 },
    ])
    // The first has seen one payment: what is promised to it now is not proven.
    const once = datedFacts({
      ...nothing,
      pledges: [pledge('more', 'bank', { confirmedOn: '2024-03-15' })],
      instalments: [due('more', '2024-04-20', 7)],
      receipts: [],
    })
    expect(moved(first, once, '2024-04', '2024-04').dueIn(april)).toEqual({ proven: 0, unproven: 107 })
  })
})
