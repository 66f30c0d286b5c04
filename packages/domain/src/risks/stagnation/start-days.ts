import { firstDayNumber, monthIndexOfDayNumber } from '../../values/month.ts'
import type { MonthFacts } from '../dated-facts.ts'

/** Starts and distinct start days as running totals over months, so that any window is two look-ups. */
export interface StartDays {
  readonly absorb: (month: number, facts: MonthFacts) => void
  /** Month of the first start; null before any. */
  readonly firstMonth: () => number | null
  readonly lastStartOn: () => number | null
  /** Initiatives started in the months [from, to). */
  readonly startsIn: (from: number, to: number) => number
  /** Distinct days with a start from the first day of month `from` up to, without, the last start. */
  readonly startDaysBeforeLast: (from: number) => number
}

/** Keeps the starts of initiatives month by month. */
export function startDays(): StartDays {
  let firstMonth: number | null = null
  let lastStartOn: number | null = null
  const startsThrough: number[] = []
  const daysThrough: number[] = []
  const through = (totals: readonly number[], month: number): number => {
    if (firstMonth === null || month < firstMonth) return 0
    return totals[Math.min(month - firstMonth, totals.length - 1)] ?? 0
  }
  return {
    absorb(month, facts) {
      if (firstMonth === null && facts.starts.length === 0) return
      firstMonth ??= month
      const days = new Set(facts.starts.map((one) => one.startedOn))
      startsThrough.push((startsThrough.at(-1) ?? 0) + facts.starts.length)
      daysThrough.push((daysThrough.at(-1) ?? 0) + days.size)
      for (const day of days) lastStartOn = Math.max(lastStartOn ?? day, day)
    },
    firstMonth: () => firstMonth,
    lastStartOn: () => lastStartOn,
    startsIn: (from, to) => through(startsThrough, to - 1) - through(startsThrough, from - 1),
    startDaysBeforeLast(from) {
      if (lastStartOn === null || lastStartOn < firstDayNumber(from)) return 0
      return through(daysThrough, monthIndexOfDayNumber(lastStartOn)) - through(daysThrough, from - 1) - 1
    },
  }
}
