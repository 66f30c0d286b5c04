import type { SpaceWeek, SpaceWeekQuery } from '@commonweal/contracts/calendars'
import { freeSpans } from '@commonweal/domain/bookings/free-spans'
import { instantOf, mondayOf, mondayOfWeek, wallTimeOf } from '@commonweal/domain/spaces/wall-time'
import { addDays, type Day } from '@commonweal/domain/values/day'
import type { Scope } from '../database/scope.ts'
import { ProblemError, found } from '../http/problem-error.ts'
import { listOccupied } from '../spaces/occupancies.store.ts'
import { readSpace } from '../spaces/spaces.store.ts'
import { listSpaceBookings } from './calendars.store.ts'

/** Seven days of a space in its own clock, which may have 167 or 169 hours: what is booked and what is free. */
export async function readSpaceWeek(scope: Scope, spaceId: string, query: SpaceWeekQuery): Promise<SpaceWeek> {
  const space = found(await readSpace(scope, spaceId))
  const from = firstDay(query, wallTimeOf(scope.now, space.timezone).day)
  const to = addDays(from, 7)
  const week = { startsAt: instantOf(from, 0, space.timezone), endsAt: instantOf(to, 0, space.timezone) }
  // A booking beside the week can reach into it with its buffers, and into the free time with ours.
  const reach = 2 * 1440 * 60_000
  const around = {
    startsAt: new Date(week.startsAt.getTime() - reach),
    endsAt: new Date(week.endsAt.getTime() + reach),
  }
  const bookings = await listSpaceBookings(scope, spaceId, week)
  const free = freeSpans(space, await listOccupied(scope, spaceId, around), week, scope.now)
  return {
    spaceId,
    timezone: space.timezone,
    from,
    to,
    startsAt: week.startsAt.toISOString(),
    endsAt: week.endsAt.toISOString(),
    bookings,
    free: free.map((span) => ({ startsAt: span.startsAt.toISOString(), endsAt: span.endsAt.toISOString() })),
  }
}

function firstDay({ week, from }: SpaceWeekQuery, today: Day): Day {
  if (week === undefined) return from ?? mondayOf(today)
  const monday = mondayOfWeek(week)
  if (monday === null || from !== undefined) throw new ProblemError('week-not-valid', { week })
  return monday
}
