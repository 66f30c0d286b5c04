import { describe, expect, it } from 'vitest'
import { fundingOf } from '../src/risks/explain/one-month.ts'
import { fundingWays } from '../src/risks/explain/funding-ways.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { addMonths } from '../src/values/month.ts'
import { nothing, paid, pledge } from './given-promises.ts'
import { equal, givenReceipts, givenSpent } from './given-receipts.ts'
import { cost } from './given-town.ts'

/** Asked on 1 January 2024; what would be lower is read on 1 February, of February 2023 to January. */
const ways = (history: History, score: number | null) => fundingWays(history, '2024-01', score, parameters)
const steps = (history: History, score: number) => ways(history, score).map((one) => one.steps)
const by = '2024-01-31'

const newFunders = (funders: number, amountMinorEach: number, as: 'payment' | 'pledge') => ({
  kind: 'new-funders',
  funders,
  amountMinorEach,
  as,
})

/** 1,200 a year, 55 % of it from one funder: a warning. */
const concentrated = (more: Partial<History> = {}) => givenReceipts({ big: 55, ...equal('s', 9, 5) }, more)

describe('what would lower the money flag', () => {
  it('is nothing where there is nothing to lower, or nothing is known', () => {
    expect(ways(concentrated(), 0)).toEqual([])
    expect(ways(concentrated(), null)).toEqual([])
    expect(ways(nothing, 2)).toEqual([])
  })

  it('is waiting where the next month is lower by itself', () => {
    expect(ways(concentrated(), 3)).toEqual([{ steps: [{ kind: 'wait' }], by, score: 2 }])
  })

  it('is read as if the month had been kept', () => {
    expect(ways(concentrated({ dataCompleteThrough: '2023-12-31' }), 3)).toHaveLength(1)
  })
})

describe('new money', () => {
  it('is the least that does, paid at once or promised and paid month by month', () => {
    expect(fundingOf(concentrated(), '2024-01', parameters).score).toBe(2)
    // 605 of 1,100 are in the window of the reading: below half with more than 110 of others. A tenth of the year's 1,200 does;
    // of what is promised for a year only a twelfth arrives by then, three times half of the year's money.
    expect(ways(concentrated(), 2)).toEqual([
      { steps: [newFunders(1, 120, 'payment')], by, score: 1 },
      { steps: [newFunders(3, 600, 'pledge')], by, score: 1 },
    ])
  })

  it('is sized by what came in within the year before, in the own currency', () => {
    const others = concentrated()
    const history = concentrated({
      pledges: [
        ...(others.pledges ?? []),
        pledge('goods', 'club', { kind: 'in-kind' }),
        pledge('gift', 'choir', { confirmedOn: '2022-12-01' }),
      ],
      receipts: [
        ...(others.receipts ?? []),
        paid('goods', '2023-06-01', 1000),
        paid('gift', '2022-12-31', 1),
        paid('gift', '2024-01-01', 1),
        paid('gift', '2023-07-01', null),
      ],
    })
    // Of one more a tenth would be 121.
    expect(steps(history, 2)[0]).toEqual([newFunders(1, 120, 'payment')])
  })

  it.each(['2023-01-01', '2023-12-31'])('counts what came in on %s', (day) => {
    const others = concentrated()
    const history = concentrated({ receipts: [...(others.receipts ?? []), paid('s1', day, 1)] })
    expect(steps(history, 2)[0]).toEqual([newFunders(1, 121, 'payment')])
  })

  it('is sized by what fell due where only that is kept', () => {
    const { receipts, ...history } = concentrated()
    const instalments = (receipts ?? []).map(({ receivedOn, ...one }) => ({ ...one, dueOn: receivedOn }))
    expect(steps({ ...history, receipts: null, instalments }, 2)[0]).toEqual([newFunders(1, 120, 'payment')])
  })

  it('is no way where none came in within the year', () => {
    expect(ways({ ...concentrated(), pledges: [] }, 2)).toEqual([])
  })
})

