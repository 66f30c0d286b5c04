/** A calendar day of the community, `YYYY-MM-DD`. Days compare as text in the order of time. */
export type Day = string

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar. Throws RangeError for text that names no day.
 * Source: the days-from-civil algorithm (eras of 400 years = 146097 days).
 */
export function dayNumber(day: Day): number {
  const parts = DAY_PATTERN.exec(day)
  if (parts === null) throw new RangeError(`not a day: ${day}`)
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const lastOfMonth = month === 12 ? 31 : civilDayNumber(year, month + 1, 1) - civilDayNumber(year, month, 1)
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > lastOfMonth) throw new RangeError(`not a day: ${day}`)
  return civilDayNumber(year, month, dayOfMonth)
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
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days)
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
