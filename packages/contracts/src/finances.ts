import { costFormulas } from '@commonweal/domain/finances/committed-costs'
import { pledgeFormulas } from '@commonweal/domain/finances/funding-picture'
import { pledgeKinds, pledgeRoutes } from '@commonweal/domain/pledges/pledge'
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
  Line,
  listQuery,
  Nullable,
  OneOf,
  Page,
  Revision,
  Shape,
} from './values.ts'

export const CostRow = Shape(
  {
    id: Id,
    initiativeId: Nullable(Id),
    initiative: Nullable(Type.String()),
    dueOn: Day,
    amountMinor: AmountMinor,
    currency: Currency,
    label: Type.String(),
    revision: Revision,
  },
  { $id: 'CostRow' },
)
export type CostRow = Type.Static<typeof CostRow>

export const ReserveRow = Shape(
  { id: Id, on: Day, amountMinor: AmountMinor, currency: Currency },
  { $id: 'ReserveRow' },
)
export type ReserveRow = Type.Static<typeof ReserveRow>

export const CostDraft = Shape(
  {
    initiativeId: Type.Optional(Nullable(Id)),
    dueOn: Day,
    amountMinor: Type.Integer({ minimum: 1, maximum: LARGEST_MINOR, description: 'Minor units of the currency' }),
    currency: Currency,
    label: Line,
  },
  { $id: 'CostDraft' },
)
export type CostDraft = Type.Static<typeof CostDraft>

export const ReserveDraft = Shape(
  {
    on: Day,
    amountMinor: Type.Integer({ minimum: 0, maximum: LARGEST_MINOR, description: 'Minor units of the currency' }),
    currency: Currency,
  },
  { $id: 'ReserveDraft' },
)
export type ReserveDraft = Type.Static<typeof ReserveDraft>

const CostParams = idParams('costId')

export const costSorts = ['due', '-due', 'amount', '-amount'] as const

export const CostListQuery = Shape({
  ...listQuery,
  initiativeId: Type.Optional(Id),
  from: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Due on this day or later' })),
  to: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Due on this day or earlier' })),
  sort: Type.Optional(OneOf(costSorts)),
})
export type CostListQuery = Type.Static<typeof CostListQuery>

export const listCosts = defineRoute({
  operation: 'listCosts',
  summary: 'Committed costs; without another order the latest due first',
  method: 'GET',
  url: '/communities/:communityId/costs',
  access: 'finances:read',
  params: CommunityParams,
  query: CostListQuery,
  success: { 200: Page(CostRow) },
  problems: [],
})

export const addCost = defineRoute({
  operation: 'addCost',
  summary: 'The community, or one of its initiatives, is committed to a cost',
  method: 'POST',
  url: '/communities/:communityId/costs',
  access: 'finances:edit',
  params: CommunityParams,
  body: CostDraft,
  success: { 201: CostRow },
  problems: ['initiative-unknown'],
})

export const editCost = defineRoute({
  operation: 'editCost',
  summary: 'Put a cost right; what it said before stays on record',
  method: 'PUT',
  url: '/communities/:communityId/costs/:costId',
  access: 'finances:edit',
  params: CostParams,
  body: CostDraft,
  isConditional: true,
  success: { 200: CostRow },
  problems: ['changed-meanwhile', 'revision-missing', 'initiative-unknown'],
})

export const removeCost = defineRoute({
  operation: 'removeCost',
  summary: 'A cost falls away; what it said stays on record',
  method: 'DELETE',
  url: '/communities/:communityId/costs/:costId',
  access: 'finances:edit',
  params: CostParams,
  success: { 204: null },
  problems: [],
})

export const reserveSorts = ['on', '-on', 'amount', '-amount'] as const

export const ReserveListQuery = Shape({
  limit: listQuery.limit,
  cursor: listQuery.cursor,
  from: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Counted on this day or later' })),
  to: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Counted on this day or earlier' })),
  sort: Type.Optional(OneOf(reserveSorts)),
})
export type ReserveListQuery = Type.Static<typeof ReserveListQuery>

