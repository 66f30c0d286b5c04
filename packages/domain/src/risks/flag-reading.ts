import { type Day, dayFromNumber } from '../values/day.ts'
import { firstDayNumber, type Month, monthFromIndex } from '../values/month.ts'
import { type FlagLevel, type FlagState, type FlagStep, isStale, monthOrNull } from './flag-level.ts'
import type { FlagThresholds } from './parameters.ts'
import type { Reason } from './reason.ts'

/** The part of a month's reading that both flags share. */
export interface FlagReading {
  /** The flag's level, or insufficient-data where this month has no reading. */
  readonly level: FlagLevel | 'insufficient-data'
  /** The level the flag holds, also while there is no reading. */
  readonly heldLevel: FlagLevel
  readonly score: number | null
  readonly reason?: Reason
  /** The level this reading alone calls for. */
  readonly calledLevel: FlagLevel | null
  readonly cappedAtWatch: boolean
  readonly insufficientSince: Month | null
  readonly isStale: boolean
  readonly onset: Month | null
  /** Since when the change underneath has been visible in the readings. */
  readonly evidenceOnset: Day | null
  readonly peak: FlagLevel
  readonly readingsBelowLeave: number
  readonly reopenedCount: number
  readonly dataCompleteThrough: Day | null
  /** What was on the table when the level changed in this month; null when it did not. */
  readonly change: LevelChange | null
}

/** Where a flag stands in a month: the level it holds, and the score, null where the month cannot be read. */
export interface FlagStand {
  readonly level: FlagLevel
  readonly score: number | null
}

/** The record of one change of level, complete enough to be kept and read years later. */
export interface LevelChange {
  readonly kind: 'raised' | 'lowered' | 'cleared'
  readonly from: FlagLevel
  readonly to: FlagLevel
  readonly month: Month
  readonly rule: string
  readonly score: number
  /** Levels called for by the readings that carried the change, the oldest first. */
  readonly called: readonly { readonly month: Month; readonly level: FlagLevel }[]
  /** Points or sub-levels by name, as read this month. */
  readonly points: Readonly<Record<string, number | null>>
  readonly thresholds: FlagThresholds
  readonly onset: Month | null
  readonly evidenceOnset: Day | null
  readonly contributors: Readonly<Record<string, unknown>>
  readonly dataCompleteThrough: Day | null
}

export interface FlagMonth {
  readonly before: FlagState
  readonly step: FlagStep
  readonly month: number
  readonly score: number | null
  readonly reason: Reason | null
  readonly isCapped: boolean
  readonly points: Readonly<Record<string, number | null>>
  readonly evidenceOnset: Day | null
  readonly contributors: Readonly<Record<string, unknown>>
  readonly dataCompleteThrough: Day | null
  readonly rule: string
  readonly thresholds: FlagThresholds
  readonly staleAfterMonths: number
}

/** Puts a step of the flag into the words of a reading. */
export function flagReading(flag: FlagMonth): FlagReading {
  const { state } = flag.step
  return {
    level: flag.score === null ? 'insufficient-data' : state.level,
    heldLevel: state.level,
    score: flag.score,
    ...(flag.reason === null ? {} : { reason: flag.reason }),
    calledLevel: flag.step.calledLevel,
    cappedAtWatch: flag.isCapped,
    insufficientSince: monthOrNull(state.insufficientSince),
    isStale: isStale(state, flag.month, flag.staleAfterMonths),
    onset: monthOrNull(state.onset),
    evidenceOnset: state.level === 'none' ? null : flag.evidenceOnset,
    peak: state.peak,
    readingsBelowLeave: state.readingsBelowLeave,
    reopenedCount: state.reopenedCount,
    dataCompleteThrough: flag.dataCompleteThrough,
    change: levelChange(flag),
  }
}

export interface PointStreaks {
  readonly add: (month: number, points: Readonly<Record<string, number | null>>) => void
  readonly earliest: () => Day | null
  readonly copy: () => PointStreaks
}

/** Since when each named part has shown points without a break; months without a reading neither begin nor break a streak. */
export function pointStreaks(from: ReadonlyMap<string, number> = new Map()): PointStreaks {
  const since = new Map(from)
  return {
    add(month, points) {
      for (const [name, value] of Object.entries(points)) {
        if (value === 0) since.delete(name)
        else if (value !== null && !since.has(name)) since.set(name, month)
      }
    },
    earliest: () => (since.size === 0 ? null : dayFromNumber(firstDayNumber(Math.min(...since.values())))),
    copy: () => pointStreaks(since),
  }
}

function levelChange(flag: FlagMonth): LevelChange | null {
  const { before, step, score } = flag
  if (score === null || step.kind === null || step.kind === 'insufficient') return null
  const called = [...before.called, { month: flag.month, level: step.calledLevel ?? 'none' }].slice(-3)
  return {
    kind: step.kind,
    from: before.level,
    to: step.state.level,
    month: monthFromIndex(flag.month),
    rule: flag.rule,
    score,
    called: called.map(({ month, level }) => ({ month: monthFromIndex(month), level })),
    points: flag.points,
    thresholds: flag.thresholds,
    onset: monthOrNull(step.state.onset ?? before.onset),
    evidenceOnset: flag.evidenceOnset,
    contributors: flag.contributors,
    dataCompleteThrough: flag.dataCompleteThrough,
  }
}
