import type { StagnationParameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import { rateDropProbability } from '../statistics/rate-drop.ts'
import type { StartDays } from './start-days.ts'

export interface RenewalReading {
  readonly points: 0 | 1 | 2 | null
  /** Initiatives judged: those started in the window and in its base. */
  readonly n: number
  readonly reason?: Reason
  readonly now: number | null
  readonly base: number | null
  readonly baseMonths: number | null
  readonly pBelow75pct: number | null
  readonly pBelow50pct: number | null
}

/**
 * Renewal: initiatives started in the last 12 months against the up to 24 months before, as the probability that the rate fell
 * below three quarters or below half. Inputs: start days of initiatives; unit: points 0..2.
 * Source: docs/indicators.md §4A and §5.1.
 */
export function readRenewal(starts: StartDays, month: number, lines: StagnationParameters): RenewalReading {
  const first = starts.firstMonth()
  const { renewal, windowMonths, baseMonths: mostBase } = lines
  const unread = { points: null, now: null, base: null, baseMonths: null, pBelow75pct: null, pBelow50pct: null }
  if (first === null || month - first < renewal.leastHistoryMonths) return { ...unread, n: 0, reason: 'no-history' }
  const windowFrom = month - windowMonths
  const baseFrom = Math.max(first, windowFrom - mostBase)
  const now = starts.startsIn(windowFrom, month)
  const base = starts.startsIn(baseFrom, windowFrom)
  const baseMonths = windowFrom - baseFrom
  if (base < renewal.leastBaseStarts) return { ...unread, n: now + base, reason: 'too-few', now, base, baseMonths }
  const probabilityBelow = (ratio: number) =>
    rateDropProbability({ count: now, months: windowMonths }, { count: base, months: baseMonths }, ratio)
  const pBelow75pct = probabilityBelow(renewal.onePoint.ratio)
  const pBelow50pct = probabilityBelow(renewal.twoPoints.ratio)
  const points = pBelow50pct >= renewal.twoPoints.probability ? 2 : pBelow75pct >= renewal.onePoint.probability ? 1 : 0
  return { points, n: now + base, now, base, baseMonths, pBelow75pct, pBelow50pct }
}
