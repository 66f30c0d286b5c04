import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flagLevels, levelCalledFor, quietFlag, stepFlag } from '../src/risks/flag-level.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { revisedMonths } from '../src/risks/revised-months.ts'
import { type MonthReading, timeline } from '../src/risks/timeline.ts'
import { dayFromNumber } from '../src/values/day.ts'
import { addMonths, firstDayNumber, monthFromIndex, monthIndex } from '../src/values/month.ts'
import { arbitraryHistory, monthsOfStory } from './given-history.ts'
import { runs } from './property-runs.ts'

const { from, to } = monthsOfStory
const month = fc.integer({ min: monthIndex(from), max: monthIndex(to) }).map(monthFromIndex)
const scores = fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 4 }), { minLength: 1, maxLength: 40 })
const rank = (level: string) => flagLevels.indexOf(level as 'none')
const text = (value: unknown) => JSON.stringify(value)
const monthsOf = (history: History) => timeline(history, from, to).months
const lastDayBefore = (one: string) => dayFromNumber(firstDayNumber(monthIndex(one)) - 1)

function statesOf(values: readonly (number | null)[], cap: 'watch' | null = null) {
  let state = quietFlag
  return values.map((score, at) => {
    const before = state
    const step = stepFlag(before, at, score, parameters.flags.stagnation, parameters.flags, cap)
    state = step.state
    return { before, step, state, score }
  })
}

function holds<Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>, everyDay = 100): void {
  fc.assert(property, runs(everyDay))
}

