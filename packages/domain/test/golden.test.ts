import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluate, timeline } from '../src/risks/timeline.ts'
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
const readings = new Map(timeline(history, '2017-02', '2023-01').months.map((reading) => [reading.month, reading]))

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

describe('the golden community', () => {
  it('has 72 months', () => {
    expect(expected).toHaveLength(72)
    expect(readings.size).toBe(72)
  })

  it.each(expected)('reads every family of $month as the golden file does', ({ month, stagnation }) => {
    const reading = readings.get(month)?.stagnation
    expect(reading?.score).toBe(stagnation.score)
    expect(reading?.heldLevel).toBe(stagnation.held_level)
    const families = (reading?.families ?? {}) as unknown as Record<string, Record<string, unknown>>
    const deviating = Object.entries(stagnation.families).flatMap(([family, values]) =>
      Object.entries(values)
        .filter(([name, value]) => !isSame(families[family]?.[camelCase(name)], value))
        .map(([name]) => `${family} ${name}`),
    )
    expect(deviating).toEqual([])
  })

  it.each(expected)('reads the funding of $month as the golden file does', ({ month, funding }) => {
    const reading = readings.get(month)?.funding
    if (funding === null) {
      expect(reading?.score).toBeNull()
      expect(reading?.level).toBe('insufficient-data')
      return
    }
    expect(reading?.readings.income).toBe(funding['income_12m'])
    expect(reading?.readings.byFunder).toEqual(funding['by_funder'])
    expect(reading?.readings.reliance).toBeCloseTo(funding['reliance'] as number, 9)
    expect(reading?.readings.effectiveFunders).toBeCloseTo(funding['effective_funders'] as number, 9)
    expect(reading?.readings.hhi).toBeCloseTo(funding['hhi'] as number, 9)
    expect(reading?.sublevels.concentration.level).toBe(funding['concentration_sublevel'])
    expect(reading?.sublevels.incomeFall.level).toBe(funding['income_fall_sublevel'])
    expect(reading?.cappedAtWatch).toBe(funding['capped_at_watch'])
    expect(reading?.sublevels.runway.level).toBeNull()
    const ratio = funding['income_ratio_to_year_before']
    if (ratio === null) expect(reading?.readings.incomeRatio).toBeNull()
    else expect(reading?.readings.incomeRatio).toBeCloseTo(ratio as number, 9)
  })

  it.each(['2016-06', '2017-02', '2019-03', '2020-10', '2021-04', '2023-01', '2023-06'])(
    'evaluates %s alone exactly as its timeline does',
    (month) => {
      const months = timeline(history, '2016-01', '2023-12').months
      expect(JSON.stringify(evaluate(history, month))).toBe(JSON.stringify(months.find((one) => one.month === month)))
    },
  )

  it('reads nothing after its data end, holds the level and calls it stale after three months', () => {
    const after = timeline(history, '2023-02', '2023-06').months
    expect(after.map((one) => one.stagnation.level)).toEqual(Array(5).fill('insufficient-data'))
    expect(after[0]?.stagnation.families.gap.reason).toBe('incomplete-after:2022-12-31')
    expect(after.map((one) => one.funding.heldLevel)).toEqual(Array(5).fill(readings.get('2023-01')?.funding.heldLevel))
    expect(after.map((one) => one.funding.isStale)).toEqual([false, false, false, true, true])
  })
})
