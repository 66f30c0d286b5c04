import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Currency, Day, Id, Line, Nullable, Shape } from './values.ts'

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

export const CommunityDraft = Shape(
  {
    name: Line,
    slug: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,62}$' }),
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    timezone: Type.String({ minLength: 1, maxLength: 64 }),
    currency: Currency,
  },
  { $id: 'CommunityDraft' },
)
export type CommunityDraft = Type.Static<typeof CommunityDraft>

export const foundCommunity = defineRoute({
  operation: 'foundCommunity',
  summary: 'Found a community and be its first steward',
  method: 'POST',
  url: '/communities',
  access: 'signed-in',
  body: CommunityDraft,
  success: { 201: Shape({ id: Id, slug: Type.String() }) },
  problems: ['community-slug-taken', 'timezone-unknown'],
})
