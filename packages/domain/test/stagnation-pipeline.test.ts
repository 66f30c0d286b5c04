import { describe, expect, it } from 'vitest'
import { parameters } from '../src/risks/parameters.ts'
import { readDormancy } from '../src/risks/stagnation/dormancy.ts'
import { formingThrough } from '../src/risks/stagnation/life-stage.ts'
import { readParticipation } from '../src/risks/stagnation/participation.ts'
import { readPipeline } from '../src/risks/stagnation/pipeline.ts'
import { counted, nothingCounted } from '../src/risks/statistics/sorted-counts.ts'

const lines = parameters.stagnation

describe('participation', () => {
  const eight = Array<number>(6).fill(8)
  const participation = (now: number, before: readonly number[] = eight, hasHistory = true) =>
    readParticipation(now, before, hasHistory, lines)

  it.each([
    [8, 0],
    [7, 0],
    [6, 1],
    [5, 1],
    [4, 2],
    [0, 2],
  ])('of %i after eight is %i points', (now, points) => {
    expect(participation(now)).toEqual({ points, n: 6, now, median24m: 8 })
  })

  it('of half a partner more in the middle is judged exactly', () => {
    expect(participation(6, [8, 9])).toMatchObject({ points: 1, median24m: 8.5 })
    expect(participation(7, [8, 9])).toMatchObject({ points: 0, median24m: 8.5 })
  })

  it('looks back two years', () => {
    const grown = [...Array<number>(30).fill(100), ...Array<number>(24).fill(8)]
    expect(participation(7, grown)).toEqual({ points: 0, n: 24, now: 7, median24m: 8 })
  })

  it('is not read below a median of five', () => {
    expect(participation(3, [5])).toMatchObject({ points: 1, n: 1 })
    expect(participation(1, [4, 5])).toEqual({ points: null, n: 2, now: 1, median24m: 4.5, reason: 'too-few' })
    expect(participation(1, [])).toEqual({ points: null, n: 0, now: 1, median24m: null, reason: 'too-few' })
    expect(participation(1, eight, false)).toEqual({
      points: null,
      n: 0,
      now: null,
      median24m: null,
      reason: 'no-history',
    })
  })
})

describe('pipeline', () => {
  const beyond = (horizon: number, still: number) =>
    Array.from({ length: 13 }, (_, at) => (at === horizon ? still : 99))
  /** Six months in which five of ten were planned to run on for half a year. */
  const half = Array.from({ length: 6 }, () => ({ running: 10, beyond: beyond(6, 5) }))
  const year = [365, 365, 365]
  const pipeline = (still: number, running: number, before = half, durations: readonly number[] = year, has = true) =>
    readPipeline({ running, beyond: beyond(6, still) }, before, counted(nothingCounted, durations, 1), has, lines)

  it.each([
    // Against a half and a third of the usual half, and the probability of so few: 5 %, 1 %.
    [6, 20, 0],
    [5, 20, 1],
    [3, 12, 0],
    [4, 20, 1],
    [3, 18, 2],
    [2, 12, 1],
    [1, 6, 0],
    [0, 20, 2],
  ])('of %i going on of %i is %i points', (still, running, points) => {
    expect(pipeline(still, running)).toMatchObject({
      points,
      n: running,
      running,
      stillRunning: still,
      medianShare24m: 0.5,
      horizonMonths: 6,
    })
  })

  it('says how likely so few are', () => {
    expect(pipeline(3, 12).p).toBeCloseTo(299 / 4096, 12)
  })

  it.each([
    [[100, 100, 100], 3],
    [[213, 213, 213], 3],
    [[214, 214, 214], 4],
    [[300, 430, 999], 7],
    [[760, 760, 760], 12],
    [[2000, 2000, 2000], 12],
  ])('planned for %j days looks %i months ahead', (durations, horizonMonths) => {
    const long = Array.from({ length: 6 }, () => ({ running: 10, beyond: Array<number>(13).fill(5) }))
    expect(pipeline(1, 10, long, durations)).toMatchObject({ horizonMonths })
  })

  it('leaves months with fewer than three running out of its median, and looks back two years', () => {
    const few = Array.from({ length: 9 }, () => ({ running: 2, beyond: beyond(6, 2) }))
    expect(pipeline(5, 20, [...few, ...half])).toMatchObject({ medianShare24m: 0.5, points: 1 })
    const before = Array.from({ length: 30 }, () => ({ running: 10, beyond: beyond(6, 0) }))
    const after = Array.from({ length: 24 }, () => ({ running: 10, beyond: beyond(6, 5) }))
    expect(pipeline(5, 20, [...before, ...after])).toMatchObject({ medianShare24m: 0.5 })
    const three = Array.from({ length: 6 }, () => ({ running: 3, beyond: beyond(6, 3) }))
    expect(pipeline(3, 3, three)).toMatchObject({ medianShare24m: 1, points: 0 })
  })

  it('is not read with too few running, planned or remembered', () => {
    const nothing = { points: null, horizonMonths: null, stillRunning: null, medianShare24m: null, p: null }
    expect(pipeline(1, 2)).toEqual({ ...nothing, n: 2, running: 2, reason: 'too-few' })
    expect(pipeline(1, 3)).toMatchObject({ points: 0, running: 3 })
    expect(pipeline(1, 3, half, [365, 365])).toEqual({ ...nothing, n: 3, running: 3, reason: 'too-few' })
    expect(pipeline(1, 3, half, [])).toEqual({ ...nothing, n: 3, running: 3, reason: 'too-few' })
    const remembered = { ...nothing, n: 3, running: 3, horizonMonths: 6, stillRunning: 1, reason: 'too-few' }
    expect(pipeline(1, 3, half.slice(1))).toEqual(remembered)
    expect(pipeline(1, 3, [])).toEqual(remembered)
    expect(pipeline(1, 3, half, year, false)).toEqual({ ...nothing, n: 0, running: null, reason: 'no-history' })
  })
})

describe('dormancy', () => {
  it('is a share of eight members or more', () => {
    expect(readDormancy(8, 2, true, lines)).toMatchObject({ n: 8, dormant: 2, share: 0.25 })
    expect(readDormancy(8, 2, true, lines).interval?.low).toBeCloseTo(0.0715, 4)
    const unread = { dormant: null, share: null, interval: null }
    expect(readDormancy(7, 2, true, lines)).toEqual({ ...unread, n: 7, reason: 'too-few' })
    expect(readDormancy(8, 2, false, lines)).toEqual({ ...unread, n: 0, reason: 'unknown-source' })
  })
})

describe('the forming stage', () => {
  it('ends a year less a day after the third partner came', () => {
    expect(formingThrough('2024-03-01', lines)).toBe('2025-02-28')
    expect(formingThrough('2024-02-29', lines)).toBe('2025-02-27')
    expect(formingThrough(null, lines)).toBeNull()
  })
})
