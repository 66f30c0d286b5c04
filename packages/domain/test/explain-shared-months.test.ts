import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import {
  costFamily,
  type FactFamily,
  moneyFamily,
  onlyOf,
  sharedMonths,
  workFamily,
} from '../src/risks/explain/shared-months.ts'
import type { History } from '../src/risks/history.ts'
import { monthIndex } from '../src/values/month.ts'
import { cost, initiative, instalment, part, receipt, town } from './given-town.ts'

const index = (month: string) => monthIndex(`2024-${month}`)
/** What another history brings, from which month on, and which months are still the very same. */
function shared(family: FactFamily, other: History) {
  const { months, of } = sharedMonths(town, family)
  const found = of(other)
  return {
    from: found.from,
    in: (month: string) => found.months.get(index(month)),
    same: [...months.keys()].filter((month) => found.months.get(month) === months.get(month)).sort((a, b) => a - b),
    all: [...found.months.keys()].sort((a, b) => a - b),
  }
}

describe('initiatives and who takes part, shared by another history', () => {
  it('are all the same in the same history, and in one of equal facts', () => {
    const months = ['02', '03', '04', '09'].map(index)
    expect(shared(workFamily, town)).toMatchObject({ from: null, same: months, all: months })
    const copied = { ...town, initiatives: town.initiatives.map((one) => ({ ...one })) }
    expect(shared(workFamily, copied)).toMatchObject({ from: null, same: months, all: months })
  })

  it('differ from the month on in which one that is left out began, and only where it did something', () => {
    const { from, same, ...other } = shared(workFamily, { ...town, initiatives: town.initiatives.slice(0, 1) })
    expect(from).toBe(index('04'))
    expect(same).toEqual([index('02'), index('03')])
    expect([other.in('04'), other.in('09')]).toMatchObject([
      { starts: [], joins: [] },
      { starts: [], ends: [] },
    ])
  })

  it('differ from the month in which somebody came, left, or an end was told otherwise', () => {
    const meals = (more: object) => ({
      ...town,
      initiatives: town.initiatives.map((one) => (one.id === 'meals' ? { ...one, ...more } : one)),
    })
    expect(shared(workFamily, meals({ endedOn: '2024-08-31' })).from).toBe(index('08'))
    expect(shared(workFamily, meals({ endedOn: null })).from).toBe(index('09'))
    // What is planned is known from its first day on.
    expect(shared(workFamily, meals({ plannedEndOn: '2025-03-31' })).from).toBe(index('04'))
    const came = { ...town, participations: [...town.participations, part('garden', 'bank', '2024-07-07')] }
    const { from, in: inMonth, same } = shared(workFamily, came)
    expect(from).toBe(index('07'))
    expect(same).toHaveLength(4)
    expect(inMonth('07')).toMatchObject({
      joins: [{ initiativeId: 'garden', organisationId: 'bank' }],
      initiativeActs: [{ initiativeId: 'garden' }],
    })
    const gone = { ...town, participations: town.participations.filter((one) => one.organisationId !== 'choir') }
    expect(shared(workFamily, gone).from).toBe(index('03'))
    expect(shared(workFamily, gone).in('03')).toMatchObject({ joins: [], initiativeActs: [] })
  })

  it('keep what others did in the same month', () => {
    const second = initiative('clinic', '2024-04-11')
    const more = {
      ...town,
      initiatives: [second, ...town.initiatives],
      participations: town.participations.slice(0, 2),
    }
    const { in: inMonth, from } = shared(workFamily, more)
    expect(from).toBe(index('04'))
    expect(
      inMonth('04')
        ?.starts.map((one) => one.id)
        .toSorted(),
    ).toEqual(['clinic', 'meals'])
    expect(inMonth('04')?.joins).toEqual([])
  })

  it('are told apart whatever their order', () => {
    const turned = {
      ...town,
      initiatives: town.initiatives.toReversed(),
      participations: [part('garden', 'bank'), ...town.participations.toReversed()],
    }
    const { in: inMonth, from } = shared(workFamily, turned)
    expect(from).toBe(index('02'))
    expect(
      inMonth('02')
        ?.joins.map((one) => one.organisationId)
        .toSorted(),
    ).toEqual(['bank', 'club'])
    // Nothing of April differs, though it is in another order.
    expect(
      inMonth('04')
        ?.joins.map((one) => one.organisationId)
        .toSorted(),
    ).toEqual(['bank', 'club'])
  })

  it('leave both histories as they were', () => {
    const before = structuredClone(town)
    const { months, of } = sharedMonths(town, workFamily)
    const first = structuredClone(months)
    of({ ...town, participations: [] })
    expect(months).toEqual(first)
    expect(town).toEqual(before)
  })
})

