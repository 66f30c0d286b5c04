import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Currency, Day, Id, Nullable, Shape } from './values.ts'

export const CommunityOverview = Shape(
  {
    id: Id,
    slug: Type.String(),
    name: Type.String(),
    country: Type.String(),
    timezone: Type.String(),
    currency: Currency,
    dataCompleteThrough: Nullable(Day),
    note: Nullable(Type.String()),
    counts: Shape({
      partners: Type.Integer(),
      organisations: Type.Integer(),
      initiatives: Type.Integer(),
      runningInitiatives: Type.Integer(),
      spaces: Type.Integer(),
      pledges: Type.Integer(),
    }),
  },
  { $id: 'CommunityOverview' },
)
export type CommunityOverview = Type.Static<typeof CommunityOverview>

export const readCommunity = defineRoute({
  operation: 'readCommunity',
  summary: 'A community and how much it holds',
  method: 'GET',
  url: '/communities/:communityId',
  access: 'communities:read',
  params: CommunityParams,
  success: { 200: CommunityOverview },
  problems: [],
})
