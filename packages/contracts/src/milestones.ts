import { milestoneStandings, type MilestoneVerb } from '@commonweal/domain/milestones/milestone'
import * as Type from 'typebox'
import { InitiativeParams } from './initiatives.ts'
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

export const Milestone = Shape(
  {
    id: Id,
    initiativeId: Id,
    initiative: Type.String(),
    title: Type.String(),
    dueOn: Nullable(Day),
    reachedOn: Nullable(Day),
    droppedOn: Nullable(Day),
    note: Nullable(Type.String({ description: 'Said when it was reached, or the reason why it was dropped' })),
    standing: OneOf(milestoneStandings),
    revision: Revision,
  },
  { $id: 'Milestone' },
)
export type Milestone = Type.Static<typeof Milestone>

export const milestoneSorts = ['due', '-due', 'title', '-title'] as const

export const MilestoneListQuery = Shape({
  ...listQuery,
  initiativeId: Type.Optional(Id),
  from: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Due on this day or later' })),
  to: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Due on this day or earlier' })),
  standing: Type.Optional(OneOf(milestoneStandings)),
  sort: Type.Optional(OneOf(milestoneSorts)),
})
export type MilestoneListQuery = Type.Static<typeof MilestoneListQuery>

export const listMilestones = defineRoute({
  operation: 'listMilestones',
  summary: 'Milestones of an initiative, or of all; by the day they are due, those without a day as if it never came',
  method: 'GET',
  url: '/communities/:communityId/milestones',
  access: 'initiatives:read',
  params: CommunityParams,
  query: MilestoneListQuery,
  success: { 200: Page(Milestone) },
  problems: [],
})

export const MilestoneDraft = Shape({ title: Line, dueOn: Type.Optional(Nullable(Day)) }, { $id: 'MilestoneDraft' })
export type MilestoneDraft = Type.Static<typeof MilestoneDraft>

export const addMilestone = defineRoute({
  operation: 'addMilestone',
  summary: 'Agree on a milestone of an initiative',
  method: 'POST',
  url: '/communities/:communityId/initiatives/:initiativeId/milestones',
  access: 'milestones:edit',
  params: InitiativeParams,
  body: MilestoneDraft,
  success: { 201: Milestone },
  problems: ['initiative-ended'],
})

const MilestoneParams = idParams('milestoneId')

export const editMilestone = defineRoute({
  operation: 'editMilestone',
  summary: 'Change the title or the due day of a milestone',
  method: 'PUT',
  url: '/communities/:communityId/milestones/:milestoneId',
  access: 'milestones:edit',
  params: MilestoneParams,
  body: MilestoneDraft,
  isConditional: true,
  success: { 200: Milestone },
  problems: ['changed-meanwhile', 'revision-missing'],
})

const note = Type.Optional(Nullable(Text))

const step = <const Verb extends MilestoneVerb, const Name extends string, Body extends Type.TSchema>(
  verb: Verb,
  operation: Name,
  summary: string,
  body: Body,
) =>
  defineRoute({
    operation,
    summary,
    method: 'POST',
    url: `/communities/:communityId/milestones/:milestoneId/${verb}` as const,
    access: 'milestones:edit',
    params: MilestoneParams,
    body,
    success: { 200: Milestone },
    problems: ['milestone-step-not-possible', 'reason-missing', 'step-in-future'],
  })

/** One route for each verb of the milestone rule. */
export const milestoneRoutes = {
  reach: step('reach', 'reachMilestone', 'It is reached, on a day, with a note', Shape({ on: Day, note })),
  drop: step('drop', 'dropMilestone', 'It is given up, on a day, with a reason', Shape({ on: Day, note })),
  reopen: step('reopen', 'reopenMilestone', 'It was settled by mistake, or is to be reached after all', Shape({})),
} as const satisfies Record<MilestoneVerb, unknown>
