import { type Day, dayNumber } from '../../values/day.ts'
import { firstDayNumber, monthIndexOfDay } from '../../values/month.ts'

export interface MonthAmount {
  readonly month: number
  readonly amountMinor: number
}

/**
 * An amount spread evenly over the days from..to (both included), by calendar month, in whole minor units that add up to the
 * amount: each month gets the difference of the rounded-down running totals. amountMinor safe integer; null where to < from.
 * Source: docs/indicators.md §4B (cliff), docs/adr/0013.
 */
export function straightLine(from: Day, to: Day, amountMinor: number): MonthAmount[] {
  const start = dayNumber(from)
  const days = dayNumber(to) - start + 1
  if (days <= 0) return []
  const whole = Math.floor(amountMinor / days)
  const rest = amountMinor - whole * days
  const runningTotal = (elapsed: number) => whole * elapsed + Math.floor((rest * elapsed) / days)
  const months: MonthAmount[] = []
  let before = 0
  for (let month = monthIndexOfDay(from); month <= monthIndexOfDay(to); month += 1) {
    const elapsed = Math.min(days, firstDayNumber(month + 1) - start)
    const upTo = runningTotal(elapsed)
    months.push({ month, amountMinor: upTo - before })
    before = upTo
  }
  return months
}
