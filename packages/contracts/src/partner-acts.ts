import { participationRoles } from '@commonweal/domain/initiatives/initiative'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { Currency, Day, Id, idParams, listQuery, Nullable, OneOf, Page, Shape } from './values.ts'

export const partnerActKinds = ['membership', 'participation', 'booking', 'hosting', 'pledge', 'receipt'] as const
export const partnerActObjects = ['partner', 'initiative', 'booking', 'pledge'] as const

export const PartnerAct = Shape(
  {
    id: Id,
    on: Day,
    kind: OneOf(partnerActKinds),
    title: Nullable(
      Type.String({ description: 'The initiative, or the space; null where the whole community is meant' }),
    ),
    role: Nullable(OneOf(participationRoles)),
    objectKind: OneOf(partnerActObjects),
    objectId: Id,
    amountMinor: Nullable(Type.Integer()),
    currency: Nullable(Currency),
    quantity: Nullable(Type.Number()),
    unit: Nullable(Type.String()),
  },
  { $id: 'PartnerAct' },
)
export type PartnerAct = Type.Static<typeof PartnerAct>

export const listPartnerActs = defineRoute({
  operation: 'listPartnerActs',
  summary: 'What a partner did with others, the latest first: the acts behind active, quiet or dormant',
  method: 'GET',
  url: '/communities/:communityId/partners/:partnerId/acts',
  access: 'partners:read',
  params: idParams('partnerId'),
  query: Shape({ limit: listQuery.limit, cursor: listQuery.cursor }),
  success: { 200: Page(PartnerAct) },
  problems: [],
})
