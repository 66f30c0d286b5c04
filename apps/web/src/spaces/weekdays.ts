export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** Name of an ISO weekday, 1 is Monday. */
export function sayWeekday(weekday: number, locale: string, width: 'long' | 'short' = 'long'): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday))
}
