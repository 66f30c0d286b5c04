import { type Day, civilDate, civilDayNumber, dayFromNumber, dayNumber, digits } from './day.ts'

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

/** Index of the month in which a day lies. Throws RangeError for text that begins with no month. */
export function monthIndexOfDay(day: Day): number {
  const month = digits(day, 5, 7)
  const year = digits(day, 0, 4)
  if (!(month >= 1 && month <= 12) || Number.isNaN(year) || day[4] !== '-') throw new RangeError(`not a month: ${day}`)
  return year * 12 + month - 1
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
  return dayFromNumber(addMonthsToDayNumber(dayNumber(day), months))
}

/** As `addMonthsToDay`, for numbers of days. */
export function addMonthsToDayNumber(number: number, months: number): number {
  const { year, month, dayOfMonth } = civilDate(number)
  const index = year * 12 + month - 1 + months
  const lastDayOfMonth = firstDayNumber(index + 1) - firstDayNumber(index)
  return firstDayNumber(index) + Math.min(dayOfMonth, lastDayOfMonth) - 1
}

/** Index of the month in which the day with this number lies. */
export function monthIndexOfDayNumber(number: number): number {
  const { year, month } = civilDate(number)
  return year * 12 + month - 1
}

/** Whole days of the half-open span from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}
