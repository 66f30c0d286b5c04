import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import { readCliff } from '../src/risks/funding/cliff-sublevel.ts'
import { committedCost } from '../src/risks/funding/committed-cost.ts'
import { fundingFold } from '../src/risks/funding/funding-fold.ts'
import { fundingReader, fundingScore } from '../src/risks/funding/funding-reader.ts'
import { readRunway, type RunwayInputs } from '../src/risks/funding/runway-sublevel.ts'
import { scheduledIncome } from '../src/risks/funding/scheduled-income.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { evaluate, timeline } from '../src/risks/timeline.ts'
import { addMonths, type Month, monthIndex } from '../src/values/month.ts'
import { givenPaid } from './given-paid.ts'
import { due, nothing, pledge } from './given-promises.ts'
import { moved } from './moved.ts'

const lines = parameters.funding
const costs = (from: Month, months: number, amountMinor: number) =>
  Array.from({ length: months }, (_, index) => ({
    initiativeId: null,
    dueOn: `${addMonths(from, index)}-15`,
    amountMinor,
    currency: 'EUR',
  }))

describe('the cliff of a promise', () => {
  // Until 30 June 2024 every day brings the same: seen from 1 April, 91 days are left against 183 before; a month sooner 122.
  const span = { amountMinor: 16_430, from: '2020-01-01', to: '2024-06-30', confirmedOn: '2020-01-01' }
  const read = (month: Month, pledges = [pledge('a', 'club', span), pledge('b', 'zoo', span)]) => {
    const facts = datedFacts({ ...nothing, pledges, instalments: [], receipts: [] })
    return readCliff(moved(scheduledIncome(facts, lines), facts, month), monthIndex(month), lines)
  }

  it.each([
    ['2022-04', 24, 0],
    ['2023-03', 13, 0],
    ['2023-04', 12, 1],
    ['2023-09', 7, 1],
    ['2023-10', 6, 2],
    ['2023-12', 4, 2],
    ['2024-01', 3, 3],
    ['2024-04', 0, 3],
  ])('seen from %s is %i months ahead: level %i', (month, months, level) => {
    expect(read(month)).toMatchObject({ level, months, month: '2024-04', n: 2, noneWithinMonths: null })
  })

  it('is none within two years where it lies beyond them', () => {
    const none = {
      level: 0,
      n: 2,
      months: null,
      month: null,
      beforeMinor: null,
      afterMinor: null,
      noneWithinMonths: 24,
    }
    expect(read('2022-03')).toEqual(none)
  })

  it('says what comes before and after it', () => {
    // Ten a day from each of two.
    expect(read('2023-04')).toMatchObject({ beforeMinor: 183 * 20, afterMinor: 91 * 20 })
  })

  it('is not read of one promise with an end, of none that brings anything, or where none are kept', () => {
    const unread = {
      level: null,
      months: null,
      month: null,
      beforeMinor: null,
      afterMinor: null,
      noneWithinMonths: null,
    }
    expect(read('2023-04', [pledge('a', 'club', span)])).toEqual({ ...unread, n: 1, reason: 'too-few' })
    expect(read('2023-04', [])).toEqual({ ...unread, n: 0, reason: 'too-few' })
    expect(read('2024-12')).toMatchObject({ months: 0, afterMinor: 0 })
    expect(read('2025-01')).toEqual({ ...unread, n: 2, reason: 'zero-denominator' })
    expect(readCliff(null, monthIndex('2023-04'), lines)).toEqual({ ...unread, n: 0, reason: 'unknown-source' })
  })
})

