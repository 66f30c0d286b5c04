import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { AmountMinor, CommunityParams, Currency, Day, Id, listQuery, Nullable, Page, Shape } from './values.ts'

export const CostRow = Shape(
  {
    id: Id,
    initiativeId: Nullable(Id),
    initiative: Nullable(Type.String()),
    dueOn: Day,
    amountMinor: AmountMinor,
    currency: Currency,
    label: Type.String(),
  },
  { $id: 'CostRow' },
)
export type CostRow = Type.Static<typeof CostRow>

export const ReserveRow = Shape(
  { id: Id, on: Day, amountMinor: AmountMinor, currency: Currency },
  { $id: 'ReserveRow' },
)
export type ReserveRow = Type.Static<typeof ReserveRow>

const query = Shape({ limit: listQuery.limit, cursor: listQuery.cursor })

export const listCosts = defineRoute({
  operation: 'listCosts',
  summary: 'Committed costs, latest due first',
  method: 'GET',
  url: '/communities/:communityId/costs',
  access: 'finances:read',
  params: CommunityParams,
  query,
  success: { 200: Page(CostRow) },
  problems: [],
})

export const listReserves = defineRoute({
  operation: 'listReserves',
  summary: 'Reserves on record, latest first',
  method: 'GET',
  url: '/communities/:communityId/reserves',
  access: 'finances:read',
  params: CommunityParams,
  query,
  success: { 200: Page(ReserveRow) },
  problems: [],
})
