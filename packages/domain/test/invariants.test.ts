import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber, dayNumber } from '../src/values/day.ts'
import { flagLevels, quietFlag, stepFlag } from '../src/risks/flag-level.ts'
import { concentration } from '../src/risks/funding/concentration.ts'
import { arbitraryHistory, monthsOfStory, relabelled, shuffled } from './given-history.ts'
import { runs } from './property-runs.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { binomialTail } from '../src/risks/statistics/binomial-tail.ts'
import { gapSurprise } from '../src/risks/statistics/gap-surprise.ts'
import { rateDropProbability } from '../src/risks/statistics/rate-drop.ts'
import { evaluate, timeline } from '../src/risks/timeline.ts'

const { from, to } = monthsOfStory
const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 })

function text(history: History): string {
  return JSON.stringify(timeline(history, from, to).months)
}

/** The readings without the ids they name. */
function withoutIds(history: History): string {
  return JSON.stringify(timeline(history, from, to).months, (key, value: unknown) =>
    ['byFunder', 'largestFunderId', 'contributors'].includes(key) ? null : value,
  )
}

describe('every reading', () => {
  it('is the same alone as in any timeline', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.integer({ min: 0, max: 71 }), (history, index) => {
        const reading = timeline(history, from, to).months[index]
        expect(JSON.stringify(evaluate(history, reading?.month ?? from))).toBe(JSON.stringify(reading))
      }),
      runs(40),
    )
  })

  it('does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.infiniteStream(fc.nat()), (history, numbers) => {
        expect(text(shuffled(history, numbers))).toBe(text(history))
      }),
      runs(40),
    )
  })

  it('does not depend on what things are called', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        expect(withoutIds(relabelled(history))).toBe(withoutIds(history))
      }),
      runs(40),
    )
  })

  it('counts a fact told twice once', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const twice = {
          ...history,
          organisations: [...history.organisations, ...history.organisations],
          initiatives: [...history.initiatives, ...history.initiatives],
          participations: [...history.participations, ...history.participations],
          bookings: history.bookings && [...history.bookings, ...history.bookings],
          pledges: history.pledges && [...history.pledges, ...history.pledges],
        }
        expect(text(twice)).toBe(text(history))
      }),
      runs(30),
    )
  })

  it('sees nothing dated on or after its day', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.integer({ min: 1, max: 71 }), (history, index) => {
        const month = timeline(history, from, to).months[index]?.month ?? from
        const isBefore = (day: string | null) => day === null || day < `${month}-01`
        const known: History = {
          ...history,
          initiatives: history.initiatives
            .filter((one) => isBefore(one.startedOn))
            .map((one) => (isBefore(one.endedOn) ? one : { ...one, endedOn: null, endState: null })),
          participations: history.participations
            .filter((one) => isBefore(one.from))
            .map((one) => (isBefore(one.to) ? one : { ...one, to: null })),
          memberships: history.memberships?.filter((one) => isBefore(one.from)) ?? null,
          bookings: history.bookings?.filter((one) => isBefore(one.startsOn)) ?? null,
          pledges: history.pledges?.filter((one) => isBefore(one.confirmedOn)) ?? null,
          receipts: history.receipts?.filter((one) => isBefore(one.receivedOn)) ?? null,
          // A cost is dated by the day since which it is known.
          costs: history.costs?.filter(({ knownOn, dueOn }) => isBefore(dueOn) || isBefore(knownOn ?? dueOn)) ?? null,
          reserves: history.reserves?.filter((one) => isBefore(one.on)) ?? null,
        }
        expect(JSON.stringify(evaluate(history, month))).toBe(JSON.stringify(evaluate(known, month)))
      }),
      runs(60),
    )
  })

  it('keeps shares, probabilities and levels within their ranges', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        let held = 0
        for (const { stagnation, funding } of timeline(history, from, to).months) {
          const { novelty, renewal, gap, pipeline } = stagnation.families
          const shares = [
            novelty.newTieRate,
            novelty.untriedPairShare,
            novelty.newPartnerRate,
            renewal.pBelow50pct,
            renewal.pBelow75pct,
            gap.p,
            pipeline.p,
            pipeline.medianShare24m,
            funding.readings.reliance,
            funding.readings.hhi,
            funding.readings.publicShare,
            funding.readings.fulfilment,
            funding.readings.retention,
          ].filter((share) => share !== null)
          expect(shares.filter((share) => !(share >= 0 && share <= 1))).toEqual([])
          if (stagnation.score !== null) expect(stagnation.score).toBeLessThanOrEqual(10)
          const level = flagLevels.indexOf(stagnation.heldLevel)
          expect(level).toBeGreaterThanOrEqual(held - 1)
          held = level
        }
      }),
      runs(40),
    )
  })

  it('shows no share and no level that changes when every amount is doubled', () => {
    const scaled = (history: History, times: number): History => {
      const multiplied = <Fact extends { readonly amountMinor: number | null }>(facts: readonly Fact[] | null) =>
        facts &&
        facts.map((fact) => ({ ...fact, amountMinor: fact.amountMinor === null ? null : fact.amountMinor * times }))
      return {
        ...history,
        pledges: multiplied(history.pledges),
        instalments: multiplied(history.instalments),
        receipts: multiplied(history.receipts),
        costs: multiplied(history.costs) as History['costs'],
        reserves: multiplied(history.reserves) as History['reserves'],
      }
    }
    // Monthly means of cost are whole minor units (docs/adr/0013): levels keep their unit where means of 1 to 12 months are whole.
    const WHOLE_MEANS = 27_720
    const held = (history: History) => timeline(history, from, to).months.map(({ funding }) => funding.heldLevel)
    const levels = (history: History) =>
      timeline(history, from, to).months.map(({ funding }) => [
        funding.readings.reliance,
        funding.readings.hhi,
        funding.readings.incomeRatio,
        funding.readings.publicShare,
      ])
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        expect(levels(scaled(history, 2))).toEqual(levels(history))
        expect(held(scaled(history, 2 * WHOLE_MEANS))).toEqual(held(scaled(history, WHOLE_MEANS)))
      }),
      runs(30),
    )
  })
})

