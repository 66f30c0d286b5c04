import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concentration, concentrationLevel, groupShare } from '../src/risks/funding/concentration.ts'
import { fundingCliff } from '../src/risks/funding/cliff.ts'
import { fulfilment } from '../src/risks/funding/fulfilment.ts'
import { runwayMonths } from '../src/risks/funding/runway.ts'
import { straightLine } from '../src/risks/funding/straight-line.ts'
import { parameters } from '../src/risks/parameters.ts'
import { addDays } from '../src/values/day.ts'
import { monthIndexOfDay } from '../src/values/month.ts'
import { runs } from './property-runs.ts'

const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 })
const day = fc.nat(3000).map((days) => addDays('2018-01-01', days))

function holds<Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>): void {
  fc.assert(property, runs())
}

describe('concentration', () => {
  it('knows no unit and no order', () => {
    holds(
      fc.property(amounts, fc.integer({ min: 2, max: 1000 }), (money, times) => {
        const whole = concentration(money)
        const scaled = concentration(money.map((amount) => amount * times))
        expect(concentration(money.toReversed())).toEqual(whole)
        expect(scaled.reliance).toBe(whole.reliance)
        expect(scaled.absenceFactor).toBe(whole.absenceFactor)
        expect(scaled.hhi ?? 0).toBeCloseTo(whole.hhi ?? 1, 12)
        expect(
          concentrationLevel(
            money.map((amount) => amount * times),
            parameters.funding.concentration,
          ),
        ).toBe(concentrationLevel(money, parameters.funding.concentration))
      }),
    )
  })

  it('rises when two funders become one, and its level never falls', () => {
    holds(
      fc.property(
        amounts,
        fc.integer({ min: 1, max: 10 ** 6 }),
        fc.integer({ min: 1, max: 10 ** 6 }),
        (money, a, b) => {
          const [apart, merged] = [
            [...money, a, b],
            [...money, a + b],
          ]
          expect(concentration(merged).hhi ?? 0).toBeGreaterThan(concentration(apart).hhi ?? 1)
          const lines = parameters.funding.concentration
          expect(concentrationLevel(merged, lines)).toBeGreaterThanOrEqual(concentrationLevel(apart, lines))
        },
      ),
    )
  })

  it('gives groups that cover all a share of one together', () => {
    holds(
      fc.property(amounts, fc.nat(11), (money, cut) => {
        const byFunder = new Map(money.map((amount, index) => [`f${index}`, amount]))
        const names = [...byFunder.keys()]
        const [ours, others] = [new Set(names.slice(0, cut)), new Set(names.slice(cut))]
        expect((groupShare(byFunder, ours) ?? 0) + (groupShare(byFunder, others) ?? 0)).toBeCloseTo(1, 12)
        expect(groupShare(new Map(), ours)).toBeNull()
      }),
    )
  })
})

describe('money ahead', () => {
  it('spread over days adds up to itself, month by month without a gap', () => {
    holds(
      fc.property(day, fc.nat(900), fc.nat(10 ** 9), (from, length, amountMinor) => {
        const months = straightLine(from, addDays(from, length), amountMinor)
        expect(months.reduce((sum, one) => sum + one.amountMinor, 0)).toBe(amountMinor)
        expect(months.map((one) => one.month)).toEqual(months.map((_, index) => monthIndexOfDay(from) + index))
        expect(months.every((one) => Number.isInteger(one.amountMinor) && one.amountMinor >= 0)).toBe(true)
      }),
    )
  })

  it('lasts longer with more reserves, shorter with more cost', () => {
    const money = fc.nat(10 ** 6)
    holds(
      fc.property(money, money, money, fc.integer({ min: 1, max: 10 ** 5 }), (reserves, income, cost, more) => {
        const months = (held: number, paid: number) =>
          runwayMonths(
            held,
            () => income,
            () => paid,
            36,
          ) ?? 36
        expect(months(reserves + more, cost)).toBeGreaterThanOrEqual(months(reserves, cost))
        expect(months(reserves, cost + more)).toBeLessThanOrEqual(months(reserves, cost))
        expect(months(-1, cost)).toBe(0)
      }),
    )
  })

  it('has no cliff where income is steady, and one at once where it stops', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 10 ** 6 }), fc.integer({ min: 0, max: 24 }), (amount, stopsIn) => {
        const span = { look: 6, ratio: 0.5, earliest: -12, furthest: 30 }
        expect(fundingCliff(() => amount, span)).toBeNull()
        const cliff = fundingCliff((month) => (month < stopsIn ? amount : 0), span)
        expect(cliff?.month).toBe(Math.max(0, stopsIn - 3))
      }),
    )
  })

  it('keeps promises between none and all, and knows no promise before its grace has passed', () => {
    const due = fc.record({ dueOn: fc.nat(300), dueMinor: fc.integer({ min: 1, max: 1000 }), paidMinor: fc.nat(2000) })
    holds(
      fc.property(fc.array(due, { minLength: 1, maxLength: 8 }), (dues) => {
        const { amountShare, countShare } = fulfilment(dues, 400, 60)
        expect(amountShare ?? 2).toBeLessThanOrEqual(1)
        expect(countShare ?? 2).toBeLessThanOrEqual(1)
        expect(
          fulfilment(
            dues.map((one) => ({ ...one, paidMinor: one.dueMinor })),
            400,
            60,
          ).amountShare,
        ).toBe(1)
        expect(fulfilment(dues, -61 + 60, 60).amountShare).toBeNull()
      }),
    )
  })
})