describe('a runway', () => {
  const now = monthIndex('2024-01')
  const cost = (reserves: number | null, months = 12) =>
    moved(
      committedCost(lines),
      datedFacts({
        ...nothing,
        costs: costs('2023-01', months, 100),
        reserves: reserves === null ? [] : [{ on: '2023-12-31', amountMinor: reserves, currency: 'EUR' }],
      }),
      '2024-01',
    )
  const read = (reserves: number | null, more: Partial<RunwayInputs> = {}) =>
    readRunway(
      { cost: cost(reserves), scheduled: null, incomeBasis: 'receipts', trailingIncomeMinor: 0, ...more },
      now,
      lines,
    )

  it.each([
    [1200, 12, 0],
    [1199, 11.99, 1],
    [600, 6, 1],
    [599, 5.99, 2],
    [300, 3, 2],
    [299, 2.99, 3],
    [0, 0, 3],
  ])('of %i at a hundred a month is %f months: level %i', (reserves, months, level) => {
    const runway = read(reserves)
    expect(runway).toMatchObject({
      level,
      n: 12,
      holdsForMonths: null,
      reservesMinor: reserves,
      incomeFrom: 'trailing',
    })
    expect(runway.months).toBeCloseTo(months, 12)
  })

  it('takes the mean of the last year where nothing is scheduled, cut by how much may fail', () => {
    // 100 a month: 95, 86 or 78 of it come, so that 5, 14 or 22 are missing.
    const runway = read(50, { trailingIncomeMinor: 1200 })
    expect(runway.months).toBeCloseTo(10, 12)
    expect(runway.stressMonths).toBeCloseTo(50 / 14, 12)
    expect(runway.severeMonths).toBeCloseTo(50 / 22, 12)
    expect(read(50, { trailingIncomeMinor: 1400 })).toMatchObject({ level: 0, months: null, holdsForMonths: 36 })
  })

  it('takes what is scheduled where it is, half of it from private funders not yet proven', () => {
    const dues = ['2024-01-10', '2024-02-10'].flatMap((on) => [due('gift', on, 40), due('fee', on, 40)])
    const facts = datedFacts({
      ...nothing,
      pledges: [pledge('gift', 'bank'), pledge('fee', 'club')],
      instalments: dues,
      receipts: [],
    })
    const scheduled = moved(scheduledIncome(facts, lines), facts, '2024-01')
    // Two months in which 57 come and 43 are missing; then nothing comes.
    const runway = read(136, { scheduled, trailingIncomeMinor: 99_999 })
    expect(runway.incomeFrom).toBe('scheduled')
    expect(runway.months).toBeCloseTo(2.5, 12)
    expect(read(136, { scheduled, incomeBasis: null }).months).toBeCloseTo(2.5, 12)
  })

  it('is not read without reserves, without costs or without any word of income', () => {
    const unread = {
      level: null,
      n: 0,
      reason: 'unknown-source',
      months: null,
      stressMonths: null,
      severeMonths: null,
      holdsForMonths: null,
      reservesMinor: null,
      incomeFrom: null,
    }
    expect(read(null)).toEqual(unread)
    expect(read(100, { cost: cost(100, 0) })).toEqual(unread)
    expect(read(100, { incomeBasis: null })).toEqual(unread)
  })
})

