import {
  initiativeKinds,
  initiativeStates,
  participationRoles,
  type InitiativeVerb,
} from '@commonweal/domain/initiatives/initiative'
import { sectors } from '@commonweal/domain/partners/sectors'
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
  Word,
} from './values.ts'

export const InitiativeRow = Shape(
  {
    id: Id,
    title: Type.String(),
    kind: OneOf(initiativeKinds),
    theme: Nullable(Type.String()),
    state: OneOf(initiativeStates),
    startedOn: Nullable(Day),
    plannedEndOn: Nullable(Day),
    endedOn: Nullable(Day),
    isReviewDue: Type.Boolean(),
    lead: Nullable(Type.String({ description: 'Name of the leading partner; with more than one, the first by name' })),
    partners: Type.Integer(),
  },
  { $id: 'InitiativeRow' },
)
export type InitiativeRow = Type.Static<typeof InitiativeRow>

export const Initiative = Shape(
  {
    id: Id,
    title: Type.String(),
    kind: OneOf(initiativeKinds),
    theme: Nullable(Type.String()),
    summary: Nullable(Type.String()),
    state: OneOf(initiativeStates),
    stateSince: Nullable(Day),
    startedOn: Nullable(Day),
    plannedEndOn: Nullable(Day),
    endedOn: Nullable(Day),
    reviewOn: Nullable(Day),
    isReviewDue: Type.Boolean(),
    outcome: Nullable(Type.String({ description: 'What came of it, told at its end' })),
    lesson: Nullable(Type.String({ description: 'What was learned, told at its end' })),
    steps: Type.Array(Shape({ state: OneOf(initiativeStates), on: Day, reason: Nullable(Type.String()) })),
    participations: Type.Array(
      Shape({
        id: Id,
        organisationId: Id,
        name: Type.String(),
        sector: OneOf(sectors),
        role: OneOf(participationRoles),
        from: Nullable(Day),
        to: Nullable(Day),
      }),
    ),
    coordinators: Type.Array(
      Shape({ id: Id, personId: Id, displayName: Type.String(), from: Nullable(Day), to: Nullable(Day) }),
    ),
    pledges: Type.Integer(),
    bookings: Type.Integer(),
    revision: Revision,
  },
  { $id: 'Initiative' },
)
export type Initiative = Type.Static<typeof Initiative>

const draft = {
  title: Line,
  kind: OneOf(initiativeKinds),
  theme: Type.Optional(Nullable(Word(100))),
  summary: Type.Optional(Nullable(Text)),
  plannedEndOn: Type.Optional(Nullable(Day)),
  reviewOn: Type.Optional(Nullable(Day)),
}

export const InitiativeDraft = Shape(
  {
    ...draft,
    startedOn: Type.Optional(Nullable(Day)),
    participations: Type.Array(Shape({ organisationId: Id, role: OneOf(participationRoles) }), {
      minItems: 1,
      maxItems: 100,
    }),
  },
  { $id: 'InitiativeDraft' },
)
export type InitiativeDraft = Type.Static<typeof InitiativeDraft>

export const InitiativeEdit = Shape(draft, { $id: 'InitiativeEdit' })
export type InitiativeEdit = Type.Static<typeof InitiativeEdit>

export const initiativeSorts = ['title', '-title', 'started', '-started', 'planned-end', '-planned-end'] as const

export const InitiativeListQuery = Shape({
  ...listQuery,
  kind: Type.Optional(OneOf(initiativeKinds)),
  state: Type.Optional(OneOf([...initiativeStates, 'living', 'ended'] as const)),
  theme: Type.Optional(Word(100)),
  organisationId: Type.Optional(Id),
  isReviewDue: Type.Optional(Type.Boolean()),
  hasLesson: Type.Optional(Type.Boolean()),
  sort: Type.Optional(OneOf(initiativeSorts)),
})
export type InitiativeListQuery = Type.Static<typeof InitiativeListQuery>

export const InitiativeParams = idParams('initiativeId')

export const listInitiatives = defineRoute({
  operation: 'listInitiatives',
  summary: 'Joint initiatives of the community',
  method: 'GET',
  url: '/communities/:communityId/initiatives',
  access: 'initiatives:read',
  params: CommunityParams,
  query: InitiativeListQuery,
  success: { 200: Page(InitiativeRow) },
  problems: [],
})

export const readInitiative = defineRoute({
  operation: 'readInitiative',
  summary: 'One initiative with partners, coordinators and steps',
  method: 'GET',
  url: '/communities/:communityId/initiatives/:initiativeId',
  access: 'initiatives:read',
  params: InitiativeParams,
  success: { 200: Initiative },
  problems: [],
})

export const startInitiative = defineRoute({
  operation: 'startInitiative',
  summary: 'Put down an idea, or with a start day an initiative under way',
  method: 'POST',
  url: '/communities/:communityId/initiatives',
  access: 'initiatives:start',
  params: CommunityParams,
  body: InitiativeDraft,
  success: { 201: Initiative },
  problems: [
    'organisation-unknown',
    'initiative-needs-lead',
    'dates-in-wrong-order',
    'step-in-future',
    'already-taking-part',
  ],
})

