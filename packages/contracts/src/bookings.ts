import { bookingStatuses } from '@commonweal/domain/bookings/booking'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Day, Id, Instant, listQuery, Nullable, OneOf, Page, Shape } from './values.ts'

export const BookingRow = Shape(
  {
    id: Id,
    spaceId: Id,
    space: Type.String(),
    initiativeId: Nullable(Id),
    initiative: Nullable(Type.String()),
    organisationId: Id,
    organisation: Type.String(),
    startsAt: Instant,
    endsAt: Instant,
    status: OneOf(bookingStatuses),
    attendance: Nullable(Type.Integer()),
  },
  { $id: 'BookingRow' },
)
export type BookingRow = Type.Static<typeof BookingRow>

export const bookingSorts = ['starts', '-starts'] as const

export const BookingListQuery = Shape({
  ...listQuery,
  spaceId: Type.Optional(Id),
  initiativeId: Type.Optional(Id),
  organisationId: Type.Optional(Id),
  status: Type.Optional(OneOf(bookingStatuses)),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  sort: Type.Optional(OneOf(bookingSorts)),
})
export type BookingListQuery = Type.Static<typeof BookingListQuery>

export const listBookings = defineRoute({
  operation: 'listBookings',
  summary: 'Bookings, of the whole community or of one space, initiative or partner',
  method: 'GET',
  url: '/communities/:communityId/bookings',
  access: 'bookings:read',
  params: CommunityParams,
  query: BookingListQuery,
  success: { 200: Page(BookingRow) },
  problems: [],
})
