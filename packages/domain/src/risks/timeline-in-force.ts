import { addMonths, type Month, monthIndex } from '../values/month.ts'
import type { History } from './history.ts'
import {
  parametersInForce,
  thresholdsInForce,
  type ThresholdSpan,
  type ThresholdVersion,
  versionName,
} from './thresholds.ts'
import { type MonthReading, type Timeline, timeline } from './timeline.ts'

export interface TimelineInForce extends Timeline {
  /** Which lines judge which months, in order; the first begins with the first month. */
  readonly thresholds: readonly ThresholdSpan[]
}

/**
 * The readings of the months from..to, each judged by the lines in force in it. From the month a version begins, levels are read as if
 * its lines had always held; the months before keep theirs. Costs one fold for each version that is in force somewhere in the range.
 */
export function timelineInForce(
  history: History,
  from: Month,
  to: Month,
  versions: readonly ThresholdVersion[],
): TimelineInForce {
  const spans = thresholdSpans(from, to, versions)
  const read = spans.map((span, index) => {
    const next = spans[index + 1]
    return timeline(
      history,
      span.from,
      next ? addMonths(next.from, -1) : to,
      parametersInForce(span.values, span.version),
    )
  })
  const last = read.at(-1)
  if (last === undefined) throw new RangeError(`no month from ${from} to ${to}`)
  return { ...last, thresholds: spans, months: read.flatMap(({ months }) => months) }
}

/** The reading of one month by the lines in force in it. */
export function evaluateInForce(
  history: History,
  month: Month,
  versions: readonly ThresholdVersion[],
): MonthReading & { readonly parametersVersion: string } {
  const { months, parametersVersion } = timelineInForce(history, month, month, versions)
  const [reading] = months
  if (reading === undefined) throw new Error(`no reading for ${month}`)
  return { ...reading, parametersVersion }
}

/** The months from..to cut where another version begins to judge them, in order. */
export function thresholdSpans(from: Month, to: Month, versions: readonly ThresholdVersion[]): ThresholdSpan[] {
  const spans: ThresholdSpan[] = []
  const [first, last] = [monthIndex(from), monthIndex(to)]
  for (let index = first; index <= last; index += 1) {
    const month = addMonths(from, index - first)
    const inForce = thresholdsInForce(versions, month)
    const version = versionName(inForce)
    if (spans.at(-1)?.version !== version) spans.push({ from: month, version, values: inForce?.values ?? null })
  }
  return spans
}
