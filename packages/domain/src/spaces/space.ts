import { allow, refuse, type Ruling } from '../ruling.ts'
import type { Day } from '../values/day.ts'
import { writeOpenings, type Opening } from './opening-hours.ts'
import { isTimezone } from './wall-time.ts'

export const spaceKinds = ['physical', 'digital', 'hybrid'] as const
export type SpaceKind = (typeof spaceKinds)[number]

/**
 * What makes a space usable for people with a disability, beside being step-free. A feature not named is absent; a
 * space without any list has not been looked at.
 */
export const accessibilityFeatures = [
  'accessible-toilet',
  'accessible-parking',
  'lift',
  'hearing-loop',
  'quiet-room',
  'tactile-guidance',
  'good-lighting',
  'captions',
  'sign-language',
] as const
export type AccessibilityFeature = (typeof accessibilityFeatures)[number]

/** How a space may be booked. Lengths, buffers and the look ahead are whole numbers; null is no limit of the host's. */
export interface BookingRules {
  /** The host is asked before a booking stands. */
  readonly needsApproval: boolean
  /** A digital space that many use at once: bookings never stand in each other's way. */
  readonly isShared: boolean
  readonly shortestMinutes: number | null
  readonly longestMinutes: number | null
  /** Kept free before and after each booking, to set up and to clear. */
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  /** How many days from now a booking may begin at the latest. */
  readonly aheadDays: number | null
}

/** What holds where the host does not say: ask first, a quarter of an hour to twelve hours, half a year ahead. */
export const defaultBookingRules: BookingRules = {
  needsApproval: true,
  isShared: false,
  shortestMinutes: 15,
  longestMinutes: 720,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  aheadDays: 183,
}

export interface SpaceDraft extends BookingRules {
  readonly kind: SpaceKind
  readonly address: string | null
  readonly url: string | null
  readonly timezone: string
  /** null: open at all times. */
  readonly openings: readonly Opening[] | null
}

export type SpaceProblem =
  | 'space-needs-address'
  | 'space-needs-url'
  | 'shared-space-not-digital'
  | 'shortest-above-longest'
  | 'opening-hours-not-possible'
  | 'timezone-unknown'
  | 'space-already-withdrawn'
  | 'space-still-booked'
  | 'reason-missing'
  | 'dates-in-wrong-order'

/**
 * Judges what a host offers, or changes of it. A physical space needs an address, a digital one a web address, a hybrid
 * one both; only a digital one can be shared by many at once. Allows the opening hours in their canonical text.
 */
export function offerSpace(draft: SpaceDraft): Ruling<{ readonly openingHours: string | null }, SpaceProblem> {
  if (draft.kind !== 'digital' && !draft.address?.trim()) return refuse('space-needs-address', { kind: draft.kind })
  if (draft.kind !== 'physical' && !draft.url?.trim()) return refuse('space-needs-url', { kind: draft.kind })
  if (draft.isShared && draft.kind !== 'digital') return refuse('shared-space-not-digital', { kind: draft.kind })
  if (!isTimezone(draft.timezone)) return refuse('timezone-unknown', { timezone: draft.timezone })
  const { shortestMinutes, longestMinutes } = draft
  if (shortestMinutes !== null && longestMinutes !== null && shortestMinutes > longestMinutes) {
    return refuse('shortest-above-longest', { shortestMinutes, longestMinutes })
  }
  if (draft.openings === null) return allow({ openingHours: null })
  const written = writeOpenings(draft.openings)
  return written.allowed ? allow({ openingHours: written.value }) : written
}

/**
 * Judges the withdrawal of a space: from the day `on` it is offered no more. bookedAfter: ids of bookings that are
 * requested, held or confirmed and end later; they have to be moved or cancelled first, because somebody counts on them.
 * Once the last day has come a withdrawal is a fact and stays; until then it can be moved.
 */
export function withdrawSpace(
  space: { readonly from: Day | null; readonly to: Day | null },
  on: Day,
  reason: string | null,
  bookedAfter: readonly string[],
  today: Day,
): Ruling<{ readonly to: Day; readonly reason: string }, SpaceProblem> {
  if (space.to !== null && space.to <= today) return refuse('space-already-withdrawn', { to: space.to })
  if (!reason?.trim()) return refuse('reason-missing', { verb: 'withdraw' })
  if (space.from !== null && on < space.from) return refuse('dates-in-wrong-order', { from: space.from, to: on })
  if (bookedAfter.length > 0) return refuse('space-still-booked', { bookings: bookedAfter })
  return allow({ to: on, reason: reason.trim() })
}
