import type { FundingParameters } from '../parameters.ts'
import { compareRatio } from '../statistics/threshold.ts'
import { type Interval, wilsonInterval } from '../statistics/wilson.ts'
import type { Renewal } from './income-windows.ts'
import { highestReached, type SublevelBase } from './sublevel.ts'

export interface RetentionReading extends SublevelBase {
  /** Share of the cohort's income from funders who paid again. */
  readonly share: number | null
  /** Funders who paid again / funders due for renewal, with its Wilson interval. */
  readonly countShare: number | null
  readonly interval: Interval | null
}

/**
 * Retention: of the income of the 12 months before the window, the share that came from funders who paid again within 14 months of
 * their last payment there; a funder counts once those 14 months have passed. n counts funders due for renewal, at least 5.
 * Shares 0..1; watch below 0.70, warning below 0.50, critical below 0.30. Source: docs/indicators.md §4B.
 */
export function readRetention(renewals: readonly Renewal[], lines: FundingParameters): RetentionReading {
  const n = renewals.length
  if (n < lines.retention.leastFunders) {
    return { level: null, n, reason: n === 0 ? 'no-history' : 'too-few', share: null, countShare: null, interval: null }
  }
  const kept = renewals.filter((one) => one.hasPaidAgain)
  const keptMinor = kept.reduce((sum, one) => sum + one.amountMinor, 0)
  const allMinor = renewals.reduce((sum, one) => sum + one.amountMinor, 0)
  return {
    level: highestReached(lines.retention.lines, (line) => compareRatio(keptMinor, allMinor, line) < 0),
    n,
    share: keptMinor / allMinor,
    countShare: kept.length / n,
    interval: wilsonInterval(kept.length, n),
  }
}
