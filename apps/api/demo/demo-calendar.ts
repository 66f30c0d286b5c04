/** The last month of the story as it is written down; loading shifts it to last month. */
export const referenceMonth = '2025-12'

/** First month of the story, five years before its end. */
export const firstMonth = '2021-01'

export const demoTimezone = 'Europe/Vienna'

const MS_PER_DAY = 86_400_000

/** The day `offset` months after the first month of the story, on a day of that month (clamped to its length). */
export function storyDay(offset: number, dayOfMonth: number): string {
  const [year = 0, month = 1] = firstMonth.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + offset, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + offset, Math.min(dayOfMonth, lastDay))).toISOString().slice(0, 10)
}

/** Months from the first month of the story to the month of a day. */
export function offsetOf(day: string): number {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return index(day) - index(firstMonth)
}

/** The day that lies `days` later. */
export function laterDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The same day of the month `months` later; the last day where that month is shorter. */
export function laterMonth(day: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastDay))).toISOString().slice(0, 10)
}

/** Day of the week, 0 Sunday to 6 Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** The instant, with its offset, at which clocks of the zone show this day and time (`HH:MM`). */
export function instantAt(day: string, time: string, timeZone: string = demoTimezone): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const guess = asUtc - offsetMinutes(asUtc, timeZone) * 60_000
  const minutes = offsetMinutes(guess, timeZone)
  return `${day}T${time}:00${offsetText(minutes)}`
}

/** Day and time that clocks of the zone show at an instant. */
export function wallTimeAt(
  instant: string,
  timeZone: string = demoTimezone,
): { readonly day: string; readonly time: string } {
  const at = Date.parse(instant)
  const shown = new Date(at + offsetMinutes(at, timeZone) * 60_000).toISOString()
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known !== undefined) return known
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  clocks.set(timeZone, clock)
  return clock
}

function offsetMinutes(at: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(new Date(at))
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const found = /GMT([+-])(\d{2}):(\d{2})/.exec(name)
  if (found === null) return 0
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]))
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
