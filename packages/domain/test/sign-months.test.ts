import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOfWindow } from '../src/risks/explain-signs/facts-of-window.ts'
import { explainSign } from '../src/risks/explain-signs/explain-sign.ts'
import { recordsSince, signOf } from '../src/risks/explain-signs/sign-month.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { secondaryFlagNames } from '../src/risks/secondary/flag-names.ts'
import { evaluateSecondary } from '../src/risks/secondary/secondary-timeline.ts'
import { signParts } from '../src/risks/secondary/sign-parts.ts'
import { monthFromIndex, monthIndex } from '../src/values/month.ts'
import { monthsOfStory } from './given-history.ts'
import { arbitrarySecondaryHistory } from './given-secondary.ts'
import { runs } from './property-runs.ts'

const someMonth = fc
  .integer({ min: 0, max: 80 })
  .map((offset) => monthFromIndex(monthIndex(monthsOfStory.from) + offset))

describe('a sign of a month read alone', () => {
  it('reads what the timeline reads, whatever the history', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, someMonth, (history, month) => {
        const { flags } = evaluateSecondary(history, month)
        for (const sign of secondaryFlagNames) {
          const { score, grades, readings } = signOf(history, sign, month, parameters)
          const { value, interval, n, parts, contributors, reported, persons, score: said, reason } = flags[sign]
          expect(score).toBe(said)
          expect(readings).toEqual({
            score,
            ...(reason === undefined || reason === null ? {} : { reason }),
            value,
            interval,
            n,
            parts,
            contributors,
            reported,
            persons,
          })
          expect(Object.keys(grades)).toEqual(signParts[sign])
          if (score !== null) expect(grades).toEqual(parts)
        }
      }),
      runs(200),
    )
  })

  it('rests on no fact from before its window', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, someMonth, (history, month) => {
        const since = recordsSince(history)
        for (const sign of secondaryFlagNames) {
          const seen = factsOfWindow(history, sign, month, parameters)
          expect([sign, signOf(seen, sign, month, parameters, since)]).toEqual([
            sign,
            signOf(history, sign, month, parameters, since),
          ])
        }
      }),
      runs(300),
    )
  })
})

describe('what drives a sign', () => {
  it('can be found again by leaving the fact out of the whole history', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, someMonth, (history, month) => {
        for (const sign of secondaryFlagNames) {
          const { score, drivers } = explainSign(history, sign, month, [], true)
          expect(score).toBe(evaluateSecondary(history, month).flags[sign].score)
          for (const { kind, id, scoreWithout, effect } of [...drivers.raising, ...drivers.holding]) {
            const other = without(history, kind, id)
            // The records begin when they begin, also without the first of them.
            if (recordsSince(other) !== recordsSince(history)) continue
            const left = evaluateSecondary(other, month).flags[sign].score
            expect([sign, kind, id, left]).toEqual([sign, kind, id, scoreWithout])
            expect(Math.abs(effect)).toBeLessThanOrEqual(3)
          }
        }
      }),
      runs(60),
    )
  })

  it('does not depend on the order of the facts, and is told in bounds', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, someMonth, (history, month) => {
        for (const sign of secondaryFlagNames) {
          const explained = explainSign(history, sign, month, [], true)
          expect(explainSign(reversed(history), sign, month, [], true)).toEqual(explained)
          const { raising, holding, tried, of } = explained.drivers
          expect(raising.length).toBeLessThanOrEqual(5)
          expect(holding.length).toBeLessThanOrEqual(3)
          expect(tried).toBeLessThanOrEqual(Math.min(32, of))
        }
      }),
      runs(40),
    )
  })
})

describe('what would lower a sign', () => {
  it('is always a lower level, of kinds that are each told once', () => {
    fc.assert(
      fc.property(arbitrarySecondaryHistory, someMonth, (history, month) => {
        for (const sign of secondaryFlagNames) {
          const { score, ways } = explainSign(history, sign, month, [], true)
          if (score === null || score === 0) expect(ways).toEqual([])
          for (const way of ways) {
            expect(way.score).toBeLessThan(score ?? 0)
            expect(new Set(way.steps.map(({ code }) => code)).size).toBe(way.steps.length)
            // The fewest kinds that do, and all ways of as many.
            expect(way.steps).toHaveLength(ways[0]?.steps.length ?? 0)
          }
        }
      }),
      runs(40),
    )
  })
})

function reversed(history: History): History {
  const turned = Object.entries(history).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.toReversed() : (value as unknown),
  ])
  return Object.fromEntries(turned) as History
}

const namesOf: Readonly<Record<string, readonly string[]>> = {
  initiative: ['initiativeId'],
  partner: ['organisationId', 'hostId'],
  person: ['personId'],
}

/** Leaves a fact out in a way of its own, to compare with the engine's. */
function without(history: History, kind: string, id: string): History {
  const names = namesOf[kind] ?? []
  const isOf = (fact: object) => Object.entries(fact).some(([name, value]) => value === id && names.includes(name))
  const gone = new Set(history.pledges?.filter(isOf).map((one) => one.id))
  const lists = Object.entries(history).map(([name, value]) => {
    if (!Array.isArray(value) || ['organisations', 'memberships', 'mandates'].includes(name)) return [name, value]
    const facts = value as readonly { readonly id?: string; readonly pledgeId?: string }[]
    return [
      name,
      facts.filter(
        (fact) =>
          !isOf(fact) &&
          !gone.has(fact.pledgeId ?? '') &&
          !(name === 'initiatives' && kind === 'initiative' && fact.id === id),
      ),
    ]
  })
  return Object.fromEntries(lists) as History
}
