import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countBelow } from '../src/risks/statistics/ascending.ts'
import { binomialTail } from '../src/risks/statistics/binomial-tail.ts'
import { exponentialAverage, poissonCusum } from '../src/risks/statistics/charts.ts'
import { diversity } from '../src/risks/statistics/diversity.ts'
import { gapSurprise } from '../src/risks/statistics/gap-surprise.ts'
import { incompleteBeta } from '../src/risks/statistics/incomplete-beta.ts'
import { logGamma } from '../src/risks/statistics/log-gamma.ts'
import { mannKendall, seasonalMannKendall, senLine } from '../src/risks/statistics/mann-kendall.ts'
import { median } from '../src/risks/statistics/median.ts'
import { normalTwoSidedTail } from '../src/risks/statistics/normal-tail.ts'
import { rateDropProbability } from '../src/risks/statistics/rate-drop.ts'
import { operationalDays, seasonFactors } from '../src/risks/statistics/season.ts'
import { counted, nothingCounted, twiceTheMedian } from '../src/risks/statistics/sorted-counts.ts'
import { compareRatio } from '../src/risks/statistics/threshold.ts'
import { wilsonInterval } from '../src/risks/statistics/wilson.ts'
import { addDays, dayNumber } from '../src/values/day.ts'
import { monthIndexOfDay } from '../src/values/month.ts'
import { runs } from './property-runs.ts'

const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true })
const day = fc.nat(3000).map((days) => addDays('2018-01-01', days))

function holds<Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>): void {
  fc.assert(property, runs())
}

describe('a comparison with a line', () => {
  it('is exact where a quotient would not be', () => {
    const whole = fc.integer({ min: 1, max: 10 ** 9 }).map((thousand) => thousand * 1000)
    holds(
      fc.property(whole, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: -1, max: 1 }), (of, line, beside) => {
        expect(compareRatio((of / 1000) * line + beside, of, line / 1000)).toBe(beside)
      }),
    )
  })

  it('says the opposite of the parts left over', () => {
    holds(
      fc.property(fc.nat(10 ** 6), fc.integer({ min: 1, max: 10 ** 6 }), fc.nat(1000), (part, whole, line) => {
        expect(compareRatio(whole - part, whole, 1 - line / 1000) + compareRatio(part, whole, line / 1000)).toBe(0)
      }),
    )
  })
})

describe('sorted counts', () => {
  it('have twice the median of what is in them, whatever came and went', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 30 })
    holds(
      fc.property(values, values, (stay, pass) => {
        const all = counted(counted(nothingCounted, [...pass, ...stay], 1), pass, -1)
        const middle = median(stay)
        expect(twiceTheMedian(all)).toBe(middle === null ? null : 2 * middle)
        expect(all.size).toBe(stay.length)
        expect(all.times.every((often) => often > 0)).toBe(true)
      }),
    )
  })

  it('count below by bisection what counting one by one finds', () => {
    holds(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 })), fc.integer({ min: -21, max: 21 }), (values, line) => {
        expect(
          countBelow(
            values.toSorted((a, b) => a - b),
            line,
          ),
        ).toBe(values.filter((value) => value < line).length)
      }),
    )
  })
})

