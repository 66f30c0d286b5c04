import { bookingStatuses, bookingVerbs } from '@commonweal/domain/bookings/booking'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import {
  CommunityParams,
  Day,
  Id,
  idParams,
  Instant,
  Line,
  listQuery,
  Nullable,
  OneOf,
  Page,
  Revision,
  Shape,
  Text,
} from './values.ts'

export const BookingRow = Shape(
  {
    id: Id,
    spaceId: Id,
    space: Type.String(),
    timezone: Type.String({ description: 'Zone of the space: its wall clock is the one to show' }),
    initiativeId: Nullable(Id),
    initiative: Nullable(Type.String()),
    organisationId: Id,
    organisation: Type.String(),
    title: Nullable(Type.String()),
    startsAt: Instant,
    endsAt: Instant,
    status: OneOf(bookingStatuses),
    attendance: Nullable(Type.Integer()),
  },
  { $id: 'BookingRow' },
)
export type BookingRow = Type.Static<typeof BookingRow>

export const Booking = Shape(
  {
    ...BookingRow.properties,
    hostId: Nullable(Id),
    host: Nullable(Type.String()),
    heldUntil: Nullable(Instant),
    isExpired: Type.Boolean({ description: 'A held time whose minutes are over' }),
    expectedAttendance: Nullable(Type.Integer()),
    requestedBy: Nullable(Shape({ id: Id, displayName: Type.String() })),
    message: Nullable(Type.String({ description: 'To the host; for those concerned only' })),
    reason: Nullable(Type.String({ description: 'Of the decline or cancellation; for those concerned only' })),
    possibleVerbs: Type.Array(OneOf(bookingVerbs), {
      description: 'What can become of it now; who may is another question',
    }),
    revision: Revision,
  },
  { $id: 'Booking' },
)
export type Booking = Type.Static<typeof Booking>

/** The start or end of a booking: a whole minute, with its offset, so that no clock change makes it mean two. */
const BookingInstant = Type.String({
  format: 'date-time',
  pattern: '^[2-9][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:00(\\.0{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})$',
  description: 'An instant of whole minutes, RFC 3339 with offset',
})

export const BookingDraft = Shape(
  {
    organisationId: Id,
    initiativeId: Type.Optional(Nullable(Id)),
    startsAt: BookingInstant,
    endsAt: BookingInstant,
    title: Type.Optional(Nullable(Line)),
    message: Type.Optional(Nullable(Text)),
    expectedAttendance: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 1_000_000 }))),
  },
  { $id: 'BookingDraft' },
)
export type BookingDraft = Type.Static<typeof BookingDraft>

export const bookingSorts = ['starts', '-starts'] as const

export const BookingListQuery = Shape({
  ...listQuery,
  spaceId: Type.Optional(Id),
  initiativeId: Type.Optional(Id),
  organisationId: Type.Optional(Id),
  hostId: Type.Optional(Id),
  status: Type.Optional(OneOf(bookingStatuses)),
  hasCancelled: Type.Optional(Type.Boolean({ description: 'Also those declined, cancelled, or held and run out' })),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  sort: Type.Optional(OneOf(bookingSorts)),
})
export type BookingListQuery = Type.Static<typeof BookingListQuery>

const BookingParams = idParams('bookingId')
const SpaceParams = idParams('spaceId')

export const listBookings = defineRoute({
  operation: 'listBookings',
  summary:
    'Bookings that touch the days from–to (both included), of the community or of one space, host, initiative or partner',
  method: 'GET',
  url: '/communities/:communityId/bookings',
  access: 'bookings:read',
  params: CommunityParams,
  query: BookingListQuery,
  success: { 200: Page(BookingRow) },
  problems: ['dates-in-wrong-order'],
})

export const readBooking = defineRoute({
  operation: 'readBooking',
  summary: 'One booking, with what can become of it',
  method: 'GET',
  url: '/communities/:communityId/bookings/:bookingId',
  access: 'bookings:read',
  params: BookingParams,
  success: { 200: Booking },
  problems: [],
})

