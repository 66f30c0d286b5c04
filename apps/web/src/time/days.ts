import { instantFormat, dayFormat } from './formats.ts'

/** The day it is now in a time zone, as YYYY-MM-DD. */
export function todayIn(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** A day in words, for example 3 Mar 2014. A day has no zone: it is read and shown as it is. */
export function sayDay(day: string, locale: string): string {
  return dayFormat(locale).format(new Date(`${day}T00:00:00Z`))
}

/** An instant in the zone of the place. */
export function sayInstant(instant: string, locale: string, timeZone: string): string {
  return instantFormat(locale, timeZone).format(new Date(instant))
}
