import { addDays, dayNumber, type Day } from '../values/day.ts'

/** What a clock on the wall of a place shows at an instant. */
export interface WallTime {
  readonly day: Day
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  /** Minutes since midnight as the clock shows them, 0..1439. */
  readonly minute: number
}

const MINUTE_MS = 60_000
const formatters = new Map<string, Intl.DateTimeFormat>()

/** A name of the IANA time zone database; offsets like `+01:00` are not places. */
export function isTimezone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name) || name.length > 64) return false
  try {
    return clockOf(name) !== null
  } catch {
    return false
  }
}

/** Reads the clock of a zone at an instant, whole minutes. Throws RangeError for a zone that is none. */
export function wallTimeOf(instant: Date, timezone: string): WallTime {
  const parts = Object.fromEntries(
    clockOf(timezone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  const day = `${(parts['year'] ?? '').padStart(4, '0')}-${parts['month']}-${parts['day']}`
  return { day, weekday: weekdayOf(day), minute: Number(parts['hour']) * 60 + Number(parts['minute']) }
}

/**
 * The instant at which the clock of a zone shows a day and a minute (0..1440; 1440 is the midnight that ends the day).
 * A time the clock skips is read as if it had not been moved forward (02:30 becomes 03:30), and of an hour that comes
 * twice the first is meant. Throws RangeError for a zone that is none.
 */
export function instantOf(day: Day, minute: number, timezone: string): Date {
  const shown = dayNumber(day) * 1440 * MINUTE_MS + minute * MINUTE_MS
  // Within a day of the right instant, the zone knows at most two offsets; the earlier instant is the first hour.
  const candidates = [-1, 1].map((days) => shown - offsetMs(new Date(shown + days * 1440 * MINUTE_MS), timezone))
  const fitting = candidates.filter((at) => at + offsetMs(new Date(at), timezone) === shown)
  // In the gap neither fits: the offset in force before it carries the clock over.
  return new Date(fitting.length > 0 ? Math.min(...fitting) : (candidates[0] ?? shown))
}

/** ISO 8601 weekday of a day: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** The Monday of the ISO week a day lies in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

const WEEK_PATTERN = /^(\d{4})-W(\d{2})$/

/** The Monday of an ISO week, `YYYY-Www`; null for text that names no week. Week 1 is the one with 4 January. */
export function mondayOfWeek(week: string): Day | null {
  const parts = WEEK_PATTERN.exec(week)
  if (parts === null) return null
  const monday = addDays(mondayOf(`${parts[1]}-01-04`), (Number(parts[2]) - 1) * 7)
  // A week belongs to the year of its Thursday, so a 53rd that a year has not falls into the next.
  return addDays(monday, 3).slice(0, 4) === parts[1] ? monday : null
}

function offsetMs(instant: Date, timezone: string): number {
  const wall = wallTimeOf(instant, timezone)
  const minuteMs = Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS
  return (dayNumber(wall.day) * 1440 + wall.minute) * MINUTE_MS - minuteMs
}

function clockOf(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formatters.set(timezone, made)
  return made
}
