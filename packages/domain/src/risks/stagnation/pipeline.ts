import type { StagnationParameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import { binomialTail } from '../statistics/binomial-tail.ts'
import { medianShare, type Share } from '../statistics/median.ts'
import { type SortedCounts, twiceTheMedian } from '../statistics/sorted-counts.ts'

/** One month of the pipeline: running initiatives, and how many of them are planned to run on for each horizon. */
export interface PipelineMonth {
  readonly running: number
  /** Position h: running initiatives whose planned end is at least h months away. */
  readonly beyond: readonly number[]
}

export interface PipelineReading {
  readonly points: 0 | 1 | 2 | null
  /** Running initiatives with a known planned end. */
  readonly n: number
  readonly reason?: Reason
  readonly horizonMonths: number | null
  readonly stillRunning: number | null
  readonly running: number | null
  readonly medianShare24m: number | null
  readonly p: number | null
}

/**
 * Pipeline: share of running initiatives whose planned end is at least h months away, against its own 24-month median, with
 * h = half the median planned duration (3..12 months) and the probability of so few by chance. Months with fewer than 3 running
 * initiatives do not enter the median. plannedDurations: whole days, of initiatives started in the last 36 months.
 * Unit: points 0..2. Source: docs/indicators.md §4A.
 */
export function readPipeline(
  now: PipelineMonth,
  before: readonly PipelineMonth[],
  plannedDurations: SortedCounts,
  hasHistory: boolean,
  lines: StagnationParameters,
): PipelineReading {
  const { pipeline } = lines
  const unread = { points: null, horizonMonths: null, stillRunning: null, running: null, medianShare24m: null, p: null }
  if (!hasHistory) return { ...unread, n: 0, reason: 'no-history' }
  const twiceTypicalDays = twiceTheMedian(plannedDurations)
  const n = now.running
  if (twiceTypicalDays === null || plannedDurations.size < pipeline.leastDurations || n < pipeline.leastRunning) {
    return { ...unread, n, reason: 'too-few', running: n }
  }
  const horizonMonths = Math.min(
    pipeline.horizonMonths.most,
    Math.max(pipeline.horizonMonths.least, Math.round(twiceTypicalDays / (4 * lines.daysPerMonth))),
  )
  const shares = before
    .slice(-lines.baseMonths)
    .filter((month) => month.running >= pipeline.leastRunning)
    .map((month): Share => ({ part: month.beyond[horizonMonths] ?? 0, whole: month.running }))
  const stillRunning = now.beyond[horizonMonths] ?? 0
  const middle = medianShare(shares)
  if (middle === null || shares.length < pipeline.leastPastMonths) {
    return { ...unread, n, reason: 'too-few', horizonMonths, stillRunning, running: n }
  }
  const medianShare24m = middle.part / middle.whole
  const p = binomialTail(stillRunning, n, medianShare24m)
  const isAtMost = (divisor: number) => stillRunning * middle.whole * divisor <= middle.part * n
  const values = { n, horizonMonths, stillRunning, running: n, medianShare24m, p }
  const { onePoint, twoPoints } = pipeline
  if (isAtMost(twoPoints.divisor) && p <= twoPoints.probability) return { points: 2, ...values }
  return { points: isAtMost(onePoint.divisor) && p <= onePoint.probability ? 1 : 0, ...values }
}
