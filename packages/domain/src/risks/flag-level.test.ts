import { describe, expect, it } from 'vitest'
import { type FlagLevel, isStale, quietFlag, stepFlag } from './flag-level.ts'
import { parameters } from './parameters.ts'

const { stagnation } = parameters.flags

function levels(scores: readonly (number | null)[], cap: 'watch' | null = null) {
  let state = quietFlag
  return scores.map((score, month) => {
    state = stepFlag(state, month, score, stagnation, parameters.flags, cap).state
    return state
  })
}

const levelsOf = (scores: readonly (number | null)[]): FlagLevel[] => levels(scores).map((state) => state.level)

describe('a flag', () => {
  it('takes the second largest level called for in three readings', () => {
    expect(levelsOf([5, 3])).toEqual(['none', 'warning'])
    expect(levelsOf([5, 0, 2])).toEqual(['none', 'none', 'watch'])
  })

  it('falls one level after three readings in a row below its leaving line', () => {
    expect(levelsOf([5, 5, 3, 3, 3, 3, 3]).at(-1)).toBe('warning')
    expect(levelsOf([5, 5, 3, 3, 4, 3, 3]).at(-1)).toBe('critical')
  })

  it('is not cleared by silence, and is stale after three months of it', () => {
    const states = levels([3, 3, null, null, null, null])
    expect(states.at(-1)).toMatchObject({ level: 'warning', insufficientSince: 2 })
    expect(states.map((state, month) => isStale(state, month, 3))).toEqual([false, false, false, false, false, true])
  })

  it('stops at watch while the network forms', () => {
    expect(levels([9, 9, 9], 'watch').map((state) => state.level)).toEqual(['none', 'watch', 'watch'])
  })

  it('begins where its first call was, and reopens the same episode within six months', () => {
    const states = levels([0, 2, 2, 0, 0, 0, 2, 2])
    expect(states[2]).toMatchObject({ level: 'watch', onset: 1, reopenedCount: 0 })
    expect(states[5]).toMatchObject({ level: 'none', onset: null, clearedAt: 5 })
    expect(states[7]).toMatchObject({ level: 'watch', onset: 6, reopenedCount: 1 })
  })
})