describe('probabilities', () => {
  it('of the incomplete beta function mirror each other and rise with x', () => {
    const shape = fc.integer({ min: 1, max: 200 }).map((half) => half / 2)
    holds(
      fc.property(shape, shape, probability, probability, (a, b, x, y) => {
        expect(incompleteBeta(a, b, x) + incompleteBeta(b, a, 1 - x)).toBeCloseTo(1, 10)
        expect(incompleteBeta(a, b, Math.min(x, y))).toBeLessThanOrEqual(incompleteBeta(a, b, Math.max(x, y)) + 1e-12)
        expect([incompleteBeta(a, b, 0), incompleteBeta(a, b, 1)]).toEqual([0, 1])
      }),
    )
  })

  it('refuse what is no argument of theirs', () => {
    holds(
      fc.property(fc.double({ max: 0, noNaN: true }), fc.constantFrom(-0.1, 1.1, NaN), (below, outside) => {
        expect(() => incompleteBeta(below, 1, 0.5)).toThrow(RangeError)
        expect(() => incompleteBeta(1, below, 0.5)).toThrow(RangeError)
        expect(() => incompleteBeta(1, 1, outside)).toThrow(RangeError)
        expect(() => logGamma(below)).toThrow(RangeError)
      }),
    )
  })

  it('of a drop in rate fall with more starts now and rise with more before and with the ratio', () => {
    const count = fc.nat(60)
    holds(
      fc.property(count, count, fc.integer({ min: 1, max: 24 }), probability, (now, base, months, ratio) => {
        const drop = (k: number, k0: number, r: number) =>
          rateDropProbability({ count: k, months: 12 }, { count: k0, months }, r)
        expect(drop(now + 1, base, ratio)).toBeLessThanOrEqual(drop(now, base, ratio) + 1e-12)
        expect(drop(now, base + 1, ratio)).toBeGreaterThanOrEqual(drop(now, base, ratio) - 1e-12)
        expect(drop(now, base, ratio / 2)).toBeLessThanOrEqual(drop(now, base, ratio) + 1e-12)
        expect(drop(now, base, ratio)).toBeGreaterThanOrEqual(0)
        expect(drop(now, base, ratio)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('of a gap fall with its length and are sure of no gap', () => {
    const positive = fc.integer({ min: 1, max: 60 })
    holds(
      fc.property(positive, positive, fc.nat(60), (events, exposure, gap) => {
        const surprise = gapSurprise(events, exposure, gap) ?? -1
        expect(gapSurprise(events, exposure, 0)).toBe(1)
        expect(gapSurprise(events, exposure, gap + 1) ?? 2).toBeLessThan(surprise)
        expect(gapSurprise(events, exposure, exposure) ?? 0).toBeCloseTo(0.5 ** events, 12)
        expect([gapSurprise(0, exposure, gap), gapSurprise(events, 0, gap)]).toEqual([null, null])
      }),
    )
  })

  it('of the binomial tail rise with the hits, fall with the chance, and are sure of all hits', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), probability, (n, hits, p) => {
        const k = hits % n
        expect(binomialTail(k, n, p)).toBeLessThanOrEqual(binomialTail(k + 1, n, p) + 1e-12)
        expect(binomialTail(k, n, Math.min(0.999, p * 1.1))).toBeLessThanOrEqual(binomialTail(k, n, p) + 1e-9)
        expect([binomialTail(n, n, p), binomialTail(k, n, 0), binomialTail(k, n, 1), binomialTail(-1, n, p)]).toEqual([
          1, 1, 0, 0,
        ])
        expect(binomialTail(0, n, p)).toBeCloseTo((1 - p) ** n, 10)
      }),
    )
  })

  it('of the normal tail fall with the distance and do not know its sign', () => {
    const z = fc.double({ min: 0, max: 30, noNaN: true })
    holds(
      fc.property(z, z, (a, b) => {
        expect(normalTwoSidedTail(-a)).toBe(normalTwoSidedTail(a))
        expect(normalTwoSidedTail(Math.max(a, b))).toBeLessThanOrEqual(normalTwoSidedTail(Math.min(a, b)) + 1e-12)
      }),
    )
  })

  it('of the gamma function step up by the logarithm of their place', () => {
    holds(
      fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), (x) => {
        expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 9)
      }),
    )
  })
})

