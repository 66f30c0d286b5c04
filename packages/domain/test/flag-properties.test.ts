import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flagLevels, levelCalledFor, quietFlag, stepFlag } from '../src/risks/flag-level.ts'
import { parameters } from '../src/risks/parameters.ts'
import { runs } from './property-runs.ts'

const scores = fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 4 }), { minLength: 1, maxLength: 40 })
const rank = (level: string) => flagLevels.indexOf(level as 'none')

function statesOf(values: readonly (number | null)[], cap: 'watch' | null = null) {
  let state = quietFlag
  return values.map((score, at) => {
    const before = state
    const step = stepFlag(before, at, score, parameters.flags.stagnation, parameters.flags, cap)
    state = step.state
    return { before, step, state, score }
  })
}

function holds<Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>, everyDay = 100): void {
  fc.assert(property, runs(everyDay))
}

describe('a flag', () => {
  it('falls one level at a time, and only after three readings in a row below its leaving line', () => {
    holds(
      fc.property(scores, (values) => {
        const states = statesOf(values)
        states.forEach(({ before, state }, index) => {
          if (rank(state.level) >= rank(before.level)) return
          expect(rank(before.level) - rank(state.level)).toBe(1)
          const readings = states
            .slice(0, index + 1)
            .filter((one) => one.score !== null)
            .slice(-3)
          const line = parameters.flags.stagnation[before.level as 'watch'].leave
          expect(readings.map((one) => (one.score ?? 99) < line)).toEqual([true, true, true])
        })
      }),
    )
  })

  it('rises to no level that two of the last three readings did not call for', () => {
    holds(
      fc.property(scores, (values) => {
        statesOf(values).forEach(({ before, state, step }) => {
          if (rank(state.level) <= rank(before.level)) return
          expect(step.kind).toBe('raised')
          expect(state.called.filter((call) => rank(call.level) >= rank(state.level)).length).toBeGreaterThanOrEqual(2)
        })
      }),
    )
  })

  it('stands still without a reading, and goes on from there as if nothing had been', () => {
    holds(
      fc.property(scores, (values) => {
        const states = statesOf(values)
        for (const { before, state, score, step } of states) {
          if (score !== null) continue
          expect({ ...state, insufficientSince: null }).toEqual({ ...before, insufficientSince: null })
          expect(step.calledLevel).toBeNull()
        }
        const levels = (all: ReturnType<typeof statesOf>) =>
          all.filter((one) => one.score !== null).map((one) => one.state.level)
        expect(levels(states)).toEqual(levels(statesOf(values.filter((value) => value !== null))))
      }),
    )
  })

  it('of a young network never passes watch', () => {
    holds(
      fc.property(scores, (values) => {
        for (const { state } of statesOf(values, 'watch')) expect(rank(state.level)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('calls for more as the score rises', () => {
    holds(
      fc.property(fc.nat(12), fc.nat(12), (a, b) => {
        const called = (score: number) => rank(levelCalledFor(score, parameters.flags.stagnation))
        expect(called(Math.max(a, b))).toBeGreaterThanOrEqual(called(Math.min(a, b)))
      }),
    )
  })

  it('remembers its peak while it is raised, and its first call as its onset', () => {
    holds(
      fc.property(scores, (values) => {
        for (const { state } of statesOf(values)) {
          if (state.level === 'none') expect(state.onset).toBeNull()
          else {
            expect(rank(state.peak)).toBeGreaterThanOrEqual(rank(state.level))
            expect(values[state.onset ?? -1] ?? 0).toBeGreaterThanOrEqual(parameters.flags.stagnation.watch.enter)
          }
        }
      }),
    )
  })
})
