import { accessibilityFeatures, spaceKinds } from '@commonweal/domain/spaces/space'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import {
  CommunityParams,
  Day,
  Id,
  idParams,
  Line,
  listQuery,
  Nullable,
  OneOf,
  Page,
  Revision,
  Shape,
  Text,
} from './values.ts'

/** The closed list of accessibility facts a space is known to have; null where nobody has looked. */
const Accessibility = Type.Unsafe<(typeof accessibilityFeatures)[number][] | null>({
  type: ['array', 'null'],
  items: { type: 'string', enum: [...accessibilityFeatures] },
  uniqueItems: true,
  maxItems: accessibilityFeatures.length,
})

const openingShape = {
  weekday: Type.Integer({ minimum: 1, maximum: 7, description: 'ISO 8601: 1 is Monday' }),
  opensAt: Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'In the clock of the place' }),
  closesAt: Type.String({ pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' }),
}
export const Opening = Shape(openingShape, { $id: 'Opening' })

/** A week of opening hours; null is open at all times. */
const Openings = Type.Unsafe<Type.Static<typeof Opening>[] | null>({
  type: ['array', 'null'],
  items: { ...Shape(openingShape) },
  minItems: 1,
  maxItems: 42,
})

const Minutes = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum, description: 'Minutes' })

export const SpaceRow = Shape(
  {
    id: Id,
    name: Type.String(),
    kind: OneOf(spaceKinds),
    hostId: Nullable(Id),
    host: Nullable(Type.String()),
    capacity: Nullable(Type.Integer()),
    isStepFree: Nullable(Type.Boolean()),
    accessibility: Accessibility,
    timezone: Type.String(),
    needsApproval: Type.Boolean(),
    isShared: Type.Boolean(),
    from: Nullable(Day),
    to: Nullable(Day),
    upcomingBookings: Type.Integer(),
  },
  { $id: 'SpaceRow' },
)
export type SpaceRow = Type.Static<typeof SpaceRow>

export const Space = Shape(
  {
    id: Id,
    name: Type.String(),
    kind: OneOf(spaceKinds),
    host: Nullable(Shape({ id: Id, name: Type.String() })),
    address: Nullable(Type.String()),
    url: Nullable(Type.String()),
    capacity: Nullable(Type.Integer()),
    timezone: Type.String(),
    isStepFree: Nullable(Type.Boolean()),
    accessibility: Accessibility,
    openings: Openings,
    needsApproval: Type.Boolean({ description: 'The host is asked before a booking stands' }),
    isShared: Type.Boolean({ description: 'Digital, used by many at once: bookings never collide' }),
    shortestMinutes: Nullable(Type.Integer()),
    longestMinutes: Nullable(Type.Integer()),
    bufferBeforeMinutes: Type.Integer(),
    bufferAfterMinutes: Type.Integer(),
    aheadDays: Nullable(Type.Integer()),
    from: Nullable(Day),
    to: Nullable(Day),
    withdrawalReason: Nullable(Type.String()),
    bookings: Type.Integer(),
    revision: Revision,
  },
  { $id: 'Space' },
)
export type Space = Type.Static<typeof Space>

const draft = {
  name: Line,
  kind: OneOf(spaceKinds),
  address: Type.Optional(Nullable(Text)),
  url: Type.Optional(Nullable(Type.String({ maxLength: 300, pattern: '^https?://\\S+$' }))),
  capacity: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 1_000_000 }))),
  timezone: Type.Optional(Type.String({ maxLength: 64, description: 'IANA name; without one, the community’s' })),
  isStepFree: Type.Optional(Nullable(Type.Boolean())),
  accessibility: Type.Optional(Accessibility),
  openings: Type.Optional(Openings),
  needsApproval: Type.Optional(Type.Boolean()),
  isShared: Type.Optional(Type.Boolean()),
  shortestMinutes: Type.Optional(Nullable(Minutes(1, 44_640))),
  longestMinutes: Type.Optional(Nullable(Minutes(1, 44_640))),
  bufferBeforeMinutes: Type.Optional(Minutes(0, 1440)),
  bufferAfterMinutes: Type.Optional(Minutes(0, 1440)),
  aheadDays: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 1098, description: 'Days' }))),
}

