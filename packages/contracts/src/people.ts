import { capacities } from '@commonweal/domain/people/person'
import { roles } from '@commonweal/domain/access/permissions'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Day, Id, listQuery, Nullable, OneOf, Page, Shape } from './values.ts'

export const PersonRow = Shape(
  {
    id: Id,
    displayName: Type.String(),
    role: Nullable(OneOf(roles)),
    representations: Type.Array(
      Shape({ organisationId: Id, organisation: Type.String(), capacity: OneOf(capacities), from: Nullable(Day), to: Nullable(Day) }),
    ),
  },
  { $id: 'PersonRow' },
)
export type PersonRow = Type.Static<typeof PersonRow>

export const PersonListQuery = Shape({ ...listQuery, organisationId: Type.Optional(Id) })
export type PersonListQuery = Type.Static<typeof PersonListQuery>

export const listPeople = defineRoute({
  operation: 'listPeople',
  summary: 'People of the community and the organisations they act for',
  method: 'GET',
  url: '/communities/:communityId/people',
  access: 'people:read',
  params: CommunityParams,
  query: PersonListQuery,
  success: { 200: Page(PersonRow) },
  problems: [],
})
