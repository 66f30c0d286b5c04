import type { History } from '@commonweal/domain/risks/history'
import { dayNumber } from '@commonweal/domain/values/day'
import { firstDayNumber, monthFromIndex, monthIndex, monthIndexOfDay } from '@commonweal/domain/values/month'

/**
 * The months a network can be shown for: from the first that sees a fact to the present one, and no further than the facts are
 * complete. Empty without facts, and where the first fact is later than that.
 */
export function monthsOfNetwork(history: History, firstMonth: string | null, today: string): string[] {
  if (firstMonth === null) return []
  const through = history.dataCompleteThrough
  const last = Math.min(monthIndexOfDay(today), through === null ? Infinity : lastSeenThrough(through))
  const first = monthIndex(firstMonth)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => monthFromIndex(first + index))
}

/** The last month that sees only days up to this one. */
function lastSeenThrough(day: string): number {
  const month = monthIndexOfDay(day)
  return dayNumber(day) >= firstDayNumber(month + 1) - 1 ? month + 1 : month
}