describe('pledges renewed', () => {
  /** The purse, and a smaller funder whose pledge of 1,440 a year or 120 a month ends on a day. */
  const ending = (to: string | null, more: Partial<Parameters<typeof pledge>[2]> = {}) => {
    const others = concentrated()
    const gift = pledge('gift', 's1', { confirmedOn: '2023-01-01', from: '2023-01-01', to, amountMinor: 1440, ...more })
    return { ...others, pledges: [...(others.pledges ?? []), gift] }
  }
  const renewed = (history: History) => steps(history, 2).flatMap((all) => all.filter((step) => step.kind === 'renew'))

  it('bring the first part of a further year by then', () => {
    expect(ways(ending('2023-12-31'), 2)[0]).toEqual({
      steps: [{ kind: 'renew', pledgeIds: ['gift'], amountMinor: 1440 }],
      by,
      score: 1,
    })
  })

  it.each([
    ['2022-12-31', 0],
    ['2023-01-01', 1],
    ['2024-01-01', 1],
    ['2024-12-31', 1],
    ['2025-01-01', 0],
    [null, 0],
  ])('are those that end within a year, or ended within the last: %s', (to, count) => {
    // Of no known length, so that it brings the same whenever it ends.
    expect(renewed(ending(to, { from: null, confirmedOn: null }))).toHaveLength(count)
  })

  it('are promises in money that were kept', () => {
    expect(renewed(ending('2023-12-31', { status: 'written-off' }))).toEqual([])
    expect(renewed(ending('2023-12-31', { kind: 'in-kind' }))).toEqual([])
    expect(renewed(ending('2023-12-31', { currency: 'SEK' }))).toEqual([])
  })

  it('are the last of each funder', () => {
    const two = (first: string, second: string) => {
      const history = ending(first)
      const last = pledge('last', 's1', { from: '2023-01-01', to: second, amountMinor: 1440 })
      return { ...history, pledges: [...history.pledges, last] }
    }
    expect(renewed(two('2023-06-30', '2023-12-31'))).toMatchObject([{ pledgeIds: ['last'] }])
    expect(renewed(two('2023-12-31', '2023-06-30'))).toMatchObject([{ pledgeIds: ['gift'] }])
    // Of two that end on one day the last by id, whichever is told first.
    const sameDay = two('2023-12-31', '2023-12-31')
    expect(renewed(sameDay)).toMatchObject([{ pledgeIds: ['last'] }])
    expect(renewed({ ...sameDay, pledges: sameDay.pledges.toReversed() })).toMatchObject([{ pledgeIds: ['last'] }])
    // One without an end does not take the place of one that ends.
    const { pledges, ...open } = ending('2023-12-31')
    expect(renewed({ ...open, pledges: [...pledges, pledge('open', 's1')] })).toMatchObject([{ pledgeIds: ['gift'] }])
    // Followed by one that ends later than within a year.
    expect(renewed(two('2023-12-31', '2025-06-30'))).toEqual([])
  })

  it.each([
    ['s1', 's2'],
    ['s2', 's1'],
  ])('are as few as do, those that bring most a year first, then by id: of %s and %s', (one, other) => {
    const others = concentrated()
    const promised = (id: string, organisationId: string, amountMinor: number) =>
      pledge(id, organisationId, { confirmedOn: null, to: '2023-12-31', amountMinor })
    const history = {
      ...others,
      // 48, 36 and 36 a month: more than 110 only together with the first of the others and one more.
      pledges: [
        ...(others.pledges ?? []),
        promised('c', one, 432),
        promised('b', other, 432),
        promised('a', 's3', 120),
        promised('d', 's4', 576),
      ],
    }
    expect(renewed(history)).toEqual([{ kind: 'renew', pledgeIds: ['d', 'b', 'c'], amountMinor: 1440 }])
  })

  it('are eight at most', () => {
    const others = concentrated()
    const small = (monthly: number) => ({
      ...others,
      pledges: [
        ...(others.pledges ?? []),
        ...Object.keys(equal('s', 9, 5)).map((id) =>
          pledge(`of ${id}`, id, { confirmedOn: null, to: '2023-12-31', amountMinor: 12 * monthly }),
        ),
      ],
    })
    // Eight times 13 are 104, nine times 117; eight times 14 are 112.
    expect(renewed(small(13))).toEqual([])
    expect(renewed(small(14))).toMatchObject([{ pledgeIds: { length: 8 } }])
  })
})

describe('costs saved', () => {
  const months = Array.from({ length: 12 }, (_, index) => addMonths('2023-01', index))
  /** 200 of costs a month and 500 of reserves: less than half a year, a warning. */
  const spent = (costs?: NonNullable<History['costs']>) => givenSpent(500, costs)
  const saved = (history: History) => steps(history, 2).flatMap((all) => all.filter((step) => step.kind === 'save'))

  it('are the least part of the general costs that does, beside new money', () => {
    expect(fundingOf(spent(), '2024-01', parameters).score).toBe(2)
    // Of the eleven months of the window that were paid and spent 87 come in a month, less what may not come, and 184 go: the 500 last
    // 5.2 months. Half a year needs 172 more by then, or 14 less a month: of 180 they last 5.4 months, of 150 7.9.
    expect(ways(spent(), 2)).toEqual([
      { steps: [newFunders(1, 240, 'payment')], by, score: 1 },
      { steps: [newFunders(3, 1200, 'pledge')], by, score: 1 },
      { steps: [{ kind: 'save', part: 0.25, amountMinorMonthly: 50 }], by, score: 1 },
    ])
  })

  it('are parts of the year before, whatever is spent for initiatives, in other money or at another time', () => {
    const others = [
      cost('2022-12-31', null, 12),
      cost('2023-06-01', 'garden', 12),
      { ...cost('2023-06-01', null, 12), currency: 'SEK' },
      cost('2024-01-01', null, 12),
    ]
    expect(saved(spent(others))).toEqual([{ kind: 'save', part: 0.25, amountMinorMonthly: 50 }])
  })

  it.each(['2023-01-01', '2023-12-31'])('count what was spent on %s', (day) => {
    // In whole cents, rounded up.
    expect(saved(spent([cost(day, null, 12)]))).toMatchObject([{ amountMinorMonthly: 51 }])
  })

  it('are no way where the year before had none', () => {
    const ahead = months.map((month) => ({ ...cost(`${addMonths(month, 13)}-10`, null, 200), knownOn: '2023-12-01' }))
    const history = { ...spent(), costs: [cost('2023-06-01', 'garden', 1), ...ahead] }
    expect(fundingOf(history, '2024-02', parameters).score).toBe(2)
    expect(saved(history)).toEqual([])
  })
})
