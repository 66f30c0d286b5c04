import { capacities } from '@commonweal/domain/people/person'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Id, Instant, listQuery, Nullable, OneOf, Page, Shape } from './values.ts'

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
    facts: Type.Record(Type.String(), Type.Unknown()),
  },
  { $id: 'ActivityRow' },
)
export type ActivityRow = Type.Static<typeof ActivityRow>

export const listActivity = defineRoute({
  operation: 'listActivity',
  summary: 'Who changed what, for which organisation; of the community or of one thing',
  method: 'GET',
  url: '/communities/:communityId/activity',
  access: 'activity:read',
  params: CommunityParams,
  query: Shape({ limit: listQuery.limit, cursor: listQuery.cursor, objectId: Type.Optional(Id) }),
  success: { 200: Page(ActivityRow) },
  problems: [],
})
