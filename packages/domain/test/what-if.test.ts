import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { straightLine } from '../src/risks/funding/straight-line.ts'
import type { History } from '../src/risks/history.ts'
import { timelineInForce } from '../src/risks/timeline-in-force.ts'
import { evaluate, timeline } from '../src/risks/timeline.ts'
import { monthsAhead } from '../src/risks/what-if/months-ahead.ts'
import { type Leaving, nobodyLeaves, nothingAdded, type Question } from '../src/risks/what-if/question.ts'
import { openWhatIf, stressTest } from '../src/risks/what-if/stress-test.ts'
import { whoLeaves } from '../src/risks/what-if/who-leaves.ts'
import { withAdditions } from '../src/risks/what-if/with-additions.ts'
import { withoutLeaving } from '../src/risks/what-if/without-leaving.ts'
import { dayFromNumber, dayNumber } from '../src/values/day.ts'
import { addMonths, monthFromIndex, monthIndex, monthIndexOfDay } from '../src/values/month.ts'
import { arbitraryHistory } from './given-history.ts'
import { runs } from './property-runs.ts'

const someone = fc.uniqueArray(fc.constantFrom('school', 'library', 'council', 'bank', 'club', 'choir'), {
  maxLength: 4,
})
const someMonth = fc.integer({ min: 10, max: 60 }).map((index) => monthFromIndex(monthIndex('2019-01') + index))
const ways = fc.constantFrom('as-last-year' as const, 'as-planned' as const)
const without = (organisationIds: readonly string[]): Leaving => ({ ...nobodyLeaves, organisationIds })
const question = (more: Partial<Question>): Question => ({
  leaving: nobodyLeaves,
  adding: nothingAdded,
  horizonMonths: 18,
  goesOn: 'as-planned',
  recordedUntil: '2025-01',
  ...more,
})