describe('concentration', () => {
  it('lies between one funder and all funders equal, and falls with the order of the Hill number', () => {
    fc.assert(
      fc.property(amounts, (money) => {
        const { hhi, effectiveNumber, hill1, n } = concentration(money)
        const slack = 1e-9
        expect(hhi ?? 0).toBeGreaterThanOrEqual(1 / n - slack)
        expect(hhi ?? 2).toBeLessThanOrEqual(1 + slack)
        expect(effectiveNumber ?? 0).toBeLessThanOrEqual((hill1 ?? 0) + slack)
        expect(hill1 ?? 0).toBeLessThanOrEqual(n + slack)
      }),
      runs(),
    )
  })

  it('falls when a funder is split and rises when two are merged; a funder without money changes nothing', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 1_000_000 }), (money, largest) => {
        const whole = concentration([...money, largest])
        const split = concentration([...money, Math.floor(largest / 2), Math.ceil(largest / 2)])
        expect(split.hhi ?? 0).toBeLessThan(whole.hhi ?? 0)
        expect(concentration([...money, 0])).toEqual(concentration(money))
      }),
      runs(),
    )
  })
})

describe('probabilities', () => {
  it('fall as more starts are seen and rise with the number of hits', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(60), fc.integer({ min: 1, max: 24 }), (now, base, months) => {
        const probability = (count: number) => rateDropProbability({ count, months: 12 }, { count: base, months }, 0.5)
        expect(probability(now + 1)).toBeLessThanOrEqual(probability(now))
        expect(binomialTail(now, 40, 0.4)).toBeLessThanOrEqual(binomialTail(now + 1, 40, 0.4))
        expect(gapSurprise(now + 1, months, 3) ?? 2).toBeLessThanOrEqual(gapSurprise(Math.max(1, now), months, 3) ?? 0)
      }),
      runs(),
    )
  })
})

describe('a flag', () => {
  const scores = fc.array(fc.option(fc.integer({ min: 0, max: 8 })), { maxLength: 40 })

  it('never falls by more than one level, and never at a month without a reading', () => {
    fc.assert(
      fc.property(scores, (readings) => {
        let state = quietFlag
        readings.forEach((score, month) => {
          const step = stepFlag(state, month, score, parameters.flags.stagnation, parameters.flags)
          const change = flagLevels.indexOf(step.state.level) - flagLevels.indexOf(state.level)
          expect(change).toBeGreaterThanOrEqual(-1)
          if (score === null)
            expect(step.state).toEqual({ ...state, insufficientSince: state.insufficientSince ?? month })
          state = step.state
        })
      }),
      runs(),
    )
  })

  it('does not rise on a single reading', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10 }), (score) => {
        const step = stepFlag(quietFlag, 0, score, parameters.flags.stagnation, parameters.flags)
        expect(step.state.level).toBe('none')
      }),
      runs(),
    )
  })
})

describe('days', () => {
  it('become numbers and days again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (number) => {
        expect(dayNumber(dayFromNumber(number))).toBe(number)
      }),
      runs(),
    )
  })
})
