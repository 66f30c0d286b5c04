import { allow, refuse, type Ruling } from '../ruling.ts'
import { openSpans, type Opening, type Span } from '../spaces/opening-hours.ts'
import type { BookingRules } from '../spaces/space.ts'
import { wallTimeOf } from '../spaces/wall-time.ts'
import type { Day } from '../values/day.ts'

/** What the product allows where the host sets no limit: a month at a time, three years ahead. */
export const LONGEST_MINUTES = 31 * 1440
export const AHEAD_DAYS = 3 * 366
const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS

/** A space as far as it decides about bookings. Days are days of its own calendar, `[from, to)`. */
export interface BookableSpace extends BookingRules {
  readonly timezone: string
  readonly capacity: number | null
  readonly from: Day | null
  readonly to: Day | null
  readonly openings: readonly Opening[] | null
}

export interface BookingDraft extends Span {
  readonly expectedAttendance: number | null
}

export type BookingProblem =
  | 'dates-in-wrong-order'
  | 'booking-in-past'
  | 'booking-too-short'
  | 'booking-too-long'
  | 'booking-too-far-ahead'
  | 'space-not-offered'
  | 'space-closed'
  | 'space-too-small'

/**
 * Judges a booking by everything but other bookings: order, past, length, look ahead, the days the space is offered,
 * its opening hours and its size. The first rule broken is named, with the limit it knows. Lengths are real minutes, so
 * the night of a clock change counts as long as it lasts; days and opening hours are those of the space's own clock.
 */
export function requestBooking(
  space: BookableSpace,
  draft: BookingDraft,
  now: Date,
): Ruling<BookingDraft, BookingProblem> {
  const { startsAt, endsAt, expectedAttendance } = draft
  const facts = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
  if (endsAt <= startsAt) return refuse('dates-in-wrong-order', facts)
  if (startsAt <= now) return refuse('booking-in-past', facts)

  const lengthMinutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS
  const shortestMinutes = space.shortestMinutes ?? 1
  const longestMinutes = Math.min(space.longestMinutes ?? LONGEST_MINUTES, LONGEST_MINUTES)
  if (lengthMinutes < shortestMinutes) return refuse('booking-too-short', { lengthMinutes, shortestMinutes })
  if (lengthMinutes > longestMinutes) return refuse('booking-too-long', { lengthMinutes, longestMinutes })
  const latest = latestStart(space, now)
  if (startsAt > latest) return refuse('booking-too-far-ahead', { latestStartsAt: latest.toISOString() })

  if (!isOfferedDuring(space, draft)) return refuse('space-not-offered', { from: space.from, to: space.to })
  const [open] = openSpans(space.openings, space.timezone, draft)
  if (open === undefined || open.startsAt > startsAt || open.endsAt < endsAt) return refuse('space-closed', facts)
  if (expectedAttendance !== null && space.capacity !== null && expectedAttendance > space.capacity) {
    return refuse('space-too-small', { expectedAttendance, capacity: space.capacity })
  }
  return allow(draft)
}

/** The last instant at which a booking may begin. */
export function latestStart(space: BookableSpace, now: Date): Date {
  return new Date(now.getTime() + Math.min(space.aheadDays ?? AHEAD_DAYS, AHEAD_DAYS) * DAY_MS)
}

/** The time a booking keeps the space from others: its own, and that for setting up and clearing. */
export function occupiedSpan(space: BookingRules, { startsAt, endsAt }: Span): Span {
  return {
    startsAt: new Date(startsAt.getTime() - space.bufferBeforeMinutes * MINUTE_MS),
    endsAt: new Date(endsAt.getTime() + space.bufferAfterMinutes * MINUTE_MS),
  }
}

function isOfferedDuring({ from, to, timezone }: BookableSpace, { startsAt, endsAt }: Span): boolean {
  if (from !== null && wallTimeOf(startsAt, timezone).day < from) return false
  // The end is not part of the booking: one that ends at midnight does not touch the next day.
  return to === null || wallTimeOf(new Date(endsAt.getTime() - 1), timezone).day < to
}
