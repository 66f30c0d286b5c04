import { planRhythms } from '@commonweal/domain/pledges/instalment-plan'
import {
  pledgeKinds,
  pledgeRelations,
  pledgeRoutes,
  pledgeStatuses,
  type PledgeVerb,
} from '@commonweal/domain/pledges/pledge'
import { instalmentStandings, pledgeStandings } from '@commonweal/domain/pledges/pledge-standing'
import { LARGEST_MINOR } from '@commonweal/domain/values/money'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import {
  AmountMinor,
  CommunityParams,
  Currency,
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
  Word,
} from './values.ts'

const Quantity = Type.Number({ minimum: 0, maximum: 1e9 })
const SignedMinor = Type.Integer({ description: 'Minor units of the currency; negative: handed back' })

const row = {
  id: Id,
  organisationId: Id,
  organisation: Type.String(),
  initiativeId: Nullable(Id),
  initiative: Nullable(Type.String()),
  kind: OneOf(pledgeKinds),
  route: OneOf(pledgeRoutes),
  amountMinor: Nullable(AmountMinor),
  currency: Nullable(Currency),
  quantity: Nullable(Quantity),
  unit: Nullable(Type.String()),
  from: Nullable(Day),
  to: Nullable(Day),
  status: OneOf(pledgeStatuses),
  standing: Type.Unsafe<(typeof pledgeStandings)[number]>({
    ...OneOf(pledgeStandings),
    description: 'Where the pledge stands today, from its status, its instalments and its receipts',
  }),
  receivedMinor: Nullable(Type.Integer({ description: 'Sum received by today; null where receipts are not kept' })),
  receivedQuantity: Nullable(Type.Number({ description: 'The same in the unit of the pledge' })),
  dueMinor: Nullable(
    Type.Integer({ description: 'Sum of instalments due by today; null where there are no instalments' }),
  ),
  dueQuantity: Nullable(Type.Number({ description: 'The same in the unit of the pledge' })),
  overdueMinor: Nullable(
    Type.Integer({
      description:
        'What should have arrived before today and has not; null where it is not owed, not planned or not known',
    }),
  ),
  overdueQuantity: Nullable(Type.Number({ description: 'The same in the unit of the pledge' })),
  overdueDays: Nullable(
    Type.Integer({ description: 'Age of the oldest overdue instalment; null where none is overdue' }),
  ),
}

export const PledgeRow = Shape(row, { $id: 'PledgeRow' })
export type PledgeRow = Type.Static<typeof PledgeRow>

export const Pledge = Shape(
  {
    ...row,
    relation: Nullable(OneOf(pledgeRelations)),
    confirmedOn: Nullable(Day),
    instalments: Type.Array(
      Shape({
        id: Id,
        dueOn: Day,
        amountMinor: Nullable(AmountMinor),
        quantity: Nullable(Quantity),
        standing: Nullable(OneOf(instalmentStandings)),
        receivedMinor: Nullable(Type.Integer({ description: 'What arrived for it, the oldest instalment first' })),
        receivedQuantity: Nullable(Type.Number()),
        overdueDays: Nullable(Type.Integer()),
      }),
    ),
    receipts: Type.Array(
      Shape({ id: Id, receivedOn: Day, amountMinor: Nullable(SignedMinor), quantity: Nullable(Type.Number()) }),
    ),
    steps: Type.Array(Shape({ status: OneOf(pledgeStatuses), on: Day, reason: Nullable(Type.String()) })),
    isReceiptsKnown: Type.Boolean({ description: 'Whether this community keeps receipts at all' }),
    revision: Revision,
  },
  { $id: 'Pledge' },
)
export type Pledge = Type.Static<typeof Pledge>

export const pledgeSorts = ['from', '-from', 'amount', '-amount'] as const

export const PledgeListQuery = Shape({
  ...listQuery,
  kind: Type.Optional(OneOf(pledgeKinds)),
  route: Type.Optional(OneOf(pledgeRoutes)),
  status: Type.Optional(OneOf(pledgeStatuses)),
  standing: Type.Optional(OneOf(pledgeStandings)),
  organisationId: Type.Optional(Id),
  initiativeId: Type.Optional(Id),
  sort: Type.Optional(OneOf(pledgeSorts)),
})
export type PledgeListQuery = Type.Static<typeof PledgeListQuery>

const PledgedMinor = Type.Integer({ minimum: 1, maximum: LARGEST_MINOR, description: 'Minor units of the currency' })
const PledgedQuantity = Type.Number({ minimum: 0.01, maximum: 1e9, description: 'To the hundredth of the unit' })

const terms = {
  kind: OneOf(pledgeKinds),
  route: OneOf(pledgeRoutes),
  relation: Type.Optional(Nullable(OneOf(pledgeRelations))),
  amountMinor: Type.Optional(Nullable(PledgedMinor)),
  currency: Type.Optional(Nullable(Currency)),
  quantity: Type.Optional(Nullable(PledgedQuantity)),
  unit: Type.Optional(Nullable(Word(40))),
  from: Type.Optional(Nullable(Day)),
  to: Type.Optional(Nullable(Day)),
}

export const PledgeDraft = Shape(
  { organisationId: Id, initiativeId: Type.Optional(Nullable(Id)), ...terms },
  { $id: 'PledgeDraft' },
)
export type PledgeDraft = Type.Static<typeof PledgeDraft>
export const PledgeEdit = Shape(terms, { $id: 'PledgeEdit' })
export type PledgeEdit = Type.Static<typeof PledgeEdit>

