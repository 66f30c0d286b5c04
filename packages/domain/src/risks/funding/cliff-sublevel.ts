import { type Month, monthFromIndex } from '../../values/month.ts'
import type { FundingParameters } from '../parameters.ts'
import { fundingCliff } from './cliff.ts'
import type { ScheduledIncome } from './scheduled-income.ts'
import { highestReached, type SublevelBase } from './sublevel.ts'

export interface CliffReading extends SublevelBase {
  /** Months from the reading to the fall; null where unreadable or where none lies within the horizon. */
  readonly months: number | null
  readonly month: Month | null
  readonly beforeMinor: number | null
  readonly afterMinor: number | null
  readonly noneWithinMonths: number | null
}

/**
 * Cliff ahead: the smallest m with half a year of scheduled income at most half of the half year before it, straight-line over each
 * confirmed pledge. n counts known pledges with an end date, at least 2. Watch at 12 months or less, warning at 6, critical at 3.
 * Source: docs/indicators.md §4B.
 */
export function readCliff(scheduled: ScheduledIncome | null, now: number, lines: FundingParameters): CliffReading {
  const unread = { level: null, months: null, month: null, beforeMinor: null, afterMinor: null, noneWithinMonths: null }
  if (scheduled === null) return { ...unread, n: 0, reason: 'unknown-source' }
  const n = scheduled.pledgesWithEnd()
  const first = scheduled.firstSpreadMonth()
  const { lookMonths, ratio, furthestMonths, leastPledges } = lines.cliff
  if (first === null || n < leastPledges) return { ...unread, n, reason: 'too-few' }
  const incomeAt = (ahead: number) => scheduled.spreadOver(now + ahead)
  const cliff = fundingCliff(incomeAt, { look: lookMonths, ratio, earliest: first - now, furthest: furthestMonths })
  if (cliff !== null) {
    return {
      level: highestReached(lines.cliff.lines, (line) => cliff.month <= line),
      n,
      months: cliff.month,
      month: monthFromIndex(now + cliff.month),
      beforeMinor: cliff.beforeMinor,
      afterMinor: cliff.afterMinor,
      noneWithinMonths: null,
    }
  }
  const hasIncome = Array.from({ length: lookMonths + furthestMonths }, (_, index) =>
    incomeAt(index - lookMonths),
  ).some((income) => income > 0)
  if (!hasIncome) return { ...unread, n, reason: 'zero-denominator' }
  return { ...unread, level: 0, n, noneWithinMonths: furthestMonths }
}