const drawnUp = [
  'organisation-unknown',
  'initiative-unknown',
  'initiative-ended',
  'dates-in-wrong-order',
  'booking-in-past',
  'booking-too-short',
  'booking-too-long',
  'booking-too-far-ahead',
  'space-not-offered',
  'space-closed',
  'space-too-small',
  'space-already-booked',
] as const

export const requestBooking = defineRoute({
  operation: 'requestBooking',
  summary:
    'Book a space for an organisation or an initiative: confirmed at once, or requested where the host wants to be asked',
  method: 'POST',
  url: '/communities/:communityId/spaces/:spaceId/bookings',
  access: 'bookings:request',
  params: SpaceParams,
  body: BookingDraft,
  success: { 201: Booking },
  problems: drawnUp,
})

export const holdBooking = defineRoute({
  operation: 'holdBooking',
  summary: 'Keep a time for a quarter of an hour while the booking is drawn up',
  method: 'POST',
  url: '/communities/:communityId/spaces/:spaceId/bookings/hold',
  access: 'bookings:request',
  params: SpaceParams,
  body: BookingDraft,
  success: { 201: Booking },
  problems: drawnUp,
})

export const confirmBooking = defineRoute({
  operation: 'confirmBooking',
  summary: 'A held time becomes a booking: confirmed, or requested where the host wants to be asked',
  method: 'POST',
  url: '/communities/:communityId/bookings/:bookingId/confirm',
  access: 'bookings:request',
  params: BookingParams,
  success: { 200: Booking },
  problems: ['booking-step-not-possible', 'booking-hold-expired', 'booking-in-past'],
})

export const approveBooking = defineRoute({
  operation: 'approveBooking',
  summary: 'The host says yes; refused where the time was given away meanwhile',
  method: 'POST',
  url: '/communities/:communityId/bookings/:bookingId/approve',
  access: 'bookings:approve',
  params: BookingParams,
  success: { 200: Booking },
  problems: ['booking-step-not-possible', 'booking-in-past', 'space-already-booked'],
})

const Reason = Shape({ reason: Type.Optional(Nullable(Text)) }, { $id: 'BookingReason' })

export const declineBooking = defineRoute({
  operation: 'declineBooking',
  summary: 'The host says no, with a reason',
  method: 'POST',
  url: '/communities/:communityId/bookings/:bookingId/decline',
  access: 'bookings:decline',
  params: BookingParams,
  body: Reason,
  success: { 200: Booking },
  problems: ['booking-step-not-possible', 'reason-missing'],
})

export const cancelBooking = defineRoute({
  operation: 'cancelBooking',
  summary: 'Call a booking off, with a reason once it was confirmed; the time is free again',
  method: 'POST',
  url: '/communities/:communityId/bookings/:bookingId/cancel',
  access: 'bookings:cancel',
  params: BookingParams,
  body: Reason,
  success: { 200: Booking },
  problems: ['booking-step-not-possible', 'booking-hold-expired', 'booking-begun', 'reason-missing'],
})

export const attendBooking = defineRoute({
  operation: 'attendBooking',
  summary: 'It took place, with this many heads; said again, it corrects the count',
  method: 'POST',
  url: '/communities/:communityId/bookings/:bookingId/attend',
  access: 'bookings:attend',
  params: BookingParams,
  body: Shape({ attendance: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }, { $id: 'BookingAttendance' }),
  success: { 200: Booking },
  problems: ['booking-step-not-possible', 'booking-not-begun'],
})

export const releaseBooking = defineRoute({
  operation: 'releaseBooking',
  summary: 'Nobody came: the hours left are free for others',
  method: 'POST',
  url: '/communities/:communityId/bookings/:bookingId/release',
  access: 'bookings:release',
  params: BookingParams,
  body: Reason,
  success: { 200: Booking },
  problems: ['booking-step-not-possible', 'booking-not-begun'],
})