export const editInitiative = defineRoute({
  operation: 'editInitiative',
  summary: 'Change title, kind, theme, summary, planned end or review day',
  method: 'PUT',
  url: '/communities/:communityId/initiatives/:initiativeId',
  access: 'initiatives:edit',
  params: InitiativeParams,
  body: InitiativeEdit,
  isConditional: true,
  success: { 200: Initiative },
  problems: ['changed-meanwhile', 'revision-missing', 'dates-in-wrong-order'],
})

export const InitiativeStepDraft = Shape(
  {
    on: Day,
    reason: Type.Optional(Nullable(Text)),
    outcome: Type.Optional(Nullable(Text)),
    lesson: Type.Optional(Nullable(Text)),
  },
  { $id: 'InitiativeStepDraft', description: 'Outcome and lesson are kept at an end, and nowhere else' },
)
export type InitiativeStepDraft = Type.Static<typeof InitiativeStepDraft>

const step = <const Verb extends InitiativeVerb, const Name extends string>(
  verb: Verb,
  operation: Name,
  summary: string,
) =>
  defineRoute({
    operation,
    summary,
    method: 'POST',
    url: `/communities/:communityId/initiatives/:initiativeId/${verb}` as const,
    access: 'initiatives:step',
    params: InitiativeParams,
    body: InitiativeStepDraft,
    success: { 200: Initiative },
    problems: ['initiative-step-not-possible', 'reason-missing', 'step-before-last-step', 'step-in-future'],
  })

/** One route for each verb of the initiative table. */
export const initiativeRoutes = {
  'seek-partners': step('seek-partners', 'seekPartnersForInitiative', 'Look for partners'),
  start: step('start', 'beginInitiative', 'The joint work begins'),
  pause: step('pause', 'pauseInitiative', 'Pause, with a reason'),
  resume: step('resume', 'resumeInitiative', 'Take the work up again'),
  complete: step('complete', 'completeInitiative', 'The work is done'),
  sunset: step('sunset', 'sunsetInitiative', 'End it on purpose, with a reason'),
  abandon: step('abandon', 'abandonInitiative', 'Give it up, with a reason'),
} as const satisfies Record<InitiativeVerb, unknown>

export const Review = Shape(
  { on: Day, nextOn: Day, note: Type.Optional(Nullable(Text)) },
  { $id: 'Review', description: 'Looked at together on a day; goes on until the next review' },
)
export type Review = Type.Static<typeof Review>

export const reviewInitiative = defineRoute({
  operation: 'reviewInitiative',
  summary: 'It was looked at, goes on, and is looked at again on a later day',
  method: 'POST',
  url: '/communities/:communityId/initiatives/:initiativeId/review',
  access: 'initiatives:edit',
  params: InitiativeParams,
  body: Review,
  success: { 200: Initiative },
  problems: ['initiative-ended', 'step-in-future', 'dates-in-wrong-order'],
})

export const Ending = Shape(
  { outcome: Nullable(Text), lesson: Nullable(Text) },
  { $id: 'Ending', description: 'What came of an initiative and what was learned' },
)
export type Ending = Type.Static<typeof Ending>

export const tellEnding = defineRoute({
  operation: 'tellEnding',
  summary: 'Say what came of an ended initiative and what was learned, or put that right',
  method: 'PUT',
  url: '/communities/:communityId/initiatives/:initiativeId/ending',
  access: 'initiatives:edit',
  params: InitiativeParams,
  body: Ending,
  isConditional: true,
  success: { 200: Initiative },
  problems: ['changed-meanwhile', 'revision-missing', 'initiative-not-ended'],
})

export const ParticipationDraft = Shape(
  {
    organisationId: Id,
    role: OneOf(participationRoles),
    from: Type.Optional(Nullable(Day)),
    to: Type.Optional(Nullable(Day)),
  },
  { $id: 'ParticipationDraft' },
)
export type ParticipationDraft = Type.Static<typeof ParticipationDraft>

export const joinInitiative = defineRoute({
  operation: 'joinInitiative',
  summary: 'A partner takes part, in a role, from a day',
  method: 'POST',
  url: '/communities/:communityId/initiatives/:initiativeId/participations',
  access: 'initiatives:take-part',
  params: InitiativeParams,
  body: ParticipationDraft,
  success: { 201: Initiative },
  problems: ['organisation-unknown', 'already-taking-part', 'dates-in-wrong-order', 'initiative-ended'],
})

export const leaveInitiative = defineRoute({
  operation: 'leaveInitiative',
  summary: 'A participation ends on a day; its trace stays',
  method: 'POST',
  url: '/communities/:communityId/initiatives/:initiativeId/participations/:participationId/end',
  access: 'initiatives:take-part',
  params: Shape({ communityId: Id, initiativeId: Id, participationId: Id }),
  body: Shape({ on: Day }),
  success: { 200: Initiative },
  problems: ['dates-in-wrong-order'],
})
