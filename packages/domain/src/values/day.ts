/** A calendar day of the community, `YYYY-MM-DD`. Days compare as text in the order of time. */
export type Day = string

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar. Throws RangeError for text that names no day.
 * Source: the days-from-civil algorithm (eras of 400 years = 146097 days).
 */
export function dayNumber(day: Day): number {
  const [year, month, dayOfMonth] = [digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10)]
  const isDay =
    day.length === 10 &&
    day[4] === '-' &&
    day[7] === '-' &&
    year >= 0 &&
    month >= 1 &&
    month <= 12 &&
    dayOfMonth >= 1 &&
    dayOfMonth <= lastDayOfMonth(year, month)
  if (!isDay) throw new RangeError(`not a day: ${day}`)
  return civilDayNumber(year, month, dayOfMonth)
}

/** The number that the digits of a part of a text give; NaN where one of them is none. Quicker than a pattern, for days are many. */
export function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let position = from; position < to; position += 1) {
    const digit = text.charCodeAt(position) - 48
    if (!(digit >= 0 && digit <= 9)) return NaN
    value = value * 10 + digit
  }
  return value
}

/** Days since 1970-01-01 of a year, month 1..12 and day of the month. */
export function civilDayNumber(year: number, month: number, dayOfMonth: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The day that lies `number` days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  const { year, month, dayOfMonth } = civilDate(number)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`
}

/** Year, month 1..12 and day of the month of the day that lies `number` days after 1970-01-01. */
export function civilDate(number: number): {
  readonly year: number
  readonly month: number
  readonly dayOfMonth: number
} {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days)
}

function lastDayOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
