import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import { parameters } from '../src/risks/parameters.ts'
import { readGap } from '../src/risks/stagnation/gap.ts'
import { readNovelty } from '../src/risks/stagnation/novelty.ts'
import { readRenewal } from '../src/risks/stagnation/renewal.ts'
import { startDays } from '../src/risks/stagnation/start-days.ts'
import { addMonths, type Month, monthFromIndex, monthIndex } from '../src/values/month.ts'
import { givenWork } from './given-work.ts'

const lines = parameters.stagnation

/** Initiatives started on these days, kept up to the month. */
function startedOn(days: readonly string[], month: Month) {
  const facts = datedFacts(givenWork(days.map((day, index) => ({ id: `i${index}`, startedOn: day }))))
  const starts = startDays()
  for (let one = monthIndex('2018-01'); one < monthIndex(month); one += 1) starts.absorb(one, facts.at(one))
  return starts
}

function monthsFrom(month: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => addMonths(month, index))
}

describe('gap', () => {
  const gap = (days: readonly string[], month: Month, hasHistory = true) =>
    readGap(startedOn(days, month), monthIndex(month), hasHistory, lines)
  const twiceMonthly = (month: Month, count: number) =>
    monthsFrom(month, count).flatMap((one) => [`${one}-01`, `${one}-15`])

  it('after a start a month becomes surprising slowly', () => {
    const monthly = monthsFrom('2022-01', 24).map((one) => `${one}-01`)
    // (23 / (23 + days / 30.4375))^23: 0.142, 0.060, 0.0249, 0.0109.
    expect(['2024-02', '2024-03', '2024-04', '2024-05'].map((month) => gap(monthly, month).points)).toEqual([
      0, 1, 1, 2,
    ])
    expect(gap(monthly, '2024-03')).toMatchObject({
      n: 23,
      startDays24m: 23,
      exposureMonths: 23,
      days: 91,
      lastStartOn: '2023-12-01',
    })
    expect(gap(monthly, '2024-03').p).toBeCloseTo((23 / (23 + 91 / 30.4375)) ** 23, 12)
  })

  it('of sixty days is a point and of a day less none, however surprising', () => {
    const before = twiceMonthly('2022-01', 23)
    expect(gap([...before, '2023-12-03'], '2024-02')).toMatchObject({ points: 1, days: 60, n: 46 })
    expect(gap([...before, '2023-12-04'], '2024-02')).toMatchObject({ points: 0, days: 59, n: 46 })
  })

  it('of a hundred and twenty days is two points and of a day less one', () => {
    const before = twiceMonthly('2022-01', 21)
    expect(gap([...before, '2023-10-04'], '2024-02')).toMatchObject({ points: 2, days: 120 })
    expect(gap([...before, '2023-10-05'], '2024-02')).toMatchObject({ points: 1, days: 119 })
  })

  it('counts each day once, from twenty-four months before the month of the last start', () => {
    const days = ['2021-12-31', '2022-01-01', '2022-01-01', '2023-01-10', '2023-05-10', '2024-01-20', '2024-01-20']
    expect(gap(days, '2024-06')).toMatchObject({ n: 3, exposureMonths: 24, days: 133, points: 0 })
  })

  it('is not read below three start days or six months before the last', () => {
    const of = (...days: string[]) => gap(days, '2024-06')
    expect(of('2023-01-10', '2023-02-10', '2023-07-10')).toMatchObject({ points: null, n: 2, reason: 'too-few' })
    expect(of('2023-01-10', '2023-02-10', '2023-03-10', '2023-07-10')).toMatchObject({
      points: 1,
      n: 3,
      exposureMonths: 6,
    })
    expect(of('2023-01-10', '2023-02-10', '2023-03-10', '2023-06-30')).toMatchObject({
      points: null,
      n: 3,
      exposureMonths: 5,
      reason: 'too-few',
    })
    expect(of('2023-01-10')).toMatchObject({
      points: null,
      n: 0,
      p: null,
      reason: 'too-few',
      lastStartOn: '2023-01-10',
    })
  })

  it('has no history before any start, nor while there is too little of it', () => {
    const nothing = { points: null, lastStartOn: null, days: null, startDays24m: null, exposureMonths: null, p: null }
    expect(gap([], '2024-06')).toEqual({ ...nothing, n: 0, reason: 'no-history' })
    expect(gap(['2024-01-10'], '2024-06', false)).toEqual({ ...nothing, n: 0, reason: 'no-history' })
  })
})

