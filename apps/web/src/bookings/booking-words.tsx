import { saySpan } from '../time/spans.ts'
import { useWords, type Say } from '../words/words.tsx'
import '../words/of/bookings.ts'

/** What a booking is called: its title, or whose it is. */
export function sayBooking(t: Say, booking: { readonly title: string | null; readonly organisation: string }): string {
  return booking.title ?? t('bookings:untitled', { organisation: booking.organisation })
}

interface Timed {
  readonly startsAt: string
  readonly endsAt: string
  readonly timezone: string
}

/** From – to, by the clock of the space. */
export function BookingTime({ of: { startsAt, endsAt, timezone } }: { of: Timed }) {
  const { locale } = useWords()
  return <time dateTime={startsAt}>{saySpan(startsAt, endsAt, locale, timezone)}</time>
}
