import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from '../src/risks/explain/explain.ts'
import { flagCodes } from '../src/risks/explain/flag-code.ts'
import { fundingOf, stagnationOf } from '../src/risks/explain/one-month.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { evaluate, timeline } from '../src/risks/timeline.ts'
import { monthFromIndex, monthIndex } from '../src/values/month.ts'
import { arbitraryHistory, monthsOfStory } from './given-history.ts'
import { packageHistory } from './package-history.ts'
import { runs } from './property-runs.ts'

const golden = packageHistory(new URL('../fixtures/golden/', import.meta.url))
const goldenMonths = () => timeline(golden, '2018-03', '2023-01').months
const someMonth = fc
  .integer({ min: 12, max: 71 })
  .map((offset) => monthFromIndex(monthIndex(monthsOfStory.from) + offset))

describe('a month read alone', () => {
  it('reads in each of 59 months what the timeline reads', () => {
    const months = goldenMonths()
    expect(months).toHaveLength(59)
    for (const { month, stagnation, funding } of months) {
      const alone = stagnationOf(golden, month, parameters)
      expect(alone.score).toBe(stagnation.score)
      if (stagnation.level !== 'insufficient-data') expect(alone.readings).toEqual(stagnation.families)
      const money = fundingOf(golden, month, parameters)
      expect(money.score).toBe(funding.score)
      if (funding.level !== 'insufficient-data') expect(money.readings).toEqual(funding.sublevels)
    }
  })

  it('reads what the timeline reads, whatever the history', () => {
    fc.assert(
      fc.property(arbitraryHistory, someMonth, (history, month) => {
        const { stagnation, funding } = evaluate(history, month)
        expect(stagnationOf(history, month, parameters).score).toBe(stagnation.score)
        expect(fundingOf(history, month, parameters).score).toBe(funding.score)
        expect(stagnationOf(history, month, parameters).readings).toEqual(stagnation.families)
        expect(fundingOf(history, month, parameters).readings).toEqual(funding.sublevels)
      }),
      runs(200),
    )
  })
})

describe('what drives a flag', () => {
  it('can be found again in every sixth month', () => {
    const months = goldenMonths().filter((_, index) => index % 6 === 0)
    expect(months).toHaveLength(10)
    for (const { month } of months) expectDriversAgain(golden, month)
  })

  it('can be found again by leaving the fact out, whatever the history', () => {
    fc.assert(
      fc.property(arbitraryHistory, someMonth, (history, month) => expectDriversAgain(history, month)),
      runs(40),
    )
  })

  it('is at most five facts, the strongest first, and none that moves nothing', () => {
    fc.assert(
      fc.property(arbitraryHistory, someMonth, (history, month) => {
        for (const flag of flagCodes) {
          const { raising, holding, tried, of } = explain(history, flag, month).drivers
          expect(raising.length).toBeLessThanOrEqual(5)
          expect(holding.length).toBeLessThanOrEqual(3)
          expect(tried).toBeLessThanOrEqual(of)
          expect(raising.map((one) => one.effect)).toEqual(raising.map((one) => one.effect).toSorted((a, b) => b - a))
          expect(raising.every((one) => one.effect >= 0)).toBe(true)
          expect(holding.every((one) => one.effect <= 0)).toBe(true)
          expect(new Set(raising.map((one) => one.id)).size).toBe(raising.length)
        }
      }),
      runs(40),
    )
  })
})

describe('what would lower a flag', () => {
  it('does so in every fourth month', () => {
    const months = goldenMonths().filter((_, index) => index % 4 === 2)
    expect(months).toHaveLength(15)
    for (const { month, stagnation, funding } of months) {
      for (const way of explain(golden, 'network-stagnation', month).ways)
        expect(way.score).toBeLessThan(stagnation.score ?? 0)
      for (const way of explain(golden, 'funding-dependency', month).ways)
        expect(way.score).toBeLessThan(funding.score ?? 0)
    }
  })

  it('is always fewer points than there are, and nothing where there are none', () => {
    fc.assert(
      fc.property(arbitraryHistory, someMonth, (history, month) => {
        for (const flag of flagCodes) {
          const { ways, score } = explain(history, flag, month)
          if (score === null || score === 0) expect(ways).toEqual([])
          for (const way of ways) expect(way.score).toBeLessThan(score ?? 0)
        }
      }),
      runs(40),
    )
  })
})

function expectDriversAgain(history: History, month: string): void {
  for (const flag of flagCodes) {
    const { drivers } = explain(history, flag, month)
    for (const { kind, id, scoreWithout } of [...drivers.raising, ...drivers.holding]) {
      const reading = evaluate(without(history, kind, id), month)
      expect(flag === 'network-stagnation' ? reading.stagnation.score : reading.funding.score).toBe(scoreWithout)
    }
  }
}

/** Leaves a fact out in a way of its own, to compare with the engine's. */
function without(history: History, kind: string, id: string): History {
  if (kind === 'funder') {
    const own = history.organisations.filter((one) => one.id === id || (one.id === 'office' && id === 'council'))
    const pledges = (history.pledges ?? []).filter(
      (one) =>
        own.some((organisation) => organisation.id === one.organisationId) &&
        ['confirmed', 'written-off'].includes(one.status) &&
        one.kind === 'cash',
    )
    return pledges.reduce((rest, one) => without(rest, 'pledge', one.id), history)
  }
  const isOther = (fact: object): boolean =>
    !Object.entries(fact).some(([name, value]) => {
      if (value !== id) return false
      if (kind === 'initiative') return name === 'id' || name === 'initiativeId'
      return kind === 'pledge' && (name === 'id' || name === 'pledgeId')
    })
  switch (kind) {
    case 'partner':
      return { ...history, participations: history.participations.filter((one) => one.organisationId !== id) }
    case 'end':
      return {
        ...history,
        initiatives: history.initiatives.map((one) =>
          one.id === id ? { ...one, endedOn: null, plannedEndOn: null, endState: null } : one,
        ),
        participations: history.participations.map((one) =>
          one.initiativeId === id && (one.to ?? '') >= (endOf(history, id) ?? '9') ? { ...one, to: null } : one,
        ),
      }
    case 'initiative':
      return {
        ...history,
        initiatives: history.initiatives.filter(isOther),
        participations: history.participations.filter(isOther),
      }
    default:
      return {
        ...history,
        pledges: history.pledges?.filter(isOther) ?? null,
        instalments: history.instalments?.filter(isOther) ?? null,
        receipts: history.receipts?.filter(isOther) ?? null,
      }
  }
}

/** The day an initiative ended, else was planned to. */
function endOf({ initiatives }: History, id: string): string | null {
  const one = initiatives.find((initiative) => initiative.id === id)
  return one?.endedOn ?? one?.plannedEndOn ?? null
}
