import { type Day, civilDayNumber, dayFromNumber, dayNumber } from './day.ts'

/** A calendar month, `YYYY-MM`. As the label of a reading it stands for its first day. */
export type Month = string

const MONTH_PATTERN = /^(\d{4})-(0[1-9]|1[0-2])$/

/** Months since year 0: year · 12 + (month − 1). Throws RangeError for text that names no month. */
export function monthIndex(month: Month): number {
  const parts = MONTH_PATTERN.exec(month)
  if (parts === null) throw new RangeError(`not a month: ${month}`)
  return Number(parts[1]) * 12 + Number(parts[2]) - 1
}

/** The month with this index. */
export function monthFromIndex(index: number): Month {
  const year = String(Math.floor(index / 12)).padStart(4, '0')
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Index of the month in which a day lies. */
export function monthIndexOfDay(day: Day): number {
  return monthIndex(day.slice(0, 7))
}

/** Day number of the first day of the month with this index. */
export function firstDayNumber(index: number): number {
  return civilDayNumber(Math.floor(index / 12), (index % 12) + 1, 1)
}

/** The month `months` later (earlier when negative). */
export function addMonths(month: Month, months: number): Month {
  return monthFromIndex(monthIndex(month) + months)
}

/** The same day of the month `months` later; the last day of that month where it is shorter. */
export function addMonthsToDay(day: Day, months: number): Day {
  const index = monthIndexOfDay(day) + months
  const dayOfMonth = Number(day.slice(8, 10))
  const lastDayOfMonth = firstDayNumber(index + 1) - firstDayNumber(index)
  return dayFromNumber(firstDayNumber(index) + Math.min(dayOfMonth, lastDayOfMonth) - 1)
}

/** Index of the month in which the day with this number lies. */
export function monthIndexOfDayNumber(number: number): number {
  return monthIndexOfDay(dayFromNumber(number))
}

/** Whole days of the half-open span from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}
