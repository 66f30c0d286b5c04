import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { revisedMonths } from '../src/risks/revised-months.ts'
import { type MonthReading, timeline } from '../src/risks/timeline.ts'
import { dayFromNumber } from '../src/values/day.ts'
import { addMonths, firstDayNumber, monthFromIndex, monthIndex } from '../src/values/month.ts'
import { arbitraryHistory, monthsOfStory } from './given-history.ts'
import { runs } from './property-runs.ts'

const { from, to } = monthsOfStory
const month = fc.integer({ min: monthIndex(from), max: monthIndex(to) }).map(monthFromIndex)
const text = (value: unknown) => JSON.stringify(value)
const monthsOf = (history: History) => timeline(history, from, to).months
const lastDayBefore = (one: string) => dayFromNumber(firstDayNumber(monthIndex(one)) - 1)

function holds<Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>, everyDay = 100): void {
  fc.assert(property, runs(everyDay))
}

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
