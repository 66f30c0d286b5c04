import { allow, refuse, type Ruling } from '../ruling.ts'

export const bookingStatuses = [
  'held',
  'requested',
  'confirmed',
  'attended',
  'released',
  'declined',
  'cancelled',
] as const
export type BookingStatus = (typeof bookingStatuses)[number]

/** Statuses that keep a space occupied: a held one until it expires, a requested one never. */
export const blockingStatuses = ['held', 'confirmed', 'attended'] as const satisfies readonly BookingStatus[]

export const bookingVerbs = ['hold', 'request', 'confirm', 'approve', 'decline', 'cancel', 'attend', 'release'] as const
export type BookingVerb = (typeof bookingVerbs)[number]

/**
 * The one table of a booking's life: from which statuses a verb leads to which. `null` is a booking not yet made. A host
 * who wants to be asked makes a `confirm` a `request`. Attending twice corrects the head count.
 */
export const bookingSteps: Record<
  BookingVerb,
  { readonly from: readonly (BookingStatus | null)[]; readonly to: BookingStatus }
> = {
  hold: { from: [null], to: 'held' },
  request: { from: [null, 'held'], to: 'requested' },
  confirm: { from: [null, 'held'], to: 'confirmed' },
  approve: { from: ['requested'], to: 'confirmed' },
  decline: { from: ['requested'], to: 'declined' },
  cancel: { from: ['held', 'requested', 'confirmed'], to: 'cancelled' },
  attend: { from: ['confirmed', 'attended'], to: 'attended' },
  release: { from: ['confirmed'], to: 'released' },
}

/** How long a held time waits for its booking. */
export const HOLD_MINUTES = 15

export type BookingStepProblem =
  | 'booking-step-not-possible'
  | 'booking-hold-expired'
  | 'booking-in-past'
  | 'booking-begun'
  | 'booking-not-begun'
  | 'reason-missing'

export interface PresentBooking {
  readonly status: BookingStatus
  readonly startsAt: Date
  readonly heldUntil: Date | null
}

export interface BookingStep {
  readonly status: BookingStatus
  readonly reason: string | null
}

/**
 * Judges one step of a booking that exists. A hold that has run out leads nowhere; what has begun can no longer be
 * confirmed, approved or, once confirmed, cancelled; only what has begun can be attended or released. Declining owes a
 * reason, and so does cancelling what was confirmed.
 */
export function stepBooking(
  booking: PresentBooking,
  verb: BookingVerb,
  reason: string | null,
  now: Date,
): Ruling<BookingStep, BookingStepProblem> {
  const { status, startsAt } = booking
  const step = bookingSteps[verb]
  if (!step.from.includes(status)) return refuse('booking-step-not-possible', { status, verb })
  if (isExpired(booking, now))
    return refuse('booking-hold-expired', { heldUntil: booking.heldUntil?.toISOString() ?? null })
  const hasBegun = startsAt <= now
  const facts = { startsAt: startsAt.toISOString() }
  if (hasBegun && (verb === 'request' || verb === 'confirm' || verb === 'approve'))
    return refuse('booking-in-past', facts)
  if (hasBegun && verb === 'cancel' && status === 'confirmed') return refuse('booking-begun', facts)
  if (!hasBegun && (verb === 'attend' || verb === 'release')) return refuse('booking-not-begun', facts)
  const owesReason = verb === 'decline' || (verb === 'cancel' && status === 'confirmed')
  if (owesReason && !reason?.trim()) return refuse('reason-missing', { verb })
  return allow({ status: step.to, reason: reason?.trim() || null })
}

/**
 * Which verb makes a booking of a time: the host is asked where the space needs approval, unless the booking is the
 * host's own or made by somebody who acts for the host.
 */
export function verbOfRequest(
  space: { readonly needsApproval: boolean; readonly hostId: string | null },
  organisationId: string,
  actsForIds: readonly string[],
): 'request' | 'confirm' {
  const isHost = space.hostId !== null && (space.hostId === organisationId || actsForIds.includes(space.hostId))
  return space.needsApproval && !isHost ? 'request' : 'confirm'
}

export function isBlocking(status: BookingStatus): boolean {
  return (blockingStatuses as readonly BookingStatus[]).includes(status)
}

/** A held time whose minutes are over: derived, never stored. */
export function isExpired({ status, heldUntil }: Pick<PresentBooking, 'status' | 'heldUntil'>, now: Date): boolean {
  return status === 'held' && heldUntil !== null && heldUntil <= now
}

/** Verbs that change a booking as it is now, in the order of the table; the page shows them as buttons. */
export function possibleBookingVerbs(booking: PresentBooking, now: Date): BookingVerb[] {
  const shown: readonly BookingVerb[] = ['confirm', 'approve', 'decline', 'cancel', 'attend', 'release']
  return shown.filter((verb) => stepBooking(booking, verb, 'given when asked', now).allowed)
}