describe('a question what if', () => {
  it('about nobody changes nothing, and its first month is the reading of that month', () => {
    fc.assert(
      fc.property(arbitraryHistory, someMonth, ways, (history, month, goesOn) => {
        const answer = stressTest(history, month, question({ goesOn, recordedUntil: month }))
        expect(answer.flags.without).toEqual(answer.flags.with)
        expect(answer.money.without).toEqual(answer.money.with)
        expect([answer.raised, answer.initiatives.below, answer.spaces, answer.network.cutOffIds]).toEqual([
          [],
          [],
          [],
          [],
        ])
        const reading = evaluate(history, month)
        expect(answer.flags.with[0]).toMatchObject({
          stagnation: { level: reading.stagnation.heldLevel, score: reading.stagnation.score },
          funding: { level: reading.funding.heldLevel, score: reading.funding.score },
        })
      }),
      runs(40),
    )
  })

  it('never changes the history it is asked of', () => {
    fc.assert(
      fc.property(arbitraryHistory, someMonth, someone, (history, month, ids) => {
        const before = JSON.stringify(history)
        stressTest(history, month, question({ leaving: without(ids), goesOn: 'as-last-year' }))
        expect(JSON.stringify(history)).toBe(before)
      }),
      runs(20),
    )
  })

  it('leaves no more money when more leave, in no month and in no balance', () => {
    fc.assert(
      fc.property(arbitraryHistory, someMonth, someone, fc.nat(3), (history, month, ids, kept) => {
        const whatIf = openWhatIf(history, month, { goesOn: 'as-planned', recordedUntil: month })
        const fewer = whatIf.ask(without(ids.slice(0, kept)), nothingAdded, 24)
        const more = whatIf.ask(without(ids), nothingAdded, 24)
        more.money.without.months.forEach((one, index) => {
          const other = fewer.money.without.months[index]
          expect(one.incomeMinor).toBeLessThanOrEqual(other?.incomeMinor ?? 0)
          if (one.balanceMinor !== null) expect(one.balanceMinor).toBeLessThanOrEqual(other?.balanceMinor ?? 0)
        })
        expect(more.losses.money?.amountMinor).toBeGreaterThanOrEqual(fewer.losses.money?.amountMinor ?? 0)
        expect(more.initiatives.below.length).toBeGreaterThanOrEqual(
          fewer.initiatives.below.filter((one) =>
            more.initiatives.below.some((id) => id.initiativeId === one.initiativeId),
          ).length,
        )
      }),
      runs(40),
    )
  })

  it('money lost is the income with them less the income without them', () => {
    fc.assert(
      fc.property(arbitraryHistory, someMonth, someone, (history, month, ids) => {
        const { money, losses } = stressTest(history, month, question({ leaving: without(ids) }))
        const sum = (course: typeof money.with) => course.months.reduce((total, one) => total + one.incomeMinor, 0)
        expect(sum(money.with) - sum(money.without)).toBe(losses.money?.amountMinor)
      }),
      runs(40),
    )
  })

  it('money lasts as long as the runway of the funding flag says', () => {
    fc.assert(
      fc.property(arbitraryHistory, someMonth, (history, month) => {
        const runway = evaluate(history, month).funding.sublevels.runway
        if (runway.incomeFrom !== 'scheduled') return
        expect(stressTest(history, month, question({})).money.with.lastsMonths).toBe(runway.months)
      }),
      runs(60),
    )
  })

  it('reads the months ahead as the timeline of a history edited by hand', () => {
    fc.assert(
      fc.property(arbitraryHistory, someMonth, someone, ways, (history, month, ids, goesOn) => {
        const answer = stressTest(history, month, question({ leaving: without(ids), goesOn }))
        const carriedOn = monthsAhead(history, '2025-01', addMonths(month, 37), goesOn)
        const edited = cutShort(withoutLeaving(carriedOn, `${month}-01`, whoLeaves(history, without(ids))), month, ids)
        const read = timeline(edited, addMonths(month, 1), addMonths(month, 18)).months
        expect(
          answer.flags.without.slice(1).map((one) => [one.month, one.stagnation.score, one.funding.score]),
        ).toEqual(read.map((one) => [one.month, one.stagnation.score, one.funding.score]))
      }),
      runs(60),
    )
  })

  it('is judged in each month by the lines in force in it, as a timeline is', () => {
    const versions = fc.array(
      fc.record({
        from: fc.integer({ min: -6, max: 20 }),
        watch: fc.integer({ min: 1, max: 4 }),
        reliance: fc.integer({ min: 1, max: 30 }),
      }),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(arbitraryHistory, someMonth, ways, versions, (history, month, goesOn, drafts) => {
        const thresholds = drafts.map(({ from, watch, reliance }, index) => ({
          from: addMonths(month, from),
          position: index + 1,
          values: {
            stagnation: {
              watch: { enter: watch, leave: watch },
              warning: { enter: watch + 1, leave: watch },
              critical: { enter: watch + 2, leave: watch + 1 },
            },
            reliance: { watch: reliance / 100, warning: (reliance + 20) / 100, critical: (reliance + 40) / 100 },
          },
        }))
        const asked = question({ goesOn, recordedUntil: month })
        const answer = stressTest(history, month, asked, thresholds)
        const last = addMonths(month, asked.horizonMonths)
        const carriedOn = monthsAhead(history, month, addMonths(month, 37), goesOn)
        const read = timelineInForce(carriedOn, month, last, thresholds)
        const stand = ({ heldLevel: level, score }: { heldLevel: string; score: number | null }) => ({ level, score })
        expect(answer.flags.with).toEqual(
          read.months.map((one) => ({
            month: one.month,
            stagnation: stand(one.stagnation),
            funding: stand(one.funding),
          })),
        )
        expect(answer.thresholds.filter(({ from }) => from <= last)).toEqual(read.thresholds)
        expect(answer.parametersVersion).toBe(read.thresholds[0]?.version)
      }),
      runs(60),
    )
  })

  it('answers the same about any horizon, whichever was asked about before', () => {
    const horizons = fc.array(fc.integer({ min: 1, max: 36 }), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(arbitraryHistory, someMonth, someone, horizons, (history, month, ids, asked) => {
        const whatIf = openWhatIf(history, month, { goesOn: 'as-last-year', recordedUntil: month })
        const about = whatIf.about(without(ids), nothingAdded, 36)
        for (const horizonMonths of asked) {
          whatIf.ask(without([]), nothingAdded, 36)
          expect(about(horizonMonths)).toEqual(
            stressTest(
              history,
              month,
              question({ leaving: without(ids), horizonMonths, goesOn: 'as-last-year', recordedUntil: month }),
            ),
          )
        }
      }),
      runs(20),
    )
  })

  it('adding newcomers and taking them away again reads as before', () => {
    fc.assert(
      fc.property(arbitraryHistory, someMonth, (history, month) => {
        const added = withAdditions(history, month, {
          pledges: [{ organisationId: null, amountMinor: 900_000, months: 9, route: 'donation' }],
          partners: [
            {
              sector: 'sport',
              initiativeId: history.participations.find((one) => one.to === null)?.initiativeId ?? null,
            },
          ],
          initiatives: [{ organisationIds: ['supposed partner 1', 'supposed funder 1'], months: 6 }],
        })
        const gone = whoLeaves(added, without(['supposed partner 1', 'supposed funder 1']))
        const back = withoutLeaving(added, `${month}-01`, gone)
        const text = (one: History) => JSON.stringify(timeline(one, month, addMonths(month, 18)).months)
        expect(text(back)).toBe(text(history))
      }),
      runs(20),
    )
  })
})

/** What the pledges of those who go had earned before the month, by hand: the engine keeps a promise whole once it is known. */
function cutShort(history: History, month: string, ids: readonly string[]): History {
  const gone = whoLeaves(history, without(ids)).organisationIds
  const lastDay = dayFromNumber(dayNumber(`${month}-01`) - 1)
  return {
    ...history,
    pledges:
      history.pledges?.map((one) => {
        if (!gone.has(one.organisationId) || one.from === null || one.to === null || one.amountMinor === null)
          return one
        if (one.to <= lastDay) return one
        const earned = straightLine(one.from, one.to, one.amountMinor)
          .filter((part) => part.month < monthIndexOfDay(`${month}-01`))
          .reduce((sum, part) => sum + part.amountMinor, 0)
        return { ...one, to: lastDay, amountMinor: earned }
      }) ?? null,
  }
}
