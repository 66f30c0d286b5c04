import { type Day, dayNumber } from '../../values/day.ts'
import { monthIndexOfDayNumber } from '../../values/month.ts'

/**
 * Shrunken month factors: rate_m = (c_m + κ r) / (e_m + κ), f_m = rate_m / mean of the twelve rates.
 * months: complete months with their calendar month 1..12 and count; κ pseudo-years, r overall monthly mean.
 * → twelve factors, January first, mean 1; null below 24 months or without any event. Source: docs/indicators.md §5.4.
 */
export function seasonFactors(
  months: readonly { readonly calendarMonth: number; readonly count: number }[],
  pseudoYears: number,
): readonly number[] | null {
  if (months.length < 24) return null
  const total = months.reduce((sum, month) => sum + month.count, 0)
  if (total === 0) return null
  const overall = total / months.length
  const rates = Array.from({ length: 12 }, (_, index) => {
    const seen = months.filter((month) => month.calendarMonth === index + 1)
    const count = seen.reduce((sum, month) => sum + month.count, 0)
    return (count + pseudoYears * overall) / (seen.length + pseudoYears)
  })
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / 12
  return rates.map((rate) => rate / mean)
}

/** Days of a silence weighted by season: sum of the month factors over the days after `from` up to and including `to`. */
export function operationalDays(from: Day, to: Day, factors: readonly number[]): number {
  let days = 0
  for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1) {
    days += factors[monthIndexOfDayNumber(day) % 12] ?? 1
  }
  return days
}