describe('the funding flag', () => {
  const history = givenPaid({ from: '2023-01', months: 24, funders: { bank: 300, choir: 100, club: 500, zoo: 200 } })
  const changes = () => timeline(history, '2023-07', '2024-06').months.flatMap(({ funding }) => funding.change ?? [])

  it('keeps with a change the three largest funders, the rule and since when', () => {
    // Five elevenths from one: watch. Read from July on, in which six months are paid; raised by the second reading.
    expect(changes()[0]).toMatchObject({
      kind: 'raised',
      month: '2023-08',
      rule: 'funding-dependency commonweal-risks/1.0.0 2026-11-01',
      evidenceOnset: '2023-07-01',
      contributors: {
        largestFunders: [
          { organisationId: 'club', amountMinor: 7 * 500 },
          { organisationId: 'bank', amountMinor: 7 * 300 },
          { organisationId: 'zoo', amountMinor: 7 * 200 },
        ],
      },
    })
  })

  it('has no history before half a year, and is capped before a year', () => {
    const at = (month: Month) => evaluate(history, month).funding
    expect(at('2023-06')).toMatchObject({
      level: 'insufficient-data',
      reason: 'no-history',
      readings: { income: null },
    })
    expect(at('2023-07')).toMatchObject({ score: 1, cappedAtWatch: true })
    expect(at('2023-07').reason).toBeUndefined()
    expect([at('2023-12').cappedAtWatch, at('2024-01').cappedAtWatch]).toEqual([true, false])
    expect(evaluate({ ...history, receipts: [] }, '2023-12').funding.cappedAtWatch).toBe(true)
  })

  it('of which nothing is kept is unknown', () => {
    const unkept = { ...history, pledges: null, costs: costs('2023-01', 12, 1) }
    const { reason, sublevels } = evaluate(unkept, '2023-12').funding
    expect([reason, sublevels.cliff.reason, sublevels.fulfilment.reason]).toEqual(Array(3).fill('unknown-source'))
  })

  it('says of every part why it cannot be read after the facts end, and nothing else', () => {
    const { sublevels, readings, score } = evaluate(
      { ...history, dataCompleteThrough: '2024-04-29' },
      '2024-05',
    ).funding
    expect(score).toBeNull()
    for (const [name, { cover, ...one }] of Object.entries(sublevels) as [string, Record<string, unknown>][]) {
      const { level, n, reason, ...values } = one
      expect([level, n, reason]).toEqual([null, 0, 'incomplete-after:2024-04-29'])
      expect(new Set(Object.values(values))).toEqual(new Set([null]))
      if (name === 'concentration')
        expect(cover).toEqual({
          adjustment: 0,
          stressRunwayMonths: null,
          lastsForEver: false,
          reason: 'not-applicable',
        })
    }
    expect(readings).toMatchObject({ income: null, byFunder: null, funders: null, reliance: null })
  })

  it('goes its own way from where another stood', () => {
    const first = fundingFold(datedFacts(history), parameters)
    for (let month = monthIndex('2023-02'); month < monthIndex('2023-08'); month += 1) first.next(month, null)
    const second = first.copy()
    const august = second.next(monthIndex('2023-08'), null)
    expect(august).toEqual(evaluate(history, '2023-08').funding)
    expect(first.next(monthIndex('2023-08'), null)).toEqual(august)
    expect(first.copy().next(monthIndex('2023-09'), null)).toEqual(evaluate(history, '2023-09').funding)
  })

  it('takes instalments for a schedule only where they are kept', () => {
    const kept: History = {
      ...history,
      costs: costs('2023-01', 12, 2000),
      reserves: [{ on: '2023-12-31', amountMinor: 5000, currency: 'EUR' }],
    }
    const runway = (more: Partial<History>) => evaluate({ ...kept, ...more }, '2024-01').funding.sublevels.runway
    expect(runway({}).incomeFrom).toBe('scheduled')
    expect(runway({ instalments: null }).incomeFrom).toBe('trailing')
    expect(runway({ pledges: null }).incomeFrom).toBeNull()
    expect(evaluate({ ...kept, instalments: null }, '2024-06').funding.sublevels.fulfilment.reason).toBe(
      'unknown-source',
    )
    expect(evaluate({ ...kept, receipts: null }, '2024-06').funding.sublevels.fulfilment.reason).toBe('unknown-source')
  })

  it('scores the worst of what can be read, and nothing where nothing can', () => {
    const reader = fundingReader(datedFacts(history), parameters)
    for (let month = monthIndex('2023-01'); month <= monthIndex('2024-01'); month += 1) reader.moveTo(month)
    const read = reader.read(monthIndex('2024-01'))
    expect([fundingScore(read, 6, lines), fundingScore(read, 5, lines), fundingScore(read, null, lines)]).toEqual([
      1,
      null,
      null,
    ])
    const unread = fundingReader(datedFacts(nothing), parameters).read(monthIndex('2024-01'))
    expect(fundingScore(unread, 12, lines)).toBeNull()
  })
})