describe('a flag', () => {
  it('falls one level at a time, and only after three readings in a row below its leaving line', () => {
    holds(
      fc.property(scores, (values) => {
        const states = statesOf(values)
        states.forEach(({ before, state }, index) => {
          if (rank(state.level) >= rank(before.level)) return
          expect(rank(before.level) - rank(state.level)).toBe(1)
          const readings = states
            .slice(0, index + 1)
            .filter((one) => one.score !== null)
            .slice(-3)
          const line = parameters.flags.stagnation[before.level as 'watch'].leave
          expect(readings.map((one) => (one.score ?? 99) < line)).toEqual([true, true, true])
        })
      }),
    )
  })

  it('rises to no level that two of the last three readings did not call for', () => {
    holds(
      fc.property(scores, (values) => {
        statesOf(values).forEach(({ before, state, step }) => {
          if (rank(state.level) <= rank(before.level)) return
          expect(step.kind).toBe('raised')
          expect(state.called.filter((call) => rank(call.level) >= rank(state.level)).length).toBeGreaterThanOrEqual(2)
        })
      }),
    )
  })

  it('stands still without a reading, and goes on from there as if nothing had been', () => {
    holds(
      fc.property(scores, (values) => {
        const states = statesOf(values)
        for (const { before, state, score, step } of states) {
          if (score !== null) continue
          expect({ ...state, insufficientSince: null }).toEqual({ ...before, insufficientSince: null })
          expect(step.calledLevel).toBeNull()
        }
        const levels = (all: ReturnType<typeof statesOf>) =>
          all.filter((one) => one.score !== null).map((one) => one.state.level)
        expect(levels(states)).toEqual(levels(statesOf(values.filter((value) => value !== null))))
      }),
    )
  })

  it('of a young network never passes watch', () => {
    holds(
      fc.property(scores, (values) => {
        for (const { state } of statesOf(values, 'watch')) expect(rank(state.level)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('calls for more as the score rises', () => {
    holds(
      fc.property(fc.nat(12), fc.nat(12), (a, b) => {
        const called = (score: number) => rank(levelCalledFor(score, parameters.flags.stagnation))
        expect(called(Math.max(a, b))).toBeGreaterThanOrEqual(called(Math.min(a, b)))
      }),
    )
  })

  it('remembers its peak while it is raised, and its first call as its onset', () => {
    holds(
      fc.property(scores, (values) => {
        for (const { state } of statesOf(values)) {
          if (state.level === 'none') expect(state.onset).toBeNull()
          else {
            expect(rank(state.peak)).toBeGreaterThanOrEqual(rank(state.level))
            expect(values[state.onset ?? -1] ?? 0).toBeGreaterThanOrEqual(parameters.flags.stagnation.watch.enter)
          }
        }
      }),
    )
  })
})

describe('a timeline', () => {
  it('does not change with the last month it is asked for', () => {
    holds(
      fc.property(arbitraryHistory, month, (history, last) => {
        const shorter = timeline(history, from, last).months
        expect(text(monthsOf(history).slice(0, shorter.length))).toBe(text(shorter))
      }),
      40,
    )
  })

  it('leaves the history it reads as it was', () => {
    holds(
      fc.property(arbitraryHistory, (history) => {
        const before = text(history)
        const frozen = JSON.parse(before, (_, value: unknown) => Object.freeze(value)) as History
        expect(text(monthsOf(frozen))).toBe(text(monthsOf(history)))
        expect(text(history)).toBe(before)
      }),
      40,
    )
  })

  it('reads the months up to the end of the data as ever and nothing after it, with both flags held', () => {
    holds(
      fc.property(arbitraryHistory, month, (history, cut) => {
        const through = lastDayBefore(cut)
        const whole = monthsOf(history)
        const cutOff = monthsOf({ ...history, dataCompleteThrough: through })
        const position = monthIndex(cut) - monthIndex(from)
        const unmarked = (months: readonly MonthReading[]) =>
          text(months).replaceAll(`"dataCompleteThrough":"${through}"`, '"dataCompleteThrough":null')
        expect(unmarked(cutOff.slice(0, position + 1))).toBe(unmarked(whole.slice(0, position + 1)))
        const known = cutOff[position]
        // Before any fact there is nothing that could be incomplete.
        const isBegun = (one: MonthReading) => one.stagnation.insufficientSince !== null
        for (const one of cutOff.slice(position + 1).filter(isBegun)) {
          for (const flag of ['stagnation', 'funding'] as const) {
            expect(one[flag].level).toBe('insufficient-data')
            expect(one[flag].score).toBeNull()
            expect(one[flag].reason).toBe(`incomplete-after:${through}`)
            expect(one[flag].heldLevel).toBe(known?.[flag].heldLevel)
            expect(one[flag].readingsBelowLeave).toBe(known?.[flag].readingsBelowLeave)
            expect(one[flag].peak).toBe(known?.[flag].peak)
            expect(one[flag].change).toBeNull()
          }
        }
      }),
      60,
    )
  })

  it('of a closing network says the same and calls for nothing', () => {
    holds(
      fc.property(arbitraryHistory, (history) => {
        const closing = monthsOf({ ...history, lifeStage: 'closing' })
        monthsOf(history).forEach((one, index) => {
          expect(closing[index]?.stagnation.isInformationOnly).toBe(true)
          expect(closing[index]?.stagnation.lifeStage).toBe('closing')
          expect(closing[index]?.stagnation.families).toEqual(one.stagnation.families)
          expect(closing[index]?.funding).toEqual(one.funding)
        })
      }),
      30,
    )
  })

  it('closes from the day on which it said so, and reads the months before as ever', () => {
    holds(
      fc.property(arbitraryHistory, month, (history, since) => {
        const closing = monthsOf({ ...history, closingSince: `${since}-10` })
        const running = monthsOf(history)
        const position = monthIndex(since) - monthIndex(from) + 1
        expect(text(closing.slice(0, position))).toBe(text(running.slice(0, position)))
        for (const { stagnation } of closing.slice(position)) {
          expect(stagnation.lifeStage).toBe('closing')
          expect(stagnation.isInformationOnly).toBe(true)
        }
      }),
      30,
    )
  })

  it('gives a score that its parts add up to, and no points without a family that can be read', () => {
    holds(
      fc.property(arbitraryHistory, (history) => {
        for (const { stagnation, funding } of monthsOf(history)) {
          const points = Object.values(stagnation.families).map((family) => family.points)
          const readable = points.filter((value) => value !== null)
          expect(stagnation.score).toBe(
            readable.length < 2 ? null : readable.reduce<number>((sum, value) => sum + value, 0),
          )
          for (const family of Object.values(stagnation.families)) {
            if (family.points === null) expect(family.reason).toBeDefined()
            else expect([0, 1, 2]).toContain(family.points)
          }
          const levels = Object.values(funding.sublevels).flatMap((one) => (one.level === null ? [] : [one.level]))
          if (funding.score !== null) expect(funding.score).toBe(Math.max(...levels))
        }
      }),
      40,
    )
  })

  it('counts repeated pairs as what is left of new ones', () => {
    holds(
      fc.property(arbitraryHistory, (history) => {
        for (const { stagnation } of monthsOf(history)) {
          const { newTieRate, untriedPairShare, relative } = stagnation.families.novelty
          if (newTieRate === null || untriedPairShare === null || relative === null) continue
          expect(newTieRate).toBeGreaterThanOrEqual(0)
          expect(newTieRate).toBeLessThanOrEqual(1)
          expect(relative).toBeCloseTo(newTieRate / untriedPairShare, 9)
        }
      }),
      40,
    )
  })

  it('reads no money from a pledge that is offered, withdrawn, in kind or in another currency', () => {
    holds(
      fc.property(arbitraryHistory, fc.constantFrom('offered', 'withdrawn', 'in-kind', 'SEK'), (history, how) => {
        const pledges = (history.pledges ?? []).map((one) => {
          if (how === 'in-kind') return { ...one, kind: how }
          return how === 'SEK' ? { ...one, currency: how } : { ...one, status: how }
        })
        for (const { funding } of monthsOf({
          ...history,
          pledges,
          receipts: how === 'in-kind' || how === 'SEK' ? history.receipts : null,
        })) {
          expect(funding.readings.income).toBeNull()
          expect(funding.sublevels.cliff.level).toBeNull()
        }
      }),
      40,
    )
  })

  it('sees departments of one public body as that body', () => {
    holds(
      fc.property(arbitraryHistory, (history) => {
        const rolled = monthsOf(history)
        const renamed = monthsOf({
          ...history,
          pledges:
            history.pledges &&
            history.pledges.map((one) => ({
              ...one,
              organisationId: one.organisationId === 'office' ? 'council' : one.organisationId,
            })),
        })
        expect(rolled.map((one) => one.funding.readings.byFunder)).toEqual(
          renamed.map((one) => one.funding.readings.byFunder),
        )
      }),
      40,
    )
  })

  it('moves with its facts: everything a year later reads the same a year later', () => {
    const shift = (history: History, years: number) =>
      JSON.parse(
        text(history).replaceAll(
          /"(\d{4})-(\d{2}-\d{2})"/g,
          (_, year: string, rest: string) => `"${Number(year) + years}-${rest}"`,
        ),
      ) as History
    holds(
      fc.property(arbitraryHistory, (history) => {
        // Four hundred years are whole weeks and leap years.
        const later = timeline(shift(history, 400), addMonths(from, 4800), addMonths(to, 4800)).months
        expect(later.map((one) => [one.stagnation.score, one.funding.score, one.funding.readings.income])).toEqual(
          monthsOf(history).map((one) => [one.stagnation.score, one.funding.score, one.funding.readings.income]),
        )
      }),
      40,
    )
  })
})

describe('a revision', () => {
  it('names exactly the months in which a flag reads otherwise', () => {
    holds(
      fc.property(arbitraryHistory, fc.nat(20), (history, index) => {
        const later = monthsOf(history)
        const then = monthsOf({
          ...history,
          receipts: history.receipts && history.receipts.filter((_, place) => place !== index),
        })
        const revised = revisedMonths(then, later)
        const isOther = (one: MonthReading, flag: 'stagnation' | 'funding', place: number) =>
          one[flag].level !== later[place]?.[flag].level ||
          one[flag].heldLevel !== later[place]?.[flag].heldLevel ||
          one[flag].score !== later[place]?.[flag].score
        const expected = then.flatMap((one, place) =>
          (['stagnation', 'funding'] as const)
            .filter((flag) => isOther(one, flag, place))
            .map((flag) => `${one.month} ${flag}`),
        )
        expect(revised.map((one) => `${one.month} ${one.flag}`)).toEqual(expected)
        expect(revisedMonths(later, later)).toEqual([])
      }),
      40,
    )
  })
})
