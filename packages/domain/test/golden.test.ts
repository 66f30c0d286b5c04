import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { evaluate, type MonthReading, timeline } from '../src/risks/timeline.ts'
import { packageHistory } from './package-history.ts'

interface ExpectedMonth {
  readonly month: string
  readonly stagnation: {
    readonly score: number | null
    readonly held_level: string
    readonly families: Readonly<Record<string, Readonly<Record<string, number | null>>>>
  }
  readonly funding: Readonly<Record<string, unknown>> | null
}

const folder = new URL('../fixtures/golden/', import.meta.url)
const expected = (JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as { months: ExpectedMonth[] })
  .months
const history = packageHistory(folder)
const readMonths = () =>
  new Map(timeline(history, '2017-02', '2023-01').months.map((reading) => [reading.month, reading]))

/** Names of the values where the golden file's words differ from the reading's. */
const namesOf: Readonly<Record<string, string>> = {
  start_days_24m: 'startDays24m',
  median_24m: 'median24m',
  median_share_24m: 'medianShare24m',
  p_below_75pct: 'pBelow75pct',
  p_below_50pct: 'pBelow50pct',
}

function camelCase(name: string): string {
  return namesOf[name] ?? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function isSame(read: unknown, value: number | null): boolean {
  if (value === null) return read === null
  return typeof read === 'number' && Math.abs(read - value) <= 1e-9
}

function isClose(read: unknown, value: unknown): boolean {
  if (value === null) return read === null
  return typeof read === 'number' && Math.abs(read - (value as number)) < 5e-10
}

/** Names of what the funding of a month reads otherwise than the golden file; numbers to nine places, counts and levels to the last. */
function fundingOtherwise(reading: MonthReading['funding'] | undefined, funding: ExpectedMonth['funding']): string[] {
  if (reading === undefined) return ['no reading']
  if (funding === null) return reading.score === null && reading.level === 'insufficient-data' ? [] : ['is read']
  const { readings, sublevels } = reading
  const isSaid: Readonly<Record<string, boolean>> = {
    income: readings.income === funding['income_12m'],
    byFunder: isDeepStrictEqual(readings.byFunder, funding['by_funder']),
    reliance: isClose(readings.reliance, funding['reliance']),
    effectiveFunders: isClose(readings.effectiveFunders, funding['effective_funders']),
    hhi: isClose(readings.hhi, funding['hhi']),
    concentration: sublevels.concentration.level === funding['concentration_sublevel'],
    incomeFall: sublevels.incomeFall.level === funding['income_fall_sublevel'],
    cappedAtWatch: reading.cappedAtWatch === funding['capped_at_watch'],
    runway: sublevels.runway.level === null,
    incomeRatio: isClose(readings.incomeRatio, funding['income_ratio_to_year_before']),
  }
  return Object.keys(isSaid).filter((name) => !isSaid[name])
}

// The timeline is read within each test, and each looks at all months: so it can be told which change of the engine which test would notice.
describe('the golden community', () => {
  it('has 72 months', () => {
    expect(expected).toHaveLength(72)
    expect(readMonths().size).toBe(72)
  })

  it('reads every family of all 72 months as the golden file does', () => {
    const readings = readMonths()
    const deviating = expected.flatMap(({ month, stagnation }) => {
      const reading = readings.get(month)?.stagnation
      const families = (reading?.families ?? {}) as unknown as Record<string, Record<string, unknown>>
      const names = Object.entries(stagnation.families).flatMap(([family, values]) =>
        Object.entries(values)
          .filter(([name, value]) => !isSame(families[family]?.[camelCase(name)], value))
          .map(([name]) => `${family} ${name}`),
      )
      if (reading?.score !== stagnation.score) names.push('score')
      if (reading?.heldLevel !== stagnation.held_level) names.push('held level')
      return names.map((name) => `${month} ${name}`)
    })
    expect(deviating).toEqual([])
  })

  it('reads the funding of all 72 months as the golden file does', () => {
    const readings = readMonths()
    const deviating = expected.flatMap(({ month, funding }) =>
      fundingOtherwise(readings.get(month)?.funding, funding).map((name) => `${month} ${name}`),
    )
    expect(deviating).toEqual([])
  })

  it('evaluates a month alone exactly as its timeline does, before, within and after its facts', () => {
    const { months } = timeline(history, '2016-01', '2023-12')
    const alone = ['2016-06', '2017-02', '2019-03', '2020-10', '2021-04', '2023-01', '2023-06']
    expect(alone.map((month) => JSON.stringify(evaluate(history, month)))).toEqual(
      alone.map((month) => JSON.stringify(months.find((one) => one.month === month))),
    )
  })

  it('reads nothing after its data end, holds the level and calls it stale after three months', () => {
    const after = timeline(history, '2023-02', '2023-06').months
    expect(after.map((one) => one.stagnation.level)).toEqual(Array(5).fill('insufficient-data'))
    expect(after[0]?.stagnation.families.gap.reason).toBe('incomplete-after:2022-12-31')
    const heldBefore = readMonths().get('2023-01')?.funding.heldLevel
    expect(after.map((one) => one.funding.heldLevel)).toEqual(Array(5).fill(heldBefore))
    expect(after.map((one) => one.funding.isStale)).toEqual([false, false, false, true, true])
  })
})
