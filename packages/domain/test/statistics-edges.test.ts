import { describe, expect, it } from 'vitest'
import { binomialTail } from '../src/risks/statistics/binomial-tail.ts'
import { poissonCusum } from '../src/risks/statistics/charts.ts'
import { diversity } from '../src/risks/statistics/diversity.ts'
import { incompleteBeta } from '../src/risks/statistics/incomplete-beta.ts'
import { logGamma } from '../src/risks/statistics/log-gamma.ts'
import { mannKendall, seasonalMannKendall, senLine } from '../src/risks/statistics/mann-kendall.ts'
import { median, medianShare } from '../src/risks/statistics/median.ts'
import { normalTwoSidedTail } from '../src/risks/statistics/normal-tail.ts'
import { seasonFactors } from '../src/risks/statistics/season.ts'

describe('where there is nothing to say', () => {
  it.each([
    ['the median of no values', median([])],
    ['the median of no shares', medianShare([])],
    ['the diversity of no kinds', diversity([], 5).blau],
    ['the effective kinds of empty kinds', diversity([0, 0], 5).effectiveKinds],
    ['the normalised diversity of a taxonomy of one', diversity([4], 1).blauNormalised],
    ['the unbiased diversity of one', diversity([1, 0], 5).blauUnbiased],
    ['the trend of three values', mannKendall([1, 2, 3])],
    ['the line of one value', senLine([null, 3])],
    [
      'the season of 23 months',
      seasonFactors(
        monthsOf(23, () => 2),
        2,
      ),
    ],
    [
      'the season of two years without an event',
      seasonFactors(
        monthsOf(24, () => 0),
        2,
      ),
    ],
    [
      'the alarm of a path that only touches its limit',
      poissonCusum([3, 10], 10, 5, poissonCusum([3], 10, 5, 99).path[0] ?? 0).alarmIndex,
    ],
  ])('%s is null', (_, value) => {
    expect(value).toBeNull()
  })
})

describe('the exact trend', () => {
  it.each([
    [[1, 2, 3, 4], 2 / 24],
    [[4, 3, 2, 1], 2 / 24],
    [[1, 2, 3, 4, 5], 2 / 120],
    [[2, 1, 4, 3], 18 / 24],
    [[1, 2, 4, 3], 8 / 24],
    [[2, 4, 1, 3], 1],
  ])('of %j has its share of all orderings', (values, share) => {
    expect(mannKendall(values)?.pExact).toBeCloseTo(share, 12)
  })

  it('is told up to ten values, and never with ties', () => {
    const rising = (length: number) => Array.from({ length }, (_, index) => index)
    expect(mannKendall(rising(10))?.pExact).toBeCloseTo(2 / 3_628_800, 15)
    expect(mannKendall(rising(11))?.pExact).toBeNull()
    expect(mannKendall([1, 1, 2, 3])?.pExact).toBeNull()
  })

  it('of nothing that moves is none', () => {
    expect(mannKendall([5, 5, 5, 5])).toMatchObject({ S: 0, variance: 0, Z: 0, sen: 0 })
    expect(mannKendall([2, 4, 1, 3])).toMatchObject({ S: 0, Z: 0 })
  })

  it('of seasons adds each season by itself', () => {
    expect(seasonalMannKendall([1, 9, 2, 8, 3, 7], 2)).toMatchObject({ S: 0, Z: 0 })
    expect(seasonalMannKendall([1, 5, 2, 6, 3, 7], 2).S).toBe(6)
  })
})

describe('values that can be told without the function', () => {
  it.each([
    ['I_x(1, 1) is x', incompleteBeta(1, 1, 0.3), 0.3],
    ['I_x(2, 1) is x squared', incompleteBeta(2, 1, 0.3), 0.09],
    ['I_x(1, 2)', incompleteBeta(1, 2, 0.3), 0.51],
    ['ln Γ(1/2)', logGamma(0.5), Math.log(Math.PI) / 2],
    ['ln Γ(1/4)', logGamma(0.25), 1.2880225246980774],
    ['ln Γ(5)', logGamma(5), Math.log(24)],
    ['one of two tosses at most', binomialTail(1, 2, 0.5), 0.75],
    ['two of three at most', binomialTail(2, 3, 0.25), 63 / 64],
    ['100 of 200 tosses at most', binomialTail(100, 200, 0.5), 0.5281742395046],
    ['100 of 201 tosses at most', binomialTail(100, 201, 0.5), 0.5],
    ['the tail beyond nothing', normalTwoSidedTail(0), 1],
    ['the tail beyond the 95 % quantile', normalTwoSidedTail(1.959963984540054), 0.05],
    ['the tail beyond one', normalTwoSidedTail(1), 0.3173105078629141],
    ['the tail beyond four', normalTwoSidedTail(4), 6.334248366623996e-5],
  ])('%s', (_, value, known) => {
    expect(Math.abs(value - known)).toBeLessThanOrEqual(1e-11 * Math.max(1e-4, known))
  })

  it('diversity does not know the order of its counts', () => {
    expect(diversity([3, 1, 7, 2, 5], 6)).toEqual(diversity([7, 5, 3, 2, 1], 6))
    expect(diversity([1, 1], 2)).toMatchObject({ blau: 0.5, blauNormalised: 1, blauUnbiased: 1 })
  })

  it('a month seen twice as often as the others has more than its share, drawn to the mean by two years', () => {
    const factors = seasonFactors(
      monthsOf(24, (month) => (month === 1 ? 4 : 2)),
      2,
    )
    const overall = 52 / 24
    const rate = (count: number) => (2 * count + 2 * overall) / 4
    const mean = (rate(4) + 11 * rate(2)) / 12
    expect(factors?.[0]).toBeCloseTo(rate(4) / mean, 12)
    expect(factors?.[6]).toBeCloseTo(rate(2) / mean, 12)
  })
})

function monthsOf(length: number, countIn: (calendarMonth: number) => number) {
  return Array.from({ length }, (_, index) => {
    const calendarMonth = (index % 12) + 1
    return { calendarMonth, count: countIn(calendarMonth) }
  })
}