export const listReserves = defineRoute({
  operation: 'listReserves',
  summary: 'Reserves on record; without another order the latest count first',
  method: 'GET',
  url: '/communities/:communityId/reserves',
  access: 'finances:read',
  params: CommunityParams,
  query: ReserveListQuery,
  success: { 200: Page(ReserveRow) },
  problems: [],
})

export const countReserve = defineRoute({
  operation: 'countReserve',
  summary: 'Money put by, as counted on a day',
  method: 'POST',
  url: '/communities/:communityId/reserves',
  access: 'finances:edit',
  params: CommunityParams,
  body: ReserveDraft,
  success: { 201: ReserveRow },
  problems: ['step-in-future'],
})

export const removeReserve = defineRoute({
  operation: 'removeReserve',
  summary: 'A count was wrong; what it said stays on record',
  method: 'DELETE',
  url: '/communities/:communityId/reserves/:reserveId',
  access: 'finances:edit',
  params: idParams('reserveId'),
  success: { 204: null },
  problems: [],
})

export const keepReceipts = defineRoute({
  operation: 'keepReceipts',
  summary: 'From now on this community keeps what arrives: no receipt means nothing arrived',
  method: 'POST',
  url: '/communities/:communityId/receipts/keep',
  access: 'finances:edit',
  params: CommunityParams,
  success: { 200: Shape({ isReceiptsKnown: Type.Boolean() }) },
  problems: [],
})

const figure = {
  amountMinor: Nullable(Type.Integer({ description: 'Minor units of the currency of the line' })),
  quantity: Nullable(Type.Number({ description: 'In the unit of the line; null beside a null amount: not known' })),
}

export const PledgeFigure = Shape(
  { formula: OneOf(pledgeFormulas), ...figure, pledgeIds: Type.Array(Id) },
  { $id: 'PledgeFigure' },
)
export type PledgeFigure = Type.Static<typeof PledgeFigure>

const ratio = Nullable(Type.Number({ minimum: 0, description: 'Share of the line; null where it is not known' }))
const share = <Key extends Type.TProperties>(key: Key) =>
  Type.Array(
    Shape({
      ...key,
      promised: PledgeFigure,
      received: PledgeFigure,
      promisedShareRatio: ratio,
      receivedShareRatio: ratio,
    }),
  )

export const FundingLine = Shape(
  {
    kind: OneOf(pledgeKinds),
    currency: Nullable(Currency),
    unit: Nullable(Type.String()),
    figures: Type.Array(PledgeFigure),
    byRoute: share({ route: OneOf(pledgeRoutes) }),
    byOrganisation: share({ organisationId: Id, organisation: Type.String() }),
    byInitiative: share({ initiativeId: Nullable(Id), initiative: Nullable(Type.String()) }),
  },
  { $id: 'FundingLine', description: 'All of one kind in one currency or unit; lines are never added up' },
)
export type FundingLine = Type.Static<typeof FundingLine>

export const FundingPicture = Shape(
  {
    asOf: Day,
    isReceiptsKnown: Type.Boolean(),
    lines: Type.Array(FundingLine),
    costs: Type.Array(
      Shape({
        currency: Currency,
        figures: Type.Array(
          Shape({
            formula: OneOf(costFormulas),
            amountMinor: Nullable(Type.Integer()),
            costIds: Type.Array(Id),
          }),
        ),
      }),
    ),
  },
  { $id: 'FundingPicture' },
)
export type FundingPicture = Type.Static<typeof FundingPicture>

export const readFundingPicture = defineRoute({
  operation: 'readFundingPicture',
  summary: 'What is promised, received, due, overdue and ahead, of the community or of one initiative',
  method: 'GET',
  url: '/communities/:communityId/funding-picture',
  access: 'finances:read',
  params: CommunityParams,
  query: Shape({ initiativeId: Type.Optional(Id) }),
  success: { 200: FundingPicture },
  problems: ['initiative-unknown'],
})
