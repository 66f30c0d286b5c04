import type { FundingSublevels } from '../funding/funding-reader.ts'
import type { Parameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import type { StagnationFamilies } from '../stagnation/stagnation-reader.ts'
import {
  paceInterval,
  pipelineInterval,
  type ReadingInterval,
  renewalInterval,
  runwayInterval,
  silenceInterval,
} from './intervals.ts'
import type { FundingMonth, StagnationMonth } from './one-month.ts'
import { fundingBaseline, fundingValue, stagnationBaseline, stagnationValue } from './reading-values.ts'
import { fundingThresholds, stagnationThresholds, type Threshold } from './thresholds.ts'
import type { Value } from './value.ts'

/** One family or sub-level with everything it was judged by. */
export interface ExplainedReading {
  readonly name: string
  /** Points 0..2 or level 0..3; null where the data do not suffice. */
  readonly grade: number | null
  readonly mostGrade: 2 | 3
  readonly n: number
  readonly reason: Reason | null
  readonly value: Value | null
  /** Null where none exists: shares of money are facts, pairs are no independent counts. */
  readonly interval: ReadingInterval | null
  readonly baseline: Value | null
  readonly thresholds: readonly Threshold[]
  /** The engine's own numbers, by their names in docs/indicators.md. */
  readonly measures: Readonly<Record<string, unknown>>
}

export function explainedFamilies(month: StagnationMonth, parameters: Parameters): ExplainedReading[] {
  const { readings: families } = month
  const lines = parameters.stagnation
  const intervals: Partial<Record<keyof StagnationFamilies, ReadingInterval | null>> = {
    renewal: paceInterval(families.renewal, lines),
    gap: silenceInterval(families.gap, lines),
    pipeline: pipelineInterval(families.pipeline),
  }
  const explained = <Name extends keyof StagnationFamilies>(
    name: Name,
    reading: StagnationFamilies[Name],
  ): ExplainedReading =>
    readingOf(name, 2, month.grades[name] ?? null, reading, {
      value: stagnationValue[name](reading),
      interval: intervals[name] ?? null,
      baseline: stagnationBaseline[name](reading, lines),
      thresholds: stagnationThresholds[name](lines),
    })
  return (Object.keys(families) as (keyof StagnationFamilies)[]).map((name) => explained(name, families[name]))
}

export function explainedSublevels(month: FundingMonth, parameters: Parameters): ExplainedReading[] {
  const { readings: sublevels } = month
  const intervals: Partial<Record<keyof FundingSublevels, ReadingInterval | null>> = {
    runway: runwayInterval(sublevels.runway),
    retention: renewalInterval(sublevels.retention),
  }
  const explained = <Name extends keyof FundingSublevels>(
    name: Name,
    reading: FundingSublevels[Name],
  ): ExplainedReading =>
    readingOf(name, 3, month.grades[name] ?? null, reading, {
      value: fundingValue[name](reading),
      interval: intervals[name] ?? null,
      baseline: fundingBaseline[name](reading),
      thresholds: fundingThresholds[name](parameters.funding),
    })
  return (Object.keys(sublevels) as (keyof FundingSublevels)[]).map((name) => explained(name, sublevels[name]))
}

/** A month without a reading shows no number: what it would have read is not known. */
function readingOf(
  name: string,
  mostGrade: 2 | 3,
  grade: number | null,
  reading: { readonly n: number; readonly reason?: Reason },
  judged: Pick<ExplainedReading, 'value' | 'interval' | 'baseline' | 'thresholds'>,
): ExplainedReading {
  const { n, reason, ...measures } = reading
  const isUnread = grade === null
  return {
    name,
    grade,
    mostGrade,
    n,
    reason: isUnread ? (reason ?? null) : null,
    ...judged,
    ...(isUnread ? { value: null, interval: null, baseline: null } : {}),
    measures: isUnread ? {} : measures,
  }
}
