import { membershipStates, type MembershipVerb } from '@commonweal/domain/partners/membership'
import { engagements } from '@commonweal/domain/partners/engagements'
import { legalStatuses, sectors } from '@commonweal/domain/partners/sectors'
import { capacities } from '@commonweal/domain/people/person'
import { participationRoles } from '@commonweal/domain/initiatives/initiative'
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

const engagement = {
  engagement: Nullable(OneOf(engagements)),
  lastActOn: Nullable(Type.String({ format: 'date', description: 'Day of its last act with others, up to today' })),
}

const Country = Type.String({ pattern: '^[A-Z]{2}$' })

export const PartnerRow = Shape(
  {
    id: Id,
    name: Type.String(),
    sector: OneOf(sectors),
    legalStatus: OneOf(legalStatuses),
    state: Nullable(OneOf(membershipStates)),
    stateSince: Nullable(Day),
    joinedOn: Nullable(Day),
    ...engagement,
    initiatives: Type.Integer({ description: 'Initiatives this partner ever took part in' }),
    runningInitiatives: Type.Integer(),
  },
  { $id: 'PartnerRow' },
)
export type PartnerRow = Type.Static<typeof PartnerRow>

export const Partner = Shape(
  {
    id: Id,
    name: Type.String(),
    sector: OneOf(sectors),
    legalStatus: OneOf(legalStatuses),
    country: Nullable(Type.String()),
    scheme: Nullable(Type.String()),
    identifier: Nullable(Type.String()),
    parent: Nullable(Shape({ id: Id, name: Type.String() })),
    brings: Nullable(Type.String()),
    seeks: Nullable(Type.String()),
    website: Nullable(Type.String()),
    isPassThrough: Type.Boolean({ description: 'It hands on the money of others' }),
    state: Nullable(OneOf(membershipStates)),
    stateSince: Nullable(Day),
    ...engagement,
    isInRunning: Type.Boolean({
      description: 'Whether an initiative it takes part in runs, as the risk engine tells it',
    }),
    memberships: Type.Array(
      Shape({
        state: OneOf(membershipStates),
        from: Nullable(Day),
        to: Nullable(Day),
        reason: Nullable(Type.String()),
      }),
    ),
    people: Type.Array(
      Shape({
        id: Id,
        displayName: Type.String(),
        capacity: OneOf(capacities),
        isPaid: Nullable(Type.Boolean()),
        from: Nullable(Day),
        to: Nullable(Day),
      }),
    ),
    mandates: Type.Array(Shape({ id: Id, endsOn: Day, label: Type.String(), revision: Revision })),
    participations: Type.Array(
      Shape({
        initiativeId: Id,
        title: Type.String(),
        role: OneOf(participationRoles),
        from: Nullable(Day),
        to: Nullable(Day),
        isRunning: Type.Boolean(),
      }),
    ),
    revision: Revision,
  },
  { $id: 'Partner' },
)
export type Partner = Type.Static<typeof Partner>

const draft = {
  name: Line,
  sector: OneOf(sectors),
  legalStatus: OneOf(legalStatuses),
  country: Type.Optional(Nullable(Country)),
  scheme: Type.Optional(Nullable(Word(60))),
  identifier: Type.Optional(Nullable(Word(60))),
  parentId: Type.Optional(Nullable(Id)),
  brings: Type.Optional(Nullable(Text)),
  seeks: Type.Optional(Nullable(Text)),
  website: Type.Optional(Nullable(Type.String({ maxLength: 300, pattern: '^https?://\\S+$' }))),
  isPassThrough: Type.Optional(Type.Boolean()),
}

export const PartnerDraft = Shape({ ...draft, joinedOn: Type.Optional(Nullable(Day)) }, { $id: 'PartnerDraft' })
export type PartnerDraft = Type.Static<typeof PartnerDraft>
export const PartnerEdit = Shape(draft, { $id: 'PartnerEdit' })
export type PartnerEdit = Type.Static<typeof PartnerEdit>

