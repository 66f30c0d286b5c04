import * as Type from 'typebox'
import { Initiative, InitiativeParams } from './initiatives.ts'
import { defineRoute } from './route.ts'
import { Day, Id, Nullable, Shape } from './values.ts'

export const CoordinationDraft = Shape(
  { personId: Id, from: Type.Optional(Nullable(Day)) },
  { $id: 'CoordinationDraft', description: 'Who coordinates, from a day; without one from today' },
)
export type CoordinationDraft = Type.Static<typeof CoordinationDraft>

export const appointCoordinator = defineRoute({
  operation: 'appointCoordinator',
  summary: 'A person coordinates an initiative, from a day',
  method: 'POST',
  url: '/communities/:communityId/initiatives/:initiativeId/coordinations',
  access: 'initiatives:edit',
  params: InitiativeParams,
  body: CoordinationDraft,
  success: { 201: Initiative },
  problems: ['person-unknown', 'already-coordinating', 'initiative-ended'],
})

export const endCoordination = defineRoute({
  operation: 'endCoordination',
  summary: 'A person stops coordinating on a day; the trace stays',
  method: 'POST',
  url: '/communities/:communityId/initiatives/:initiativeId/coordinations/:coordinationId/end',
  access: 'initiatives:edit',
  params: Shape({ communityId: Id, initiativeId: Id, coordinationId: Id }),
  body: Shape({ on: Day }),
  success: { 200: Initiative },
  problems: ['dates-in-wrong-order'],
})
