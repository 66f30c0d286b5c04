import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flagMonths } from '../src/risks/explain/flag-months.ts'
import { fundingOf, stagnationOf } from '../src/risks/explain/one-month.ts'
import { openFunding, openStagnation } from '../src/risks/explain/opened-month.ts'
import { datedFacts } from '../src/risks/dated-facts.ts'
import { fundingFold } from '../src/risks/funding/funding-fold.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { stagnationFold } from '../src/risks/stagnation/stagnation-fold.ts'
import { timelineInForce } from '../src/risks/timeline-in-force.ts'
import { addMonths, monthFromIndex, monthIndex } from '../src/values/month.ts'
import { arbitraryHistory, monthsOfStory } from './given-history.ts'
import { runs } from './property-runs.ts'

const someMonth = fc.integer({ min: 0, max: 80 }).map((offset) => addMonths(monthsOfStory.from, offset))
const kinds = [
  'initiatives',
  'participations',
  'bookings',
  'pledges',
  'instalments',
  'receipts',
  'costs',
  'reserves',
] as const

/** One thing that is otherwise in a history; what stays is the same fact, and not one like it. */
const change = fc
  .record({
    how: fc.constantFrom('leave out', 'leave out', 'copy', 'turn', 'keep', 'take', 'end', 'come', 'through'),
    kind: fc.constantFrom(...kinds),
    at: fc.nat(60),
    many: fc.integer({ min: 1, max: 4 }),
    from: arbitraryHistory,
  })
  .map(({ how, kind, at, many, from }) => (history: History): History => {
    const facts: readonly object[] = history[kind] ?? []
    const others: readonly object[] = from[kind] ?? []
    const told = (list: readonly object[]) => ({ ...history, [kind]: history[kind] && list })
    switch (how) {
      case 'leave out':
        return told(facts.filter((_, index) => index % 61 < at || index % 61 >= at + many))
      case 'copy':
        return told(facts.map((fact) => ({ ...fact })))
      case 'turn':
        return told(facts.toReversed())
      // Nobody keeps it any more, or somebody does.
      case 'keep':
        return kind === 'initiatives' || kind === 'participations' ? history : { ...history, [kind]: from[kind] }
      case 'take':
        return told([...facts, ...others.slice(at, at + many)])
      case 'end':
        return {
          ...history,
          initiatives: history.initiatives.map((one, index) =>
            index === at ? { ...one, endedOn: null, plannedEndOn: from.initiatives[0]?.plannedEndOn ?? null } : one,
          ),
        }
      case 'come':
        return {
          ...history,
          participations: [
            ...history.participations,
            ...history.initiatives.slice(at, at + many).map(({ id, startedOn }) => ({
              initiativeId: id,
              organisationId: 'newcomer',
              role: 'contributor',
              from: startedOn,
              to: null,
            })),
          ],
        }
      default:
        return { ...history, dataCompleteThrough: `${addMonths(monthsOfStory.from, at)}-15` }
    }
  })
const otherHistory = fc
  .tuple(arbitraryHistory, fc.array(change, { maxLength: 3 }))
  .map(([history, changes]) => ({ history, other: changes.reduce((all, apply) => apply(all), history) }))
const ahead = fc.integer({ min: -1, max: 4 })

describe('a month that is open', () => {
  it('reads of every other history what this history reads alone', () => {
    fc.assert(
      fc.property(otherHistory, someMonth, ahead, ({ history, other }, month, months) => {
        const asked = addMonths(month, months)
        const stagnation = openStagnation(history, month, parameters)
        expect(stagnation(other, asked)).toEqual(stagnationOf(other, asked, parameters))
        const funding = openFunding(history, month, parameters)
        expect(funding(other, asked)).toEqual(fundingOf(other, asked, parameters))
        // What was asked before it decides nothing.
        expect(stagnation(history, month)).toEqual(stagnationOf(history, month, parameters))
        expect(funding(history, month)).toEqual(fundingOf(history, month, parameters))
      }),
      runs(400),
    )
  })

  it('reads of a history that shares nothing what it reads alone', () => {
    fc.assert(
      fc.property(arbitraryHistory, arbitraryHistory, someMonth, (history, other, month) => {
        const work = { ...history, initiatives: other.initiatives, participations: other.participations }
        const { pledges, instalments, receipts, costs } = other
        const money = { ...history, pledges, instalments, receipts, costs }
        expect(openStagnation(history, month, parameters)(work, month)).toEqual(stagnationOf(work, month, parameters))
        expect(openFunding(history, month, parameters)(money, month)).toEqual(fundingOf(money, month, parameters))
      }),
      runs(100),
    )
  })
})

describe('the months of one flag', () => {
  const strict = { reliance: { watch: 0.1, warning: 0.2, critical: 0.3 } }

  it('are those of the timeline by the lines in force', () => {
    fc.assert(
      fc.property(arbitraryHistory, someMonth, someMonth, (history, month, from) => {
        const versions = [{ from, position: 1, values: strict }]
        const facts = datedFacts(history)
        const [stagnation, funding] = [
          flagMonths(facts, month, versions, stagnationFold),
          flagMonths(facts, month, versions, fundingFold),
        ]
        if (facts.firstMonth === null || facts.firstMonth >= monthIndex(month)) {
          expect([stagnation, funding]).toEqual([[], []])
          return
        }
        const { months } = timelineInForce(history, monthFromIndex(facts.firstMonth + 1), month, versions)
        expect(stagnation).toEqual(months.map((one) => one.stagnation))
        expect(funding).toEqual(months.map((one) => one.funding))
      }),
      runs(60),
    )
  })
})
