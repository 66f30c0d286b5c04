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
  readonly state: () => StartDaysState
}

interface StartDaysState {
  readonly firstMonth: number | null
  readonly lastStartOn: number | null
  readonly startsThrough: readonly number[]
  readonly daysThrough: readonly number[]
}

const NO_STARTS: StartDaysState = { firstMonth: null, lastStartOn: null, startsThrough: [], daysThrough: [] }

/** Keeps the starts of initiatives month by month. */
export function startDays(from: StartDaysState = NO_STARTS): StartDays {
  let { firstMonth, lastStartOn } = from
  const startsThrough = from.startsThrough.slice()
  const daysThrough = from.daysThrough.slice()
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
    startsIn: (start, end) => through(startsThrough, end - 1) - through(startsThrough, start - 1),
    startDaysBeforeLast(start) {
      if (lastStartOn === null || lastStartOn < firstDayNumber(start)) return 0
      return through(daysThrough, monthIndexOfDayNumber(lastStartOn)) - through(daysThrough, start - 1) - 1
    },
    state: () => ({ firstMonth, lastStartOn, startsThrough, daysThrough }),
  }
}
