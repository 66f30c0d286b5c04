import { describe, expect, it } from 'vitest'
import { fundingWays } from '../src/risks/explain/funding-ways.ts'
import { fundingOf } from '../src/risks/explain/one-month.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { addMonths } from '../src/values/month.ts'
import { pledge } from './given-promises.ts'
import { equal, givenReceipts, givenSpent } from './given-receipts.ts'
import { cost, reserve } from './given-town.ts'

/** Asked on 1 January 2024; what would be lower is read on 1 February, of February 2023 to January. */
const ways = (history: History, score: number) => fundingWays(history, '2024-01', score, parameters)
const grades = (history: History) => fundingOf(history, '2024-02', parameters).grades
const by = '2024-01-31'

const receive = (pledgeIds: readonly string[], amountMinor: number) => ({ kind: 'receive', pledgeIds, amountMinor })
const newFunders = (funders: number, amountMinorEach: number, as: 'payment' | 'pledge') => ({
  kind: 'new-funders',
  funders,
  amountMinorEach,
  as,
})

/** Everything fell due month by month in 2023; of some funders so many months from March on did not arrive. */
function late(monthly: Readonly<Record<string, number>>, missing: Readonly<Record<string, number>>): History {
  const history = givenReceipts(monthly)
  const receipts = history.receipts ?? []
  return {
    ...history,
    instalments: receipts.map(({ receivedOn, ...one }) => ({ ...one, dueOn: receivedOn })),
    receipts: receipts.filter(
      ({ pledgeId, receivedOn }) =>
        receivedOn < '2023-03-01' || receivedOn >= `${addMonths('2023-03', missing[pledgeId] ?? 0)}-01`,
    ),
  }
}

describe('what is owed', () => {
  it('lowers the flag by arriving, of as few as do, the largest first, then by id', () => {
    // Of 5,500 due by then 1,100 are missing, for what came in December pays what was due before: 80 %. With what the first owes it would
    // be 87 %, with what two owe 93 %.
    const history = late(equal('f', 5, 100), { f1: 4, f2: 4, f3: 5, f4: 2 })
    expect(grades(history)).toMatchObject({ fulfilment: 1, concentration: 0 })
    const expected = [{ steps: [receive(['f3', 'f1'], 900)], by, score: 0 }]
    expect(ways(history, 1)).toEqual(expected)
    expect(ways({ ...history, pledges: history.pledges?.toReversed() ?? [] }, 1)).toEqual(expected)
  })
})

describe('ways that take two kinds of events', () => {
  /** 60 % of the money is from one funder, and of 1,100 due by then 280 are missing, 180 of them its own: a warning each. */
  const both = () => late({ big: 60, ...equal('s', 8, 5) }, { big: 4, s1: 6, s2: 6, s3: 6, s4: 6 })

  it('are each as small as the other lets it be, the first of them first', () => {
    expect(grades(both())).toMatchObject({ fulfilment: 2, concentration: 2 })
    // With what the largest owes 91 % have come. Its 660 are less than half of 980 and 360 more, not of 240 more. Of what is
    // promised for a year a twelfth arrives, 300 at most, too little beside these 660. With the 30 of one other 77 % have come, which is
    // no warning any more, and the largest's 420 are less than half of 770 and 90 more, not of 60 more.
    expect(ways(both(), 2)).toEqual([
      { steps: [receive(['big'], 240), newFunders(1, 360, 'payment')], by, score: 1 },
      { steps: [receive(['s1'], 30), newFunders(3, 360, 'pledge')], by, score: 1 },
    ])
  })

  it('or three, where no two of them do', () => {
    const months = Array.from({ length: 12 }, (_, index) => addMonths('2023-01', index))
    const history = {
      ...both(),
      costs: months.map((month) => cost(`${month}-10`, null, 100)),
      reserves: [reserve('2023-12-31', 500)],
    }
    expect(grades(history)).toMatchObject({ fulfilment: 2, concentration: 2, runway: 2 })
    // Promises schedule income, so that the reserves last, with the largest funder and without it. Payments do not: a quarter of the
    // costs has to be saved, too.
    expect(ways(history, 2)).toEqual([
      { steps: [receive(['big'], 240), newFunders(3, 1200, 'pledge')], by, score: 1 },
      {
        steps: [
          receive(['big'], 240),
          newFunders(1, 360, 'payment'),
          { kind: 'save', part: 0.25, amountMinorMonthly: 25 },
        ],
        by,
        score: 1,
      },
    ])
  })
})

describe('of several ways', () => {
  it('three are told', () => {
    const spent = givenSpent(450)
    const kinds = (history: History) => ways(history, 2).flatMap((one) => one.steps.map((step) => step.kind))
    expect(kinds(spent)).toEqual(['new-funders', 'new-funders', 'save'])
    const gift = pledge('gift', 'f1', { confirmedOn: null, to: '2023-12-31', amountMinor: 3600 })
    const renewable = { ...spent, pledges: [...(spent.pledges ?? []), gift] }
    expect(kinds(renewable)).toEqual(['renew', 'new-funders', 'new-funders'])
  })

  it('none takes the same kind twice', () => {
    // 459 a month for initiatives cannot be saved. All the year's money three times over at once and as a promise leaves 63 a month to be
    // borne by 300, less than half a year; twice the one or the other would leave less.
    const months = Array.from({ length: 12 }, (_, index) => addMonths('2023-01', index))
    const history = givenReceipts(equal('f', 10, 10), {
      costs: months.map((month) => cost(`${month}-10`, 'garden', 500)),
      reserves: [reserve('2023-12-31', 300)],
    })
    const gift = pledge('gift', 'f1', { confirmedOn: null, to: '2023-12-31', amountMinor: 12 })
    expect(grades(history).runway).toBe(3)
    expect(ways({ ...history, pledges: [...(history.pledges ?? []), gift] }, 2)).toEqual([])
    expect(ways(history, 3).map((one) => one.score)).toEqual([2])
  })
})