describe('pledges and payments, shared by another history', () => {
  it('differ from the month in which a receipt is missing', () => {
    const { from, in: inMonth } = shared(moneyFamily, { ...town, receipts: town.receipts?.slice(0, 1) ?? null })
    expect(from).toBe(index('06'))
    expect(inMonth('06')?.payments).toEqual([])
    // The instalment of the same pledge stays.
    expect(inMonth('06')?.dues).toMatchObject([{ amountMinor: 10, pledge: { id: 'fee' } }])
  })

  it('differ from the month in which a pledge was known that says something else', () => {
    const dearer = { ...town, pledges: town.pledges?.map((one) => ({ ...one, amountMinor: 400 })) ?? null }
    const { from, in: inMonth } = shared(moneyFamily, dearer)
    expect(from).toBe(index('01'))
    expect(inMonth('02')?.dues).toMatchObject([{ pledge: { fact: { amountMinor: 400 } } }])
  })

  it('are added to the others of the month', () => {
    const more = {
      ...town,
      instalments: [...(town.instalments ?? []), instalment('gift', '2024-06-01', 7)],
      receipts: [receipt('gift', '2024-06-30', 3), ...(town.receipts ?? [])],
    }
    const { from, in: inMonth } = shared(moneyFamily, more)
    // What a pledge schedules is known with it.
    expect(from).toBe(index('01'))
    expect(
      inMonth('06')
        ?.dues.map((one) => one.amountMinor)
        .toSorted(),
    ).toEqual([10, 7])
    expect(
      inMonth('06')
        ?.payments.map((one) => one.amountMinor)
        .toSorted(),
    ).toEqual([10, 3])
  })
})

describe('costs, shared by another history', () => {
  const context = {
    initiatives: new Map(town.initiatives.map((one) => [one.id, one])),
    pledges: new Map(),
  }
  const costs = (other: History) => sharedMonths(town, costFamily, context).of(other)

  it('are what they are in the whole history', () => {
    const whole = datedFacts(town)
    for (const month of ['02', '03', '05', '07']) {
      expect(costs(town).months.get(index(month))?.costs).toEqual(whole.at(index(month)).costs)
      expect(costs(town).months.get(index(month))?.costsAhead ?? []).toEqual(whole.at(index(month)).costsAhead)
    }
  })

  it('differ from the month on in which one was known or due', () => {
    const [general, first, second] = town.costs ?? []
    if (general === undefined || first === undefined || second === undefined) throw new Error('three costs are told')
    expect(costs({ ...town, costs: [first, second] }).from).toBe(index('03'))
    // Costs of the garden are known from its first day on.
    const without = costs({ ...town, costs: [general, first] })
    expect(without.from).toBe(index('02'))
    expect(without.months.get(index('02'))?.costsAhead).toEqual([
      { isOfInitiative: true, month: index('05'), amountMinor: 5 },
    ])
    expect(without.months.get(index('07'))?.costs).toEqual([])
    const more = costs({ ...town, costs: [general, first, second, cost('2024-07-20')] })
    expect(more.from).toBe(index('07'))
    expect(more.months.get(index('07'))?.costs).toHaveLength(2)
  })
})

describe('a history with no facts but some', () => {
  it('keeps who there is, and what is given', () => {
    expect(onlyOf(town, { reserves: town.reserves })).toEqual({
      ...town,
      memberships: null,
      initiatives: [],
      participations: [],
      bookings: null,
      pledges: null,
      instalments: null,
      receipts: null,
      costs: null,
    })
  })
})
