import { allow, refuse, type Ruling } from '../ruling.ts'
import { addDays } from '../values/day.ts'
import { instantOf, wallTimeOf, weekdayOf } from './wall-time.ts'

/** A window of a weekday in which a space can be used, in the clock of the place. */
export interface Opening {
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  /** `HH:MM`; a window that goes past midnight is two, one to `24:00` and one from `00:00`. */
  readonly opensAt: string
  readonly closesAt: string
}

/** A stretch of time, `[startsAt, endsAt)`. */
export interface Span {
  readonly startsAt: Date
  readonly endsAt: Date
}

const names = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
const WINDOW = /^(Mo|Tu|We|Th|Fr|Sa|Su) (.+)$/
const HOURS = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/

/**
 * Opening hours in their one canonical text, a part of the notation of OpenStreetMap: `Mo 09:00-12:00,13:00-17:00; Sa
 * 10:00-14:00`. Refuses windows that end before they begin or meet each other, and a week without any.
 */
export function writeOpenings(openings: readonly Opening[]): Ruling<string, 'opening-hours-not-possible'> {
  const sorted = openings.toSorted((a, b) => a.weekday - b.weekday || (a.opensAt < b.opensAt ? -1 : 1))
  if (sorted.length === 0) return refuse('opening-hours-not-possible', {})
  for (const [index, opening] of sorted.entries()) {
    const before = sorted[index - 1]
    const meets = before?.weekday === opening.weekday && before.closesAt > opening.opensAt
    if (meets || opening.closesAt <= opening.opensAt) {
      const { weekday, opensAt, closesAt } = opening
      return refuse('opening-hours-not-possible', { weekday, opensAt, closesAt })
    }
  }
  const days = Map.groupBy(sorted, (opening) => opening.weekday)
  const texts = [...days].map(
    ([weekday, windows]) =>
      `${names[weekday - 1]} ${windows.map((each) => `${each.opensAt}-${each.closesAt}`).join(',')}`,
  )
  return allow(texts.join('; '))
}

/** Reads the canonical text; null (always open) stays null. Throws RangeError for a text that is none. */
export function readOpenings(text: string | null): Opening[] | null {
  if (text === null) return null
  return text.split('; ').flatMap((part) => {
    const day = WINDOW.exec(part)
    if (day === null) throw new RangeError(`not opening hours: ${part}`)
    return (day[2] ?? '').split(',').map((window) => {
      const hours = HOURS.exec(window)
      if (hours === null) throw new RangeError(`not opening hours: ${part}`)
      return {
        weekday: names.indexOf(day[1] as (typeof names)[number]) + 1,
        opensAt: hours[1] ?? '',
        closesAt: hours[2] ?? '',
      }
    })
  })
}

/**
 * The stretches in which a space is open within a span, in order, windows that touch (over midnight) joined. Without
 * opening hours it is open throughout. Clock changes count: a day of 23 hours is open an hour less.
 */
export function openSpans(openings: readonly Opening[] | null, timezone: string, { startsAt, endsAt }: Span): Span[] {
  if (openings === null) return [{ startsAt, endsAt }]
  const spans: Span[] = []
  const lastDay = wallTimeOf(endsAt, timezone).day
  for (let day = wallTimeOf(startsAt, timezone).day; day <= lastDay; day = addDays(day, 1)) {
    const weekday = weekdayOf(day)
    for (const window of openings.filter((each) => each.weekday === weekday)) {
      const opens = instantOf(day, minuteOf(window.opensAt), timezone)
      const closes = instantOf(day, minuteOf(window.closesAt), timezone)
      const last = spans.at(-1)
      if (last && last.endsAt >= opens) spans[spans.length - 1] = { startsAt: last.startsAt, endsAt: closes }
      else spans.push({ startsAt: opens, endsAt: closes })
    }
  }
  return spans
    .map((span) => ({ startsAt: later(span.startsAt, startsAt), endsAt: earlier(span.endsAt, endsAt) }))
    .filter((span) => span.startsAt < span.endsAt)
}

/** Minutes since midnight of `HH:MM`, 0..1440. */
function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

export function later(a: Date, b: Date): Date {
  return a > b ? a : b
}

export function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
