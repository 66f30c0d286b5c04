import { type Day, dayFromNumber } from '../../values/day.ts'
import { firstDayNumber, monthIndexOfDayNumber } from '../../values/month.ts'
import type { StagnationParameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import { gapSurprise } from '../statistics/gap-surprise.ts'
import type { StartDays } from './start-days.ts'

export interface GapReading {
  readonly points: 0 | 1 | 2 | null
  /** Distinct start days in the 24 months before the last start. */
  readonly n: number
  readonly reason?: Reason
  readonly lastStartOn: Day | null
  /** Days from the last start to the reading. */
  readonly days: number | null
  readonly startDays24m: number | null
  readonly exposureMonths: number | null
  readonly p: number | null
}

/**
 * Gap: how surprising the silence since the last start is, given the rhythm of start days in the 24 months before it.
 * Exposure counts calendar months from the first month of history to the month of the last start; days become months of 30.4375.
 * Inputs: start days; unit: points 0..2. Source: docs/indicators.md §4A and §5.2.
 */
export function readGap(
  starts: StartDays,
  month: number,
  hasHistory: boolean,
  lines: StagnationParameters,
): GapReading {
  const first = starts.firstMonth()
  const last = starts.lastStartOn()
  const unread = { points: null, lastStartOn: null, days: null, startDays24m: null, exposureMonths: null, p: null }
  if (first === null || last === null || !hasHistory) return { ...unread, n: 0, reason: 'no-history' }
  const lastMonth = monthIndexOfDayNumber(last)
  const n = starts.startDaysBeforeLast(lastMonth - lines.baseMonths)
  const exposureMonths = Math.min(lines.baseMonths, lastMonth - first)
  const days = firstDayNumber(month) - last
  const p = gapSurprise(n, exposureMonths, days / lines.daysPerMonth)
  const values = { n, lastStartOn: dayFromNumber(last), days, startDays24m: n, exposureMonths, p }
  if (p === null || n < lines.gap.leastStartDays || exposureMonths < lines.gap.leastExposureMonths) {
    return { points: null, reason: 'too-few', ...values }
  }
  const { onePoint, twoPoints } = lines.gap
  if (p < twoPoints.probabilityBelow && days >= twoPoints.days) return { points: 2, ...values }
  return { points: p < onePoint.probabilityBelow && days >= onePoint.days ? 1 : 0, ...values }
}
