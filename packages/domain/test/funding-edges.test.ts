import { describe, expect, it } from 'vitest'
import { fundingCliff } from '../src/risks/funding/cliff.ts'
import { readFulfilment } from '../src/risks/funding/fulfilment-sublevel.ts'
import { fulfilment } from '../src/risks/funding/fulfilment.ts'
import { readIncomeFall } from '../src/risks/funding/income-fall.ts'
import { readPublicShare } from '../src/risks/funding/public-share.ts'
import { readRetention } from '../src/risks/funding/retention.ts'
import { runwayMonths } from '../src/risks/funding/runway.ts'
import { straightLine } from '../src/risks/funding/straight-line.ts'
import { parameters } from '../src/risks/parameters.ts'
import { monthIndex } from '../src/values/month.ts'

const lines = parameters.funding
const funders = (...amounts: number[]) => new Map(amounts.map((amount, index) => [`f${index}`, amount]))

describe('retention', () => {
  /** Five funders who gave 1,000 together; the first of them did not pay again. */
  const renewals = (lostMinor: number) => [
    { funderId: 'lost', amountMinor: lostMinor, hasPaidAgain: false },
    ...['a', 'b', 'c'].map((funderId) => ({ funderId, amountMinor: 1, hasPaidAgain: true })),
    { funderId: 'rest', amountMinor: 997 - lostMinor, hasPaidAgain: true },
  ]

  it.each([
    [300, 0],
    [301, 1],
    [500, 1],
    [501, 2],
    [700, 2],
    [701, 3],
  ])('of which %i in a thousand are lost is level %i', (lostMinor, level) => {
    expect(readRetention(renewals(lostMinor), lines)).toMatchObject({ level, n: 5, share: (1000 - lostMinor) / 1000 })
  })

  it('counts funders beside their money, with how sure that is', () => {
    const { countShare, interval } = readRetention(renewals(300), lines)
    expect(countShare).toBe(4 / 5)
    expect(interval?.low).toBeCloseTo(0.3755, 4)
    expect(interval?.high).toBeCloseTo(0.9638, 4)
  })

  it('is not read below five funders, and has no history without any', () => {
    const nothing = { level: null, share: null, countShare: null, interval: null }
    expect(readRetention(renewals(0).slice(1), lines)).toEqual({ ...nothing, n: 4, reason: 'too-few' })
    expect(readRetention([], lines)).toEqual({ ...nothing, n: 0, reason: 'no-history' })
  })
})

describe('fulfilment', () => {
  it.each([
    [100, 0],
    [90, 0],
    [89, 1],
    [75, 1],
    [74, 2],
    [50, 2],
    [49, 3],
    [0, 3],
  ])('of %i in a hundred is level %i', (paidMinor, level) => {
    const dues = { dues: 3, dueMinor: 100, paidMinor, yearDueMinor: 5000 }
    expect(readFulfilment(dues, lines)).toEqual({ level, n: 3, share: paidMinor / 100, dueMinor: 100, paidMinor })
  })

  it('of two dues is read from a fifth of the budget on', () => {
    const two = { dues: 2, dueMinor: 20, paidMinor: 20 }
    const unread = { level: null, n: 2, reason: 'too-few', share: null, dueMinor: null, paidMinor: null }
    expect(readFulfilment({ ...two, yearDueMinor: 100 }, lines)).toMatchObject({ level: 0, n: 2, share: 1 })
    expect(readFulfilment({ ...two, yearDueMinor: 101 }, lines)).toEqual(unread)
    expect(readFulfilment({ ...two, yearDueMinor: 0 }, lines)).toEqual(unread)
  })

  it('is not read where nothing fell due or nothing is kept', () => {
    const nothing = { dues: 0, dueMinor: 0, paidMinor: 0, yearDueMinor: 0 }
    expect(readFulfilment(nothing, lines)).toMatchObject({ level: null, n: 0, reason: 'too-few' })
    expect(readFulfilment({ ...nothing, yearDueMinor: 5 }, lines)).toMatchObject({ level: null, reason: 'too-few' })
    expect(readFulfilment(null, lines)).toMatchObject({ level: null, n: 0, share: null, reason: 'unknown-source' })
  })

  it('counts what is due since the days of grace, and no more than was due', () => {
    const due = (dueOn: number, paidMinor: number, dueMinor = 10) => ({ dueOn, dueMinor, paidMinor })
    expect(fulfilment([due(40, 10), due(41, 0)], 100, 60)).toEqual({ amountShare: 1, countShare: 1, n: 1 })
    expect(fulfilment([due(1, 25), due(2, 0)], 100, 60)).toEqual({ amountShare: 0.5, countShare: 0.5, n: 2 })
    expect(fulfilment([due(1, -5), due(2, 9)], 100, 60)).toEqual({ amountShare: 0.45, countShare: 0, n: 2 })
    expect(fulfilment([due(1, 0, 0), due(99, 10)], 100, 60)).toEqual({ amountShare: null, countShare: null, n: 0 })
  })
})

