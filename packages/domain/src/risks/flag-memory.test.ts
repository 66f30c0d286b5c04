import { describe, expect, it } from 'vitest'
import { type FlagState, isStale, monthOrNull, quietFlag, stepFlag } from './flag-level.ts'
import { flagReading, pointStreaks } from './flag-reading.ts'
import { parameters } from './parameters.ts'

const { stagnation: lines } = parameters.flags
const JANUARY = 2020 * 12

function after(scores: readonly (number | null)[], cap: 'watch' | null = null) {
  let before: FlagState = quietFlag
  let step = stepFlag(before, JANUARY, scores[0] ?? null, lines, parameters.flags, cap)
  scores.slice(1).forEach((score, index) => {
    before = step.state
    step = stepFlag(before, JANUARY + index + 1, score, lines, parameters.flags, cap)
  })
  return { before, step, state: step.state, month: JANUARY + scores.length - 1, score: scores.at(-1) ?? null }
}

function readingAfter(scores: readonly (number | null)[]) {
  const { before, step, month, score } = after(scores)
  return flagReading({
    before,
    step,
    month,
    score,
    reason: score === null ? 'too-few' : null,
    isCapped: false,
    points: { gap: score },
    evidenceOnset: '2019-12-01',
    contributors: {},
    dataCompleteThrough: null,
    rule: 'rule',
    thresholds: lines,
    staleAfterMonths: 3,
  })
}

describe('what a flag remembers', () => {
  it('is nothing at first', () => {
    expect(quietFlag).toEqual({
      level: 'none',
      called: [],
      readingsBelowLeave: 0,
      onset: null,
      peak: 'none',
      insufficientSince: null,
      clearedAt: null,
      reopenedCount: 0,
    })
  })

  it('is the last three calls, never more', () => {
    expect(after([0, 0, 2, 0, 3]).state.called.map((call) => call.level)).toEqual(['watch', 'none', 'warning'])
  })

  it('is its peak, which falls only with a new episode', () => {
    expect(after([5, 5, 3, 3, 3]).state).toMatchObject({ level: 'warning', peak: 'critical' })
    expect(after([2, 2, 3, 3]).state).toMatchObject({ level: 'warning', peak: 'warning' })
    const cleared = [5, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    expect(after(cleared).state).toMatchObject({ level: 'none', clearedAt: JANUARY + 10 })
    expect(after([...cleared, 2, 2]).state).toMatchObject({ level: 'watch', peak: 'critical', reopenedCount: 1 })
    expect(after([...cleared, 0, 0, 0, 0, 2, 2]).state).toMatchObject({ peak: 'critical', reopenedCount: 1 })
    expect(after([...cleared, 0, 0, 0, 0, 0, 2, 2]).state).toMatchObject({ peak: 'watch', reopenedCount: 0 })
  })

  it('does not rise again where it stands', () => {
    expect(after([2, 2, 2]).step.kind).toBeNull()
    expect(after([3, 3, 2]).step.kind).toBeNull()
    expect(after([3, 3, 2]).state.level).toBe('warning')
  })

  it('is since when it has had no reading, told once', () => {
    expect(after([null]).step.kind).toBe('insufficient')
    expect(after([null, null]).step.kind).toBeNull()
    expect(after([null, null]).state.insufficientSince).toBe(JANUARY)
    expect(after([null, null, 0]).state.insufficientSince).toBeNull()
    expect(isStale(after([0, 0]).state, JANUARY + 99, 3)).toBe(false)
  })

  it('is told by the names of months', () => {
    expect([monthOrNull(null), monthOrNull(JANUARY)]).toEqual([null, '2020-01'])
  })
})

describe('the record of a change', () => {
  it('has the calls that carried it, the oldest first', () => {
    expect(readingAfter([0, 2, 3]).change).toMatchObject({
      kind: 'raised',
      from: 'none',
      to: 'watch',
      month: '2020-03',
      called: [
        { month: '2020-01', level: 'none' },
        { month: '2020-02', level: 'watch' },
        { month: '2020-03', level: 'warning' },
      ],
      onset: '2020-02',
      evidenceOnset: '2019-12-01',
    })
  })

  it('of a cleared flag keeps when it had begun', () => {
    const cleared = readingAfter([2, 2, 0, 0, 0])
    expect(cleared.change).toMatchObject({ kind: 'cleared', from: 'watch', to: 'none', onset: '2020-01' })
    expect(cleared.change?.called).toHaveLength(3)
    expect(cleared).toMatchObject({ onset: null, evidenceOnset: null })
  })

  it('is none where nothing changed or nothing was read', () => {
    expect(readingAfter([2, 2, 2]).change).toBeNull()
    expect(readingAfter([2, 2, null])).toMatchObject({ change: null, level: 'insufficient-data', heldLevel: 'watch' })
    expect(readingAfter([2, 2, null])).toMatchObject({ reason: 'too-few', insufficientSince: '2020-03' })
    expect(readingAfter([2, 2])).not.toHaveProperty('reason')
    expect(readingAfter([2, 2]).evidenceOnset).toBe('2019-12-01')
  })
})

describe('streaks of points', () => {
  it('begin with the first point, end with a reading of none, and pass over months without one', () => {
    const streaks = pointStreaks()
    expect(streaks.earliest()).toBeNull()
    streaks.add(JANUARY, { gap: 0, renewal: null })
    expect(streaks.earliest()).toBeNull()
    streaks.add(JANUARY + 1, { gap: 1, renewal: null })
    streaks.add(JANUARY + 2, { gap: 2, renewal: 1 })
    streaks.add(JANUARY + 3, { gap: null, renewal: 1 })
    expect(streaks.earliest()).toBe('2020-02-01')
    const copy = streaks.copy()
    streaks.add(JANUARY + 4, { gap: 0, renewal: 1 })
    expect(streaks.earliest()).toBe('2020-03-01')
    expect(copy.earliest()).toBe('2020-02-01')
  })
})