export const SpaceDraft = Shape(
  { ...draft, hostId: Id, from: Type.Optional(Nullable(Day)), to: Type.Optional(Nullable(Day)) },
  { $id: 'SpaceDraft' },
)
export type SpaceDraft = Type.Static<typeof SpaceDraft>
export const SpaceEdit = Shape(draft, { $id: 'SpaceEdit' })
export type SpaceEdit = Type.Static<typeof SpaceEdit>

export const spaceSorts = ['name', '-name', 'capacity', '-capacity'] as const

export const SpaceListQuery = Shape({
  ...listQuery,
  kind: Type.Optional(OneOf(spaceKinds)),
  hostId: Type.Optional(Id),
  isStepFree: Type.Optional(Type.Boolean()),
  feature: Type.Optional(OneOf(accessibilityFeatures)),
  isOffered: Type.Optional(Type.Boolean({ description: 'Offered today, or no longer (or not yet)' })),
  sort: Type.Optional(OneOf(spaceSorts)),
})
export type SpaceListQuery = Type.Static<typeof SpaceListQuery>

const SpaceParams = idParams('spaceId')

export const listSpaces = defineRoute({
  operation: 'listSpaces',
  summary: 'Spaces where the partners can meet',
  method: 'GET',
  url: '/communities/:communityId/spaces',
  access: 'spaces:read',
  params: CommunityParams,
  query: SpaceListQuery,
  success: { 200: Page(SpaceRow) },
  problems: [],
})

export const readSpace = defineRoute({
  operation: 'readSpace',
  summary: 'One space',
  method: 'GET',
  url: '/communities/:communityId/spaces/:spaceId',
  access: 'spaces:read',
  params: SpaceParams,
  success: { 200: Space },
  problems: [],
})

export const offerSpace = defineRoute({
  operation: 'offerSpace',
  summary: 'A host offers a space, with its rules for booking; what is left out has a sensible default',
  method: 'POST',
  url: '/communities/:communityId/spaces',
  access: 'spaces:offer',
  params: CommunityParams,
  body: SpaceDraft,
  success: { 201: Space },
  problems: [
    'space-needs-address',
    'space-needs-url',
    'shared-space-not-digital',
    'shortest-above-longest',
    'opening-hours-not-possible',
    'timezone-unknown',
    'organisation-unknown',
    'dates-in-wrong-order',
  ],
})

export const editSpace = defineRoute({
  operation: 'editSpace',
  summary: 'Change what is said of a space, or its rules; bookings already made keep the rules they were made by',
  method: 'PUT',
  url: '/communities/:communityId/spaces/:spaceId',
  access: 'spaces:edit',
  params: SpaceParams,
  body: SpaceEdit,
  isConditional: true,
  success: { 200: Space },
  problems: [
    'changed-meanwhile',
    'revision-missing',
    'space-needs-address',
    'space-needs-url',
    'shared-space-not-digital',
    'shortest-above-longest',
    'opening-hours-not-possible',
    'timezone-unknown',
    'space-already-booked',
  ],
})

export const withdrawSpace = defineRoute({
  operation: 'withdrawSpace',
  summary: 'Offer a space no more from a day on, with a reason; refused while somebody counts on it after that day',
  method: 'POST',
  url: '/communities/:communityId/spaces/:spaceId/withdraw',
  access: 'spaces:withdraw',
  params: SpaceParams,
  body: Shape({ on: Day, reason: Type.Optional(Nullable(Text)) }, { $id: 'SpaceWithdrawal' }),
  success: { 200: Space },
  problems: ['reason-missing', 'dates-in-wrong-order', 'space-already-withdrawn', 'space-still-booked'],
})
