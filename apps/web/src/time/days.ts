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

/** As Intl writes them: the first format a page makes takes longer than drawing ten rows, and every list shows days. */
const britishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** A day in words, for example 3 Mar 2014. A day has no zone: it is read and shown as it is. */
export function sayDay(day: string, locale: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const british = locale.startsWith('en-GB') && britishMonths[Number(month) - 1]
  if (british) return `${Number(date)} ${british} ${Number(year)}`
  return dayFormat(locale).format(new Date(`${day}T00:00:00Z`))
}

/** An instant in the zone of the place. */
export function sayInstant(instant: string, locale: string, timeZone: string): string {
  return instantFormat(locale, timeZone).format(new Date(instant))
}