describe('renewal', () => {
  const renewal = (days: readonly string[], month: Month = '2024-01') =>
    readRenewal(startedOn(days, month), monthIndex(month), lines)
  const monthly = monthsFrom('2022-01', 12).map((one) => `${one}-10`)
  const recent = (count: number) => Array.from({ length: count }, () => '2023-06-10')

  it.each([
    [12, 0],
    [5, 1],
    [0, 2],
  ])('with %i starts after twelve in the year before is %i points', (now, points) => {
    const read = renewal([...monthly, ...recent(now)])
    expect(read).toMatchObject({ points, now, base: 12, baseMonths: 12, n: 12 + now })
  })

  it('says how likely it is that the rate fell', () => {
    // Nothing after twelve: I_x(1/2, 25/2) at 3/7 and at 1/3.
    const { pBelow75pct, pBelow50pct } = renewal(monthly)
    expect(pBelow75pct).toBeGreaterThan(pBelow50pct ?? 1)
    expect(pBelow50pct).toBeGreaterThan(0.99)
  })

  it('counts whole months to the day', () => {
    const days = ['2022-01-01', '2022-12-31', '2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01']
    expect(renewal(days)).toMatchObject({ base: 3, now: 2, baseMonths: 12 })
  })

  it('looks no further back than two years before the window', () => {
    const days = ['2019-01-10', '2020-12-31', '2021-01-01', '2021-05-10', '2022-12-31']
    expect(renewal(days)).toMatchObject({ base: 3, now: 0, baseMonths: 24, points: 1 })
  })

  it('is not read before two years of history, nor with fewer than three starts in its base', () => {
    const nothing = { points: null, now: null, base: null, baseMonths: null, pBelow75pct: null, pBelow50pct: null }
    expect(renewal(['2022-02-01', ...monthly.slice(1)])).toEqual({ ...nothing, n: 0, reason: 'no-history' })
    expect(renewal([])).toEqual({ ...nothing, n: 0, reason: 'no-history' })
    expect(renewal([...monthly.slice(0, 2), ...recent(4)])).toEqual({
      ...nothing,
      n: 6,
      reason: 'too-few',
      now: 4,
      base: 2,
      baseMonths: 12,
    })
    expect(renewal([...monthly.slice(0, 3), ...recent(4)])).toMatchObject({ points: 0, base: 3 })
  })
})

