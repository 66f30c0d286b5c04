import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from '../src/risks/explain/explain.ts'
import { flagCodes } from '../src/risks/explain/flag-code.ts'
import { fundingOf, stagnationOf } from '../src/risks/explain/one-month.ts'
import type { History, PledgeFact } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { evaluate, timeline } from '../src/risks/timeline.ts'
import { addMonths, monthFromIndex, monthIndex } from '../src/values/month.ts'
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

describe('half of the money from one funder', () => {
  const history = purse([
    ['council', 50, '2024-06-30'],
    ['bank', 20, '2026-12-31'],
    ['club', 10, '2026-12-31'],
    ['choir', 10, '2026-12-31'],
    ['clinic', 10, '2026-12-31'],
  ])
  const read = () => explain(history, 'funding-dependency', '2024-01')

  it('is said with the day on which its pledge ends', () => {
    const explained = read()
    expect(explained.level).toBe('warning')
    expect(explained.exposure).toEqual({
      code: 'largest-funder-until',
      values: { part: { type: 'share', value: 0.5, near: 'half' }, day: { type: 'day', value: '2024-06-30' } },
    })
  })

  it('is driven by that funder, whose pledge ends within half a year', () => {
    const explained = read()
    expect(explained.drivers.raising[0]).toMatchObject({
      kind: 'funder',
      id: 'council',
      said: { code: 'gave', values: { amount: { type: 'money', value: 600_00 } } },
      moves: { reading: 'cliff', measure: 'months', with: { value: 5 }, without: { value: 24 } },
    })
    expect(explained.drivers.holding.map((one) => one.id)).toContain('bank')
  })

  it('is driven by its share where the pledge goes on: without it one level less', () => {
    const open = purse([['council', 50, null], ...['bank', 'club', 'choir', 'clinic', 'farm'].map(tenth)])
    expect(explain(open, 'funding-dependency', '2024-01').drivers.raising[0]).toMatchObject({
      id: 'council',
      effect: 2,
      scoreWithout: 0,
      moves: { reading: 'concentration', measure: 'reliance', with: { value: 0.5 }, without: { value: 0.2 } },
    })
  })

  it('is judged without an interval, by the lines in force', () => {
    const explained = read()
    const concentration = explained.readings.find((one) => one.name === 'concentration')
    expect(concentration).toMatchObject({ grade: 2, mostGrade: 3, n: 5, interval: null, value: { value: 0.5 } })
    expect(concentration?.thresholds).toContainEqual({
      grade: 2,
      measure: 'reliance',
      is: 'at-least',
      at: 0.5,
      suffices: true,
    })
  })

  it('leads first to money of other kinds and to a plan for the cliff', () => {
    const explained = read()
    expect(explained.remedies.map((one) => one.code)).toEqual(
      expect.arrayContaining(['cliff-plan', 'partner-co-funding', 'paid-services']),
    )
  })

  it('would ease by income from more funders', () => {
    const explained = read()
    expect(explained.ways.length).toBeGreaterThan(0)
    expect(explained.ways.flatMap((one) => one.steps.map((step) => step.kind))).toContain('new-funders')
  })

  it('tells since when', () => {
    const explained = read()
    expect(explained.since.onset).not.toBeNull()
    expect(explained.since.changes.every((one) => one.month <= '2024-01')).toBe(true)
  })
})

describe('money that is owed', () => {
  const paid = purse([
    ['bank', 25, null],
    ['club', 25, null],
    ['choir', 25, null],
    ['clinic', 25, null],
    ['farm', 25, null],
  ])
  const late: History = {
    ...paid,
    receipts: (paid.receipts ?? []).filter((one) => one.pledgeId !== 'p-bank' || one.receivedOn < '2023-02-01'),
  }
  const read = () => explain(late, 'funding-dependency', '2024-01')

  it('would lower the level by arriving', () => {
    const explained = read()
    expect(explained.readings.find((one) => one.name === 'fulfilment')?.grade).toBeGreaterThan(0)
    expect(explained.ways.flatMap((one) => one.steps).find((step) => step.kind === 'receive')).toMatchObject({
      pledgeIds: ['p-bank'],
      amountMinor: 11 * 2500,
    })
    expect(explained.remedies.map((one) => one.code)).toContain('remind-owing')
  })
})

describe('all money from one funder', () => {
  it('rests wholly on it: without it nothing is left to read', () => {
    const explained = explain(purse([['council', 50, null]]), 'funding-dependency', '2024-01')
    expect(explained.exposure).toMatchObject({ code: 'largest-funder-open', values: { part: { near: 'all' } } })
    expect(explained.drivers.raising[0]).toMatchObject({ id: 'council', effect: 3, scoreWithout: null })
  })
})

describe('what is not known', () => {
  it('is explained as not known: no driver, no way, no number', () => {
    const explained = explain(
      { ...purse([['council', 50, null]]), dataCompleteThrough: '2023-06-30' },
      'funding-dependency',
      '2024-01',
    )
    expect(explained).toMatchObject({
      level: 'insufficient-data',
      score: null,
      reason: 'incomplete-after:2023-06-30',
      exposure: { code: 'unread' },
      ways: [],
    })
    expect(explained.drivers.raising).toEqual([])
    expect(explained.readings.every((one) => one.grade === null && one.value === null)).toBe(true)
    expect(explained.remedies.length).toBeGreaterThan(0)
  })
})

function tenth(organisationId: string): [string, number, string | null] {
  return [organisationId, 10, null]
}

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
        participations: history.participations.map((one) => (one.initiativeId === id ? { ...one, to: null } : one)),
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

/** Each funder promises and pays the same share of 100 units on the fifth of every month of three years. */
function purse(funders: readonly (readonly [string, number, string | null])[]): History {
  const months = Array.from({ length: 36 }, (_, index) => addMonths('2022-01', index))
  const pledges = funders.map(([organisationId, share, to]): PledgeFact => ({
    id: `p-${organisationId}`,
    initiativeId: null,
    organisationId,
    kind: 'cash',
    route: 'partner-co-funding',
    amountMinor: share * 100 * months.length,
    currency: 'EUR',
    quantity: null,
    unit: null,
    confirmedOn: '2022-01-01',
    from: '2022-01-01',
    to,
    status: 'confirmed',
  }))
  const dues = funders.flatMap(([organisationId, share]) =>
    months.map((month) => ({
      pledgeId: `p-${organisationId}`,
      dueOn: `${month}-05`,
      amountMinor: share * 100,
      quantity: null,
    })),
  )
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: funders.map(([id]) => ({ id, sector: 'other', legalStatus: 'civic', parentId: null })),
    memberships: null,
    initiatives: [],
    participations: [],
    bookings: null,
    pledges,
    instalments: dues,
    receipts: dues.map(({ dueOn, ...one }) => ({ ...one, receivedOn: dueOn })),
    costs: null,
    reserves: null,
  }
}
