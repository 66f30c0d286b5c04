import type { Month } from '../values/month.ts'
import { monthFromIndex } from '../values/month.ts'
import type { FlagThresholds, Parameters } from './parameters.ts'

export const flagLevels = ['none', 'watch', 'warning', 'critical'] as const
export type FlagLevel = (typeof flagLevels)[number]

/** What a flag remembers from one monthly reading to the next. Months are indices. */
export interface FlagState {
  readonly level: FlagLevel
  /** Levels called for by the latest readings, the oldest first, with their months. */
  readonly called: readonly { readonly month: number; readonly level: FlagLevel }[]
  readonly readingsBelowLeave: number
  readonly onset: number | null
  readonly peak: FlagLevel
  readonly insufficientSince: number | null
  readonly clearedAt: number | null
  readonly reopenedCount: number
}

export type FlagStepKind = 'raised' | 'lowered' | 'cleared' | 'insufficient'

export interface FlagStep {
  readonly state: FlagState
  /** The level this reading calls for by itself; null without a reading. */
  readonly calledLevel: FlagLevel | null
  readonly kind: FlagStepKind | null
}

export const quietFlag: FlagState = {
  level: 'none',
  called: [],
  readingsBelowLeave: 0,
  onset: null,
  peak: 'none',
  insufficientSince: null,
  clearedAt: null,
  reopenedCount: 0,
}

/**
 * One month of a flag's life. A score calls for the highest level whose entering line it reaches; a flag takes the second largest
 * level called for in the last three readings when that is higher; three readings in a row below the leaving line lower it by one
 * level and start the window anew. A null score is not a reading: level and counters freeze.
 * score ≥ 0 or null; capAtWatch holds a young network at watch. Source: docs/indicators.md §7 rules 1-4 and 6.
 */
export function stepFlag(
  state: FlagState,
  month: number,
  score: number | null,
  thresholds: FlagThresholds,
  rules: Parameters['flags'],
  cap: 'watch' | null = null,
): FlagStep {
  if (score === null) {
    const began = state.insufficientSince === null
    return {
      state: { ...state, insufficientSince: state.insufficientSince ?? month },
      calledLevel: null,
      kind: began ? 'insufficient' : null,
    }
  }
  const calledLevel = levelCalledFor(score, thresholds, cap)
  const called = [...state.called, { month, level: calledLevel }].slice(-rules.rise.of)
  const read = { ...state, called, insufficientSince: null }
  const sustained = sustainedLevel(called, rules.rise.calls)
  if (rank(calledLevel) > rank(state.level) && rank(sustained) > rank(state.level)) {
    return { state: raised(read, sustained, month, rules.reopenWithinMonths), calledLevel, kind: 'raised' }
  }
  const below = state.level !== 'none' && score < thresholds[state.level].leave ? state.readingsBelowLeave + 1 : 0
  if (below < rules.releaseReadings) return { state: { ...read, readingsBelowLeave: below }, calledLevel, kind: null }
  return lowered(read, month, calledLevel)
}

/** The highest level whose entering line the score reaches. */
export function levelCalledFor(score: number, thresholds: FlagThresholds, cap: 'watch' | null = null): FlagLevel {
  if (score < thresholds.watch.enter) return 'none'
  if (score < thresholds.warning.enter || cap === 'watch') return 'watch'
  return score < thresholds.critical.enter ? 'warning' : 'critical'
}

/** Whether the flag has been without a reading for so long that its held level says little. */
export function isStale(state: FlagState, month: number, staleAfterMonths: number): boolean {
  return state.insufficientSince !== null && month - state.insufficientSince >= staleAfterMonths
}

/** The month with this index, or null. */
export function monthOrNull(index: number | null): Month | null {
  return index === null ? null : monthFromIndex(index)
}

function raised(state: FlagState, level: FlagLevel, month: number, reopenWithinMonths: number): FlagState {
  const opens = state.level === 'none'
  const reopens = opens && state.clearedAt !== null && month - state.clearedAt <= reopenWithinMonths
  const firstCall = state.called.find((call) => call.level !== 'none')
  return {
    ...state,
    level,
    readingsBelowLeave: 0,
    onset: opens ? (firstCall?.month ?? month) : state.onset,
    peak: opens && !reopens ? level : rank(level) > rank(state.peak) ? level : state.peak,
    reopenedCount: opens ? (reopens ? state.reopenedCount + 1 : 0) : state.reopenedCount,
  }
}

function lowered(state: FlagState, month: number, calledLevel: FlagLevel): FlagStep {
  const level = flagLevels[rank(state.level) - 1] ?? 'none'
  const cleared = level === 'none'
  return {
    state: {
      ...state,
      level,
      called: [],
      readingsBelowLeave: 0,
      onset: cleared ? null : state.onset,
      clearedAt: cleared ? month : state.clearedAt,
    },
    calledLevel,
    kind: cleared ? 'cleared' : 'lowered',
  }
}

function sustainedLevel(called: FlagState['called'], calls: number): FlagLevel {
  const ranks = called.map((call) => rank(call.level)).sort((a, b) => b - a)
  return flagLevels[ranks[calls - 1] ?? 0] ?? 'none'
}

function rank(level: FlagLevel): number {
  return flagLevels.indexOf(level)
}