describe('an interval of a share', () => {
  it('holds the share, mirrors its complement and narrows with n', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, hits) => {
        const k = hits % (n + 1)
        const interval = wilsonInterval(k, n)
        const mirrored = wilsonInterval(n - k, n)
        const wider = wilsonInterval(4 * k, 4 * n)
        expect(interval?.low ?? 2).toBeLessThanOrEqual(k / n)
        expect(interval?.high ?? -1).toBeGreaterThanOrEqual(k / n)
        expect(interval?.low ?? 2).toBeCloseTo(1 - (mirrored?.high ?? 0), 12)
        expect((wider?.high ?? 1) - (wider?.low ?? 0)).toBeLessThan((interval?.high ?? 0) - (interval?.low ?? 0))
        expect(wilsonInterval(0, 0)).toBeNull()
      }),
    )
  })
})

describe('diversity', () => {
  it('is greatest for equal counts, and no empty kind changes it', () => {
    holds(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 8 }), (counts) => {
        const kinds = counts.length
        const equal = diversity(
          counts.map(() => 7),
          kinds,
        )
        const other = diversity(counts, kinds)
        expect(other.blau ?? 2).toBeLessThanOrEqual((equal.blau ?? 0) + 1e-12)
        expect(other.effectiveKinds ?? 99).toBeLessThanOrEqual((equal.effectiveKinds ?? 0) + 1e-9)
        expect(equal.blauNormalised ?? 0).toBeCloseTo(1, 12)
        expect(diversity([...counts, 0], kinds)).toEqual(other)
      }),
    )
  })
})

describe('a trend', () => {
  const series = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 12 })
  it('turns round with the series and moves with none of its height', () => {
    holds(
      fc.property(series, fc.integer({ min: -100, max: 100 }), (values, height) => {
        const trend = mannKendall(values)
        const back = mannKendall(values.toReversed())
        expect((back?.S ?? 0) + (trend?.S ?? 1)).toBe(0)
        expect(back?.variance).toBe(trend?.variance)
        expect(mannKendall(values.map((value) => value + height))).toEqual(trend)
        expect(trend?.pExact ?? 0).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('of a straight line has its slope, season by season too', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 4, max: 20 }), (slope, length) => {
        const line = Array.from({ length }, (_, index) => slope * index)
        expect(senLine(line)?.slope).toBe(slope)
        expect(mannKendall(line)?.S).toBe((length * (length - 1)) / 2)
        expect(seasonalMannKendall(line, 1).S).toBe(mannKendall(line)?.S)
      }),
    )
  })
})

describe('season and charts', () => {
  it('have month factors of mean one, and a silence counts its days by them', () => {
    const counts = fc.array(fc.nat(9), { minLength: 24, maxLength: 60 }).filter((all) => all.some((count) => count > 0))
    holds(
      fc.property(counts, day, fc.nat(200), (months, from, length) => {
        const factors = seasonFactors(
          months.map((count, index) => ({ calendarMonth: (index % 12) + 1, count })),
          2,
        )
        expect((factors ?? []).reduce((sum, factor) => sum + factor, 0)).toBeCloseTo(12, 9)
        expect(
          operationalDays(
            from,
            addDays(from, length),
            Array.from({ length: 12 }, () => 1),
          ),
        ).toBe(length)
      }),
    )
  })

  it('smooth within what they saw, and gather no fall where all is as usual', () => {
    holds(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 20 }), probability, (values, weight) => {
        const smooth = exponentialAverage(values, weight)
        expect(
          smooth.every(
            (value) => value !== null && value >= Math.min(...values) - 1e-9 && value <= Math.max(...values) + 1e-9,
          ),
        ).toBe(true)
        expect(
          poissonCusum(
            values.map(() => 10),
            10,
            5,
            4,
          ).alarmIndex,
        ).toBeNull()
        expect(poissonCusum([0, 0, ...values], 10, 5, 4).alarmIndex).toBe(0)
      }),
    )
  })
})

describe('days', () => {
  it('pass one by one, across months and years', () => {
    holds(
      fc.property(day, (one) => {
        expect(dayNumber(addDays(one, 1)) - dayNumber(one)).toBe(1)
        expect([0, 1]).toContain(monthIndexOfDay(addDays(one, 1)) - monthIndexOfDay(one))
      }),
    )
  })
})
