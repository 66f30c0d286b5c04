import { pledgeKinds, pledgeRelations, pledgeRoutes, pledgeStatuses } from '@commonweal/domain/pledges/pledge'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { AmountMinor, CommunityParams, Currency, Day, Id, idParams, listQuery, Nullable, OneOf, Page, Revision, Shape } from './values.ts'

const Quantity = Type.Number({ minimum: 0, maximum: 1e9 })

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
  receivedMinor: Nullable(Type.Integer({ description: 'Sum received so far; null where receipts are not kept' })),
  dueMinor: Nullable(Type.Integer({ description: 'Sum of instalments due by today; null where there are no instalments' })),
}

export const PledgeRow = Shape(row, { $id: 'PledgeRow' })
export type PledgeRow = Type.Static<typeof PledgeRow>

export const Pledge = Shape(
  {
    ...row,
    relation: Nullable(OneOf(pledgeRelations)),
    confirmedOn: Nullable(Day),
    instalments: Type.Array(
      Shape({ dueOn: Day, amountMinor: Nullable(AmountMinor), quantity: Nullable(Quantity) }),
    ),
    receipts: Type.Array(
      Shape({ receivedOn: Day, amountMinor: Nullable(Type.Integer()), quantity: Nullable(Type.Number()) }),
    ),
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
  organisationId: Type.Optional(Id),
  initiativeId: Type.Optional(Id),
  sort: Type.Optional(OneOf(pledgeSorts)),
})
export type PledgeListQuery = Type.Static<typeof PledgeListQuery>

export const listPledges = defineRoute({
  operation: 'listPledges',
  summary: 'What organisations pledged, to an initiative or to the community',
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
  summary: 'One pledge with instalments and receipts',
  method: 'GET',
  url: '/communities/:communityId/pledges/:pledgeId',
  access: 'pledges:read',
  params: idParams('pledgeId'),
  success: { 200: Pledge },
  problems: [],
})
