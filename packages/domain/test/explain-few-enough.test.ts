import { describe, expect, it } from 'vitest'
import { fewEnough } from '../src/risks/explain/few-enough.ts'
import { fundingWays } from '../src/risks/explain/funding-ways.ts'
import { fundingOf } from '../src/risks/explain/one-month.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { paid, pledge } from './given-promises.ts'
import { givenReceipts } from './given-receipts.ts'

describe('few enough', () => {
  const holding = (...needed: readonly string[]) => {
    const asked: string[] = []
    const suffices = (chosen: readonly string[]) => {
      asked.push(chosen.join(''))
      return needed.every((one) => chosen.includes(one))
    }
    return { few: fewEnough(['a', 'b', 'c', 'd'], suffices), asked }
  }

  it('is the first where that does, and nothing more is asked', () => {
    expect(holding('a')).toEqual({ few: ['a'], asked: ['a'] })
  })

  it('is one that does by itself, though the first ones do together', () => {
    expect(holding('c').few).toEqual(['c'])
    expect(holding('d').few).toEqual(['d'])
  })

  it('holds none without which it would do', () => {
    expect(holding('a', 'b').few).toEqual(['a', 'b'])
    expect(holding('b', 'd').few).toEqual(['b', 'd'])
    expect(holding('a', 'd').few).toEqual(['a', 'd'])
    expect(holding('a', 'b', 'c', 'd').few).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is nothing where all together do not, or there are none', () => {
    expect(holding('e').few).toBeNull()
    expect(fewEnough([], () => true)).toBeNull()
  })
})

/** Asked on 1 January 2024; what would be lower is read on 1 February. */
const ways = (history: History, score: number) => fundingWays(history, '2024-01', score, parameters)
const by = '2024-01-31'

describe('new money of which more would be too much', () => {
  it('is told where a smaller sum does', () => {
    // Three funders of a third each: fewer than four, a watch. In January each paid 510, in the other months 10: 1,860 in the year, of
    // which 330 are left by February. Two who pay a tenth each, 186, make it 330²/3 and 186² twice in 702²: 4.7 funders. Three who pay as much
    // as all in the year would be the three that it hangs on: 3.4.
    const three = givenReceipts({ a: 10, b: 10, c: 10 })
    const history = {
      ...three,
      receipts: [...(three.receipts ?? []), ...['a', 'b', 'c'].map((id) => paid(id, '2023-01-06', 500))],
    }
    expect(fundingOf(history, '2024-02', parameters).grades).toMatchObject({ concentration: 1 })
    expect(ways(history, 1)).toEqual([
      { steps: [{ kind: 'new-funders', funders: 2, amountMinorEach: 186, as: 'payment' }], by, score: 0 },
    ])
  })
})

describe('renewed promises', () => {
  const promised = (id: string, organisationId: string, monthly: number) =>
    pledge(id, organisationId, { confirmedOn: null, to: '2023-12-31', amountMinor: 12 * monthly })
  /** Of 1,309 from February 2023 to December 660 are from one funder, a warning; its own promise is the largest of those that have ended. */
  const given = (...more: readonly ReturnType<typeof promised>[]): History => {
    const receipts = givenReceipts({ big: 60, s1: 10, s2: 10, s3: 10, s4: 10, s5: 10, s6: 9 })
    return { ...receipts, pledges: [...(receipts.pledges ?? []), promised('of big', 'big', 60), ...more] }
  }
  const renewed = (history: History) =>
    ways(history, 2).flatMap(({ steps }) =>
      steps.length === 1 ? steps.flatMap((step) => (step.kind === 'renew' ? [step.pledgeIds] : [])) : [],
    )

  it('are one where that does, though a larger one would not', () => {
    expect(fundingOf(given(), '2024-02', parameters).grades).toMatchObject({ concentration: 2 })
    // 660 of 1,329 are less than half; 720 of 1,369 are more, and 720 of 1,389 too.
    expect(renewed(given(promised('of s1', 's1', 20)))).toEqual([['of s1']])
    expect(renewed(given())).toEqual([])
  })

  it('hold none without which they would do as well', () => {
    // More than 11 have to come from others: 8 of one are too few, 16 of two enough. With the largest funder's own 8 it takes three of them:
    // 668 of 1,333 are more than half, of 1,341 less.
    const others = ['s1', 's2', 's3'].map((id) => promised(`of ${id}`, id, 8))
    const { pledges, ...history } = given(...others)
    const eight = (pledges ?? []).map((one) => (one.id === 'of big' ? promised('of big', 'big', 8) : one))
    expect(renewed({ ...history, pledges: eight })).toEqual([['of s2', 'of s3']])
  })
})