describe('a fall of income', () => {
  it.each([
    [76, 0],
    [75, 1],
    [51, 1],
    [50, 2],
    [0, 2],
  ])('to %i in a hundred is level %i', (incomeMinor, level) => {
    expect(readIncomeFall(incomeMinor, 100, 4, 24, lines)).toEqual({
      level,
      n: 4,
      ratio: incomeMinor / 100,
      incomeMinor,
      yearBeforeMinor: 100,
    })
  })

  it('is not read before two years of income, nor from nothing', () => {
    const unread = { level: null, n: 4, ratio: null, incomeMinor: null, yearBeforeMinor: null, reason: 'no-history' }
    expect(readIncomeFall(10, 100, 4, 23, lines)).toEqual(unread)
    expect(readIncomeFall(10, 100, 4, null, lines)).toEqual(unread)
    expect(readIncomeFall(10, 0, 4, 24, lines)).toEqual({
      ...unread,
      reason: 'zero-denominator',
      incomeMinor: 10,
      yearBeforeMinor: 0,
    })
  })
})

describe('the public share', () => {
  const read = (ofPublic: number, months: number | null = 6) =>
    readPublicShare(
      new Map([
        ['council', ofPublic - 5],
        ['ministry', 5],
        ['bank', 100 - ofPublic],
      ]),
      new Set(['council', 'ministry']),
      new Set(['council']),
      months,
      lines,
    )

  it.each([
    [59, 0],
    [60, 1],
    [74, 1],
    [75, 2],
    [89, 2],
    [90, 3],
  ])('of %i in a hundred is level %i', (ofPublic, level) => {
    expect(read(ofPublic)).toEqual({ level, n: 3, share: ofPublic / 100, localShare: (ofPublic - 5) / 100 })
  })

  it('is not read before half a year of income, nor of nothing', () => {
    const unread = { level: null, n: 3, share: null, localShare: null, reason: 'no-history' }
    expect(read(60, 5)).toEqual(unread)
    expect(read(60, null)).toEqual(unread)
    expect(readPublicShare(new Map(), new Set(), new Set(), 6, lines)).toEqual({
      ...unread,
      n: 0,
      reason: 'zero-denominator',
    })
  })

  it('is read only above the floor of income', () => {
    const above = (incomeFloorMinor: number) =>
      readPublicShare(funders(100), new Set(), new Set(), 6, { ...lines, incomeFloorMinor }).reason
    expect([above(99), above(100)]).toEqual([undefined, 'zero-denominator'])
  })
})

describe('a cliff', () => {
  const span = { look: 2, ratio: 0.5, earliest: -100, furthest: 6 }
  /** Income from month −2 on. */
  const cliff = (income: number[], more: Partial<typeof span> = {}) =>
    fundingCliff((month) => income[month + 2] ?? 0, { ...span, ...more })

  it('is the first month with half or less of what came before', () => {
    expect(cliff([10, 10, 10, 0, 0])).toEqual({ month: 0, beforeMinor: 20, afterMinor: 10 })
    expect(cliff([10, 10, 10, 1, 0])).toEqual({ month: 1, beforeMinor: 20, afterMinor: 1 })
  })

  it('is none without income before it, nor beyond the horizon', () => {
    expect(cliff([])).toBeNull()
    const untilMonth5 = Array<number>(8).fill(10)
    expect(cliff(untilMonth5)?.month).toBe(5)
    expect(cliff(untilMonth5, { furthest: 5 })?.month).toBe(5)
    expect(cliff(untilMonth5, { furthest: 4 })).toBeNull()
  })

  it('is not judged before its windows are known', () => {
    expect(cliff([10, 10, 10, 0, 0], { earliest: -1 })).toEqual({ month: 1, beforeMinor: 20, afterMinor: 0 })
    expect(cliff([10, 10, 10, 0, 0], { earliest: -2 })?.month).toBe(0)
  })
})

describe('a runway', () => {
  const months = (reserves: number, income: number, cost: number, furthest = 12) =>
    runwayMonths(
      reserves,
      () => income,
      () => cost,
      furthest,
    )

  it('ends within the month that breaks the balance', () => {
    expect(months(25, 5, 15)).toBe(2.5)
    expect(months(20, 5, 15)).toBe(2)
    expect(months(0, 5, 15)).toBe(0)
    expect(months(-1, 50, 15)).toBe(0)
  })

  it('does not end while the balance holds for as long as is looked', () => {
    expect(months(0, 15, 15)).toBeNull()
    expect(months(30, 5, 15, 3)).toBeNull()
    expect(months(30, 5, 15, 4)).toBe(3)
  })
})

describe('a straight line', () => {
  const line = (from: string, to: string, amount: number) =>
    straightLine(from, to, amount).map((one) => [one.month - monthIndex('2024-01'), one.amountMinor])

  it('spreads over days, both included, and leaves nothing over', () => {
    expect(line('2024-01-31', '2024-01-31', 7)).toEqual([[0, 7]])
    expect(line('2024-01-31', '2024-02-01', 7)).toEqual([
      [0, 3],
      [1, 4],
    ])
    // 31 + 29 + 31 days; 100 over 91 days: 34 (of 34.07), then 65 (of 65.9) in all, then the rest.
    expect(line('2024-01-01', '2024-03-31', 100)).toEqual([
      [0, 34],
      [1, 31],
      [2, 35],
    ])
  })

  it('of no days is nothing', () => {
    expect(line('2024-01-02', '2024-01-01', 7)).toEqual([])
  })
})