export const PlanDraft = Shape(
  {
    regular: Type.Optional(
      Shape({ count: Type.Integer({ minimum: 1, maximum: 240 }), firstDueOn: Day, every: OneOf(planRhythms) }),
    ),
    instalments: Type.Optional(
      Type.Array(
        Shape({
          dueOn: Day,
          amountMinor: Type.Optional(Nullable(PledgedMinor)),
          quantity: Type.Optional(Nullable(PledgedQuantity)),
        }),
        { maxItems: 240 },
      ),
    ),
  },
  {
    $id: 'PlanDraft',
    minProperties: 1,
    maxProperties: 1,
    description: 'Either equal instalments, or instalments one by one; an empty list takes the plan away',
  },
)
export type PlanDraft = Type.Static<typeof PlanDraft>

const PledgeParams = idParams('pledgeId')

export const listPledges = defineRoute({
  operation: 'listPledges',
  summary: 'What organisations pledged, to an initiative or to the community, and where it stands',
  method: 'GET',
  url: '/communities/:communityId/pledges',
  access: 'pledges:read',
  params: CommunityParams,
  query: PledgeListQuery,
  success: { 200: Page(PledgeRow) },
  problems: [],
})

export const readPledge = defineRoute({
  operation: 'readPledge',
  summary: 'One pledge with steps, instalments and receipts',
  method: 'GET',
  url: '/communities/:communityId/pledges/:pledgeId',
  access: 'pledges:read',
  params: PledgeParams,
  success: { 200: Pledge },
  problems: [],
})

export const offerPledge = defineRoute({
  operation: 'offerPledge',
  summary: 'An organisation offers money, goods, rooms or time to an initiative or to the community',
  method: 'POST',
  url: '/communities/:communityId/pledges',
  access: 'pledges:offer',
  params: CommunityParams,
  body: PledgeDraft,
  success: { 201: Pledge },
  problems: [
    'organisation-unknown',
    'initiative-unknown',
    'initiative-not-open',
    'pledge-measure-not-valid',
    'quantity-too-fine',
    'dates-in-wrong-order',
  ],
})

export const editPledge = defineRoute({
  operation: 'editPledge',
  summary: 'Change the terms of a pledge before it is confirmed; a plan that no longer sums to it falls away',
  method: 'PUT',
  url: '/communities/:communityId/pledges/:pledgeId',
  access: 'pledges:edit',
  params: PledgeParams,
  body: PledgeEdit,
  isConditional: true,
  success: { 200: Pledge },
  problems: [
    'changed-meanwhile',
    'revision-missing',
    'pledge-not-editable',
    'pledge-measure-not-valid',
    'quantity-too-fine',
    'dates-in-wrong-order',
  ],
})

export const planPledge = defineRoute({
  operation: 'planPledge',
  summary: 'Say in which instalments a pledge falls due, before it is confirmed; they sum exactly to it',
  method: 'POST',
  url: '/communities/:communityId/pledges/:pledgeId/plan',
  access: 'pledges:edit',
  params: PledgeParams,
  body: PlanDraft,
  isConditional: true,
  success: { 200: Pledge },
  problems: [
    'changed-meanwhile',
    'revision-missing',
    'pledge-not-editable',
    'plan-not-possible',
    'plan-does-not-sum',
    'quantity-too-fine',
  ],
})

export const PledgeStepDraft = Shape(
  {
    on: Day,
    reason: Type.Optional(Nullable(Text)),
    revision: Type.Optional(
      Type.Integer({ minimum: 1, description: 'The revision decided on; a pledge changed since then is not stepped' }),
    ),
  },
  { $id: 'PledgeStepDraft' },
)
export type PledgeStepDraft = Type.Static<typeof PledgeStepDraft>

const step = <
  const Verb extends PledgeVerb,
  const Name extends string,
  const Access extends 'pledges:answer' | 'pledges:withdraw',
>(
  verb: Verb,
  operation: Name,
  access: Access,
  summary: string,
) =>
  defineRoute({
    operation,
    summary,
    method: 'POST',
    url: `/communities/:communityId/pledges/:pledgeId/${verb}` as const,
    access,
    params: PledgeParams,
    body: PledgeStepDraft,
    success: { 200: Pledge },
    problems: [
      'pledge-step-not-possible',
      'reason-missing',
      'step-before-last-step',
      'step-in-future',
      'changed-meanwhile',
    ],
  })

/** One route for each verb of the pledge table. */
export const pledgeStepRoutes = {
  accept: step('accept', 'acceptPledge', 'pledges:answer', 'The receiving side wants it'),
  confirm: step('confirm', 'confirmPledge', 'pledges:answer', 'It is settled; from now on others rely on it'),
  decline: step('decline', 'declinePledge', 'pledges:answer', 'The receiving side does not take it, with a reason'),
  withdraw: step(
    'withdraw',
    'withdrawPledge',
    'pledges:withdraw',
    'Take the offer back before it is confirmed, with a reason',
  ),
  cancel: step('cancel', 'cancelPledge', 'pledges:answer', 'It falls away by agreement, with a reason'),
  'write-off': step('write-off', 'writeOffPledge', 'pledges:answer', 'It is no longer expected, with a reason'),
} as const satisfies Record<PledgeVerb, unknown>
