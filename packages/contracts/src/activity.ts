import { capacities } from '@commonweal/domain/people/person'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Day, Id, Instant, listQuery, Nullable, OneOf, Page, Shape, Word } from './values.ts'

export const ActivityRow = Shape(
  {
    id: Id,
    at: Instant,
    person: Nullable(Type.String()),
    organisation: Nullable(Type.String()),
    capacity: Nullable(OneOf(capacities)),
    verb: Type.String({ description: 'The operation, verb-noun' }),
    objectKind: Type.String(),
    objectId: Id,
    object: Nullable(
      Type.String({ description: 'What it is called now: of a booking its space, of a pledge who gives it' }),
    ),
    facts: Type.Record(Type.String(), Type.Unknown()),
  },
  { $id: 'ActivityRow' },
)
export type ActivityRow = Type.Static<typeof ActivityRow>

export const activitySorts = ['at', '-at'] as const

export const ActivityListQuery = Shape({
  ...listQuery,
  objectId: Type.Optional(Id),
  objectKind: Type.Optional(Word(40)),
  organisationId: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'For which organisation it was done' })),
  from: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'On this day of the community or later' })),
  to: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'On this day of the community or earlier' })),
  sort: Type.Optional(OneOf(activitySorts)),
})
export type ActivityListQuery = Type.Static<typeof ActivityListQuery>

export const listActivity = defineRoute({
  operation: 'listActivity',
  summary:
    'Who changed what, for which organisation; of the community or of one thing; without another order the latest first',
  method: 'GET',
  url: '/communities/:communityId/activity',
  access: 'activity:read',
  params: CommunityParams,
  query: ActivityListQuery,
  success: { 200: Page(ActivityRow) },
  problems: [],
})
