import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { DueMilestone, FeedEvent } from './calendars.store.ts'

const REFRESH_SECONDS = 3600
const DAY_MS = 86_400_000

/**
 * Events as an iCalendar text. Times leave in UTC, which no clock change makes ambiguous; ids and stamps are those of the
 * bookings and milestones, so the same ones give the same bytes. Names nobody's address.
 */
export function calendarFeed(
  name: string,
  host: string,
  events: readonly FeedEvent[],
  milestones: readonly DueMilestone[],
): string {
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
  for (const milestone of milestones) {
    // A day of the place and no instant: it begins and ends with the day of whoever looks.
    const day = new Date(`${milestone.dueOn}T00:00:00Z`)
    calendar.createEvent({
      id: `${milestone.id}@${host}`,
      start: day,
      end: new Date(day.getTime() + DAY_MS),
      allDay: true,
      timezone: 'UTC',
      stamp: milestone.changedAt,
      lastModified: milestone.changedAt,
      sequence: milestone.revision - 1,
      summary: line(milestone.title),
      description: line(milestone.initiative),
      status: milestone.isDropped ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}

/** One line of a text: a line break in a name must not begin another property. */
function line(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