export const partnerSorts = [
  'name',
  '-name',
  'joined',
  '-joined',
  'initiatives',
  '-initiatives',
  'last-act',
  '-last-act',
] as const
/** `silent`: quiet or dormant, whom to call. */
export const engagementChoices = [...engagements, 'silent'] as const

export const PartnerListQuery = Shape({
  ...listQuery,
  sector: Type.Optional(OneOf(sectors)),
  legalStatus: Type.Optional(OneOf(legalStatuses)),
  state: Type.Optional(OneOf([...membershipStates, 'any', 'none'] as const)),
  engagement: Type.Optional(OneOf(engagementChoices)),
  sort: Type.Optional(OneOf(partnerSorts)),
})
export type PartnerListQuery = Type.Static<typeof PartnerListQuery>

const PartnerParams = idParams('partnerId')

export const listPartners = defineRoute({
  operation: 'listPartners',
  summary: 'Organisations of the community with their membership',
  method: 'GET',
  url: '/communities/:communityId/partners',
  access: 'partners:read',
  params: CommunityParams,
  query: PartnerListQuery,
  success: { 200: Page(PartnerRow) },
  problems: [],
})

export const readPartner = defineRoute({
  operation: 'readPartner',
  summary: 'One organisation with membership, people and initiatives',
  method: 'GET',
  url: '/communities/:communityId/partners/:partnerId',
  access: 'partners:read',
  params: PartnerParams,
  success: { 200: Partner },
  problems: [],
})

export const addPartner = defineRoute({
  operation: 'addPartner',
  summary: 'Make an organisation known; with a join day it is an active partner from then on',
  method: 'POST',
  url: '/communities/:communityId/partners',
  access: 'partners:add',
  params: CommunityParams,
  body: PartnerDraft,
  success: { 201: Partner },
  problems: ['organisation-name-taken', 'organisation-identifier-taken', 'organisation-unknown', 'step-in-future'],
})

export const editPartner = defineRoute({
  operation: 'editPartner',
  summary: 'Change what is known of an organisation',
  method: 'PUT',
  url: '/communities/:communityId/partners/:partnerId',
  access: 'partners:edit',
  params: PartnerParams,
  body: PartnerEdit,
  isConditional: true,
  success: { 200: Partner },
  problems: [
    'changed-meanwhile',
    'revision-missing',
    'organisation-name-taken',
    'organisation-identifier-taken',
    'organisation-unknown',
    'parent-not-possible',
  ],
})

export const StepDraft = Shape({ on: Day, reason: Type.Optional(Nullable(Text)) }, { $id: 'StepDraft' })
export type StepDraft = Type.Static<typeof StepDraft>

const step = <const Verb extends MembershipVerb, const Access extends 'partners:admit' | 'partners:step'>(
  verb: Verb,
  access: Access,
  summary: string,
) =>
  defineRoute({
    operation: `${verb}Partner` as const,
    summary,
    method: 'POST',
    url: `/communities/:communityId/partners/:partnerId/${verb}` as const,
    access,
    params: PartnerParams,
    body: StepDraft,
    success: { 200: Partner },
    problems: ['membership-step-not-possible', 'reason-missing', 'step-before-last-step', 'step-in-future'],
  })

/** One route for each verb of the membership table. */
export const membershipRoutes = {
  apply: step('apply', 'partners:step', 'Apply for membership'),
  accept: step('accept', 'partners:admit', 'Accept an application'),
  decline: step('decline', 'partners:admit', 'Decline an application, with a reason'),
  activate: step('activate', 'partners:admit', 'Begin or take up active membership'),
  pause: step('pause', 'partners:step', 'Pause a membership, with a reason'),
  leave: step('leave', 'partners:step', 'Leave the partnership, with a reason'),
  exclude: step('exclude', 'partners:admit', 'Exclude a partner, with a reason'),
} as const satisfies Record<MembershipVerb, unknown>
