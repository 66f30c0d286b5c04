import type { StagnationParameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import { median } from '../statistics/median.ts'
import { compareRatio } from '../statistics/threshold.ts'

export interface ParticipationReading {
  readonly points: 0 | 1 | 2 | null
  /** Months the median rests on. */
  readonly n: number
  readonly reason?: Reason
  readonly now: number | null
  readonly median24m: number | null
}

/**
 * Participation: partners in running initiatives now against the median of the up to 24 month-ends before.
 * activeBefore: one count a month since the first start, the latest last. Unit: points 0..2. Source: docs/indicators.md §4A.
 */
export function readParticipation(
  now: number,
  activeBefore: readonly number[],
  hasHistory: boolean,
  lines: StagnationParameters,
): ParticipationReading {
  if (!hasHistory) {
    return { points: null, n: 0, reason: 'no-history', now: null, median24m: null }
  }
  const months = activeBefore.slice(-lines.baseMonths)
  const median24m = median(months)
  const values = { n: months.length, now, median24m }
  if (median24m === null || median24m < lines.participation.leastMedian) {
    return { points: null, reason: 'too-few', ...values }
  }
  const isAtMost = (share: number) => compareRatio(2 * now, 2 * median24m, share) <= 0
  const { onePointShare, twoPointsShare } = lines.participation
  return { points: isAtMost(twoPointsShare) ? 2 : isAtMost(onePointShare) ? 1 : 0, ...values }
}
