import { spaceKinds } from '@commonweal/domain/spaces/space'
import * as Type from 'typebox'
import { BookingRow } from './bookings.ts'
import { defineRoute } from './route.ts'
import { CommunityParams, Day, Id, idParams, Instant, listQuery, Nullable, OneOf, Page, Shape } from './values.ts'

const SpaceParams = idParams('spaceId')

export const SpaceWeek = Shape(
  {
    spaceId: Id,
    timezone: Type.String(),
    from: Day,
    to: Type.Unsafe<string>({ ...Day, description: 'Exclusive' }),
    startsAt: Instant,
    endsAt: Instant,
    bookings: Type.Array(BookingRow, { description: 'Those that touch the week, requests among them' }),
    free: Type.Array(Shape({ startsAt: Instant, endsAt: Instant }), {
      description: 'Where a booking can be made now: open, offered, buffers kept',
    }),
  },
  { $id: 'SpaceWeek' },
)
export type SpaceWeek = Type.Static<typeof SpaceWeek>

export const SpaceWeekQuery = Shape({
  week: Type.Optional(Type.String({ pattern: '^[2-9][0-9]{3}-W[0-9]{2}$', description: 'ISO week, 2026-W22' })),
  from: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'First of seven days; without either, this week' })),
})
export type SpaceWeekQuery = Type.Static<typeof SpaceWeekQuery>

export const readSpaceWeek = defineRoute({
  operation: 'readSpaceWeek',
  summary: 'Seven days of a space in its own clock: what is booked and what is free',
  method: 'GET',
  url: '/communities/:communityId/spaces/:spaceId/week',
  access: 'bookings:read',
  params: SpaceParams,
  query: SpaceWeekQuery,
  success: { 200: SpaceWeek },
  problems: ['week-not-valid'],
})

export const WhatIsOnRow = Shape(
  {
    ...BookingRow.properties,
    kind: OneOf(spaceKinds),
    address: Nullable(Type.String()),
    url: Nullable(Type.String()),
    hostId: Nullable(Id),
    host: Nullable(Type.String()),
  },
  { $id: 'WhatIsOnRow' },
)
export type WhatIsOnRow = Type.Static<typeof WhatIsOnRow>

export const WhatIsOnQuery = Shape({
  ...listQuery,
  from: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Without one, today' })),
  to: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Included; without one, four weeks from the first' })),
})
export type WhatIsOnQuery = Type.Static<typeof WhatIsOnQuery>

export const listWhatIsOn = defineRoute({
  operation: 'listWhatIsOn',
  summary: 'One calendar of the community: what takes place, where, by whom',
  method: 'GET',
  url: '/communities/:communityId/what-is-on',
  access: 'bookings:read',
  params: CommunityParams,
  query: WhatIsOnQuery,
  success: { 200: Page(WhatIsOnRow) },
  problems: ['dates-in-wrong-order'],
})

const calendar = <const Operation extends string, const Url extends string, const Params extends Type.TSchema>(
  operation: Operation,
  url: Url,
  params: Params,
  summary: string,
) =>
  defineRoute({
    operation,
    summary,
    method: 'GET',
    url,
    access: 'bookings:read',
    params,
    stream: 'text/calendar; charset=utf-8',
    success: { 200: null },
    problems: [],
  })

/** iCalendar feeds: a quarter of a year back, two years ahead, what was called off marked as such. */
export const calendarRoutes = {
  community: calendar(
    'readCommunityCalendar',
    '/communities/:communityId/calendar.ics',
    CommunityParams,
    'The bookings and milestones of the community as iCalendar',
  ),
  space: calendar(
    'readSpaceCalendar',
    '/communities/:communityId/spaces/:spaceId/calendar.ics',
    SpaceParams,
    'The bookings of a space as iCalendar',
  ),
  initiative: calendar(
    'readInitiativeCalendar',
    '/communities/:communityId/initiatives/:initiativeId/calendar.ics',
    idParams('initiativeId'),
    'The bookings and milestones of an initiative as iCalendar',
  ),
} as const
