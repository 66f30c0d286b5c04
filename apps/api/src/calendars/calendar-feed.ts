import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { FeedEvent } from './calendars.store.ts'

const REFRESH_SECONDS = 3600

/**
 * Events as an iCalendar text. Times leave in UTC, which no clock change makes ambiguous; ids and stamps are those of the
 * bookings, so the same bookings give the same bytes. Names nobody's address.
 */
export function calendarFeed(name: string, host: string, events: readonly FeedEvent[]): string {
  const calendar = ical({
    name: line(name),
    prodId: { company: 'Commonweal', product: 'Bookings' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  })
  for (const event of events) {
    const where = [event.space, event.address].filter((part) => part !== null).map(line)
    const entry = calendar.createEvent({
      id: `${event.id}@${host}`,
      start: event.startsAt,
      end: event.endsAt,
      stamp: event.changedAt,
      lastModified: event.changedAt,
      sequence: event.revision - 1,
      summary: line(event.title),
      description: line(event.organisation),
      location: where.join(', '),
      status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
    if (event.url !== null) entry.url(event.url)
  }
  return calendar.toString()
}

/** One line of a text: a line break in a name must not begin another property. */
function line(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
