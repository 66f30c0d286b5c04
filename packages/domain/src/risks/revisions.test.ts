import { describe, expect, it } from 'vitest'
import type { FlagLevel } from './flag-level.ts'
import { revisedMonths, type FlagSaid } from './revisions.ts'

const said = (heldLevel: FlagLevel, score: number | null = 0): FlagSaid => ({
  level: score === null ? 'insufficient-data' : heldLevel,
  heldLevel,
  score,
})
const month = (name: string, stagnation: FlagSaid, funding: FlagSaid = said('none')) => ({
  month: name,
  stagnation,
  funding,
})

describe('revisedMonths', () => {
  it('a month whose level is another one now is named with what was said and what is known', () => {
    const then = { months: [month('2026-01', said('none')), month('2026-02', said('none'))] }
    const now = { months: [month('2026-01', said('none', 1)), month('2026-02', said('watch', 2))] }
    expect(revisedMonths(then, now)).toEqual([
      {
        month: '2026-02',
        then: { stagnation: said('none'), funding: said('none') },
        now: { stagnation: said('watch', 2), funding: said('none') },
      },
    ])
  })

  it('another score with the same level is no revision', () => {
    const then = { months: [month('2026-01', said('watch', 2))] }
    expect(revisedMonths(then, { months: [month('2026-01', said('watch', 3))] })).toEqual([])
  })

  it('a reading where there was none is a revision though the held level is the same', () => {
    const then = { months: [month('2026-01', said('watch', null))] }
    expect(revisedMonths(then, { months: [month('2026-01', said('watch', 2))] })).toHaveLength(1)
  })

  it('funding counts as stagnation does; months only one of them has are left out', () => {
    const then = { months: [month('2025-12', said('none')), month('2026-01', said('none'), said('watch', 1))] }
    const now = { months: [month('2026-01', said('none'), said('none')), month('2026-02', said('critical', 6))] }
    expect(revisedMonths(then, now).map((one) => one.month)).toEqual(['2026-01'])
    expect(revisedMonths(then, then)).toEqual([])
  })
})
