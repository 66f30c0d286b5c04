import type { BookingStatus } from './booking.ts'

/** How many days after its end somebody is asked what became of a booking. Source: docs/adr/0133. */
export const ASKED_DAYS = 31
const DAY_MS = 86_400_000

/** Whether a booking is over and nobody has said yet how many came, or that nobody did: its life goes on to one of the two. */
export function isUncounted(
  { status, endsAt }: { readonly status: BookingStatus; readonly endsAt: Date },
  now: Date,
): boolean {
  return status === 'confirmed' && endsAt <= now
}

/** The instant after which a booking must have ended to be asked about still. */
export function askedSince(now: Date): Date {
  return new Date(now.getTime() - ASKED_DAYS * DAY_MS)
}