describe('novelty', () => {
  // Half of all pairs are tied already; of twenty pairs ten are new: as many as chance would bring.
  const usual = {
    jointInitiatives: 3,
    pairs: 20,
    newPairs: 10,
    possiblePairs: 100,
    untriedPairs: 50,
    partners: 8,
    newPartners: 2,
  }
  const novelty = (more: Partial<typeof usual>, months: number | null = 24) =>
    readNovelty({ ...usual, ...more }, months, lines)

  it.each([
    [{}, 0, 1],
    [{ newPairs: 6 }, 0, 0.6],
    [{ newPairs: 5 }, 1, 0.5],
    [{ pairs: 40, newPairs: 6 }, 1, 0.3],
    [{ pairs: 40, newPairs: 5 }, 2, 0.25],
    [{ newPairs: 0 }, 2, 0],
  ])('of %j is %i points', (more, points, relative) => {
    const read = novelty(more)
    expect(read).toMatchObject({ points, isSaturated: false, n: 3, initiatives: 3, newPartnerRate: 0.25 })
    expect(read.relative).toBeCloseTo(relative, 12)
  })

  it('of a network where nearly all have met is judged by newcomers', () => {
    expect(novelty({ untriedPairs: 30, newPairs: 0 })).toMatchObject({ points: 2, isSaturated: false })
    expect(novelty({ untriedPairs: 29, newPairs: 0 })).toMatchObject({ points: 0, isSaturated: true })
    expect(novelty({ untriedPairs: 29, newPartners: 0 })).toMatchObject({ points: 1, newPartnerRate: 0 })
    expect(novelty({ untriedPairs: 0, newPairs: 0, partners: 0, newPartners: 0 })).toMatchObject({
      points: 1,
      relative: null,
      untriedPairShare: 0,
      newPartnerRate: null,
    })
  })

  it('tells its shares', () => {
    expect(novelty({ newPairs: 5 })).toMatchObject({ newTieRate: 0.25, untriedPairShare: 0.5 })
  })

  it('is not read before two years, with fewer than three joint initiatives or without a pair', () => {
    const nothing = {
      points: null,
      initiatives: null,
      newTieRate: null,
      untriedPairShare: null,
      relative: null,
      newPartnerRate: null,
      isSaturated: null,
    }
    expect(novelty({}, 23)).toEqual({ ...nothing, n: 3, reason: 'no-history' })
    expect(novelty({}, null)).toEqual({ ...nothing, n: 3, reason: 'no-history' })
    expect(novelty({ jointInitiatives: 2 })).toEqual({ ...nothing, n: 2, initiatives: 2, reason: 'too-few' })
    const withoutPairs = { ...nothing, n: 3, initiatives: 3, reason: 'zero-denominator' }
    expect(novelty({ pairs: 0, newPairs: 0 })).toEqual(withoutPairs)
    expect(novelty({ possiblePairs: 0, untriedPairs: 0 })).toEqual(withoutPairs)
  })
})

describe('start days', () => {
  it('are kept month by month from the first on', () => {
    const starts = startedOn(['2023-03-10', '2023-03-10', '2023-05-05', '2023-05-01'], '2023-07')
    expect(monthFromIndex(starts.firstMonth() ?? 0)).toBe('2023-03')
    const within = (from: Month, to: Month) => starts.startsIn(monthIndex(from), monthIndex(to))
    expect([within('2023-03', '2023-04'), within('2023-04', '2023-05'), within('2023-05', '2023-06')]).toEqual([
      2, 0, 2,
    ])
    expect([within('2020-01', '2023-03'), within('2020-01', '2030-01')]).toEqual([0, 4])
    const daysFrom = (from: Month) => starts.startDaysBeforeLast(monthIndex(from))
    expect(['2020-01', '2023-03', '2023-04', '2023-05', '2023-06'].map(daysFrom)).toEqual([2, 2, 1, 1, 0])
  })

  it('are none before any', () => {
    const none = startedOn([], '2023-07')
    expect([none.firstMonth(), none.lastStartOn(), none.startsIn(0, 99_999), none.startDaysBeforeLast(0)]).toEqual([
      null,
      null,
      0,
      0,
    ])
  })

  it('go their own way from where others stood', () => {
    const first = startedOn(['2023-03-10'], '2023-05')
    const second = startDays(first.state())
    const facts = datedFacts(givenWork([{ id: 'late', startedOn: '2023-05-02' }]))
    second.absorb(monthIndex('2023-05'), facts.at(monthIndex('2023-05')))
    const all = (starts: typeof first) => starts.startsIn(monthIndex('2023-01'), monthIndex('2023-12'))
    expect([all(first), all(second)]).toEqual([1, 2])
    expect([first.startDaysBeforeLast(0), second.startDaysBeforeLast(0)]).toEqual([0, 1])
  })
})
