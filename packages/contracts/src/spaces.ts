import { spaceKinds } from '@commonweal/domain/spaces/space'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Day, Id, idParams, listQuery, Nullable, OneOf, Page, Revision, Shape } from './values.ts'

export const SpaceRow = Shape(
  {
    id: Id,
    name: Type.String(),
    kind: OneOf(spaceKinds),
    hostId: Nullable(Id),
    host: Nullable(Type.String()),
    capacity: Nullable(Type.Integer()),
    isStepFree: Nullable(Type.Boolean()),
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
    from: Nullable(Day),
    to: Nullable(Day),
    bookings: Type.Integer(),
    revision: Revision,
  },
  { $id: 'Space' },
)
export type Space = Type.Static<typeof Space>

export const spaceSorts = ['name', '-name', 'capacity', '-capacity'] as const

export const SpaceListQuery = Shape({
  ...listQuery,
  kind: Type.Optional(OneOf(spaceKinds)),
  hostId: Type.Optional(Id),
  isStepFree: Type.Optional(Type.Boolean()),
  sort: Type.Optional(OneOf(spaceSorts)),
})
export type SpaceListQuery = Type.Static<typeof SpaceListQuery>

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
  params: idParams('spaceId'),
  success: { 200: Space },
  problems: [],
})
