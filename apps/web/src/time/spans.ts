import { spanFormat } from './formats.ts'

/** Begin and end in the zone of the place, the day named once where it is one day. */
export function saySpan(startsAt: string | Date, endsAt: string | Date, locale: string, timeZone: string): string {
  return spanFormat(locale, timeZone).formatRange(new Date(startsAt), new Date(endsAt))
}

/** Only the hours: `10:00 – 12:00`. */
export function sayHours(startsAt: string | Date, endsAt: string | Date, locale: string, timeZone: string): string {
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  return `${clock.format(new Date(startsAt))}–${clock.format(new Date(endsAt))}`
}

/** A number of minutes as a person says it: `45 min`, `2 hr`, `1 hr 30 min`. */
export function sayMinutes(minutes: number, locale: string): string {
  const say = (value: number, unit: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  const parts = [days && say(days, 'day'), hours && say(hours, 'hour'), rest && say(rest, 'minute')].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : say(0, 'minute')
}
