import { saySpan } from '../time/spans.ts'
import { useWords, type Say } from '../words/words.tsx'
import '../words/of/bookings.ts'

interface Named {
  readonly title: string | null
  readonly initiative: string | null
  readonly organisation: string
}

/** What a booking is called: its title, or what it is for, or whose it is. */
export function sayBooking(t: Say, { title, initiative, organisation }: Named): string {
  return title ?? initiative ?? t('bookings:untitled', { organisation })
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
