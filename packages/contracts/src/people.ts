import { capacities } from '@commonweal/domain/people/person'
import { roles } from '@commonweal/domain/access/permissions'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import {
  CommunityParams,
  Day,
  Id,
  idParams,
  listQuery,
  Nullable,
  OneOf,
  Page,
  Revision,
  Shape,
  Text,
} from './values.ts'

export const PersonRow = Shape(
  {
    id: Id,
    displayName: Type.String(),
    role: Nullable(OneOf(roles)),
    representations: Type.Array(
      Shape({
        organisationId: Id,
        organisation: Type.String(),
        capacity: OneOf(capacities),
        from: Nullable(Day),
        to: Nullable(Day),
      }),
    ),
    /** First day of a role, or of acting for an organisation, that is known. */
    since: Nullable(Day),
  },
  { $id: 'PersonRow' },
)
export type PersonRow = Type.Static<typeof PersonRow>

export const personSorts = ['name', '-name', 'organisation', '-organisation', 'since', '-since'] as const

export const PersonListQuery = Shape({
  ...listQuery,
  organisationId: Type.Optional(Id),
  role: Type.Optional(OneOf([...roles, 'none'])),
  sort: Type.Optional(OneOf(personSorts)),
})
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

const PersonParams = idParams('personId')

export const Person = Shape(
  {
    ...PersonRow.properties,
    email: Nullable(Type.String()),
    isSuspended: Type.Boolean(),
    hasAccount: Type.Boolean(),
    stewards: Type.Integer({ description: 'How many stewards the community has' }),
    revision: Revision,
  },
  { $id: 'Person' },
)
export type Person = Type.Static<typeof Person>

export const readPerson = defineRoute({
  operation: 'readPerson',
  summary: 'One person, with address and access, for stewards',
  method: 'GET',
  url: '/communities/:communityId/people/:personId',
  access: 'people:manage',
  params: PersonParams,
  success: { 200: Person },
  problems: [],
})

export const giveRole = defineRoute({
  operation: 'giveRole',
  summary: 'Give a person another role, or none; it acts at once',
  method: 'POST',
  url: '/communities/:communityId/people/:personId/role',
  access: 'people:manage',
  params: PersonParams,
  body: Shape({ role: Nullable(OneOf(roles)) }),
  success: { 200: Person },
  problems: ['last-steward'],
})

export const suspendPerson = defineRoute({
  operation: 'suspendPerson',
  summary: 'Shut a person out of the community, with a reason; it acts at once',
  method: 'POST',
  url: '/communities/:communityId/people/:personId/suspend',
  access: 'people:manage',
  params: PersonParams,
  body: Shape({ reason: Text }),
  success: { 200: Person },
  problems: ['last-steward', 'reason-missing'],
})

export const readmitPerson = defineRoute({
  operation: 'readmitPerson',
  summary: 'Let a suspended person back in',
  method: 'POST',
  url: '/communities/:communityId/people/:personId/readmit',
  access: 'people:manage',
  params: PersonParams,
  success: { 200: Person },
  problems: [],
})

export const RepresentationDraft = Shape(
  {
    organisationId: Id,
    capacity: OneOf(capacities),
    isPaid: Type.Optional(Nullable(Type.Boolean())),
    from: Type.Optional(Nullable(Day)),
  },
  { $id: 'RepresentationDraft' },
)
export type RepresentationDraft = Type.Static<typeof RepresentationDraft>

export const appointRepresentative = defineRoute({
  operation: 'appointRepresentative',
  summary: 'A person acts for an organisation from a day',
  method: 'POST',
  url: '/communities/:communityId/people/:personId/representations',
  access: 'people:manage',
  params: PersonParams,
  body: RepresentationDraft,
  success: { 201: Person },
  problems: ['organisation-unknown', 'already-representing'],
})

export const endRepresentation = defineRoute({
  operation: 'endRepresentation',
  summary: 'A person stops acting for an organisation; the trace stays',
  method: 'POST',
  url: '/communities/:communityId/people/:personId/representations/end',
  access: 'people:manage',
  params: PersonParams,
  body: Shape({ organisationId: Id, on: Day }),
  success: { 200: Person },
  problems: ['dates-in-wrong-order'],
})
