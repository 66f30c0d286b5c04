import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Id, Nullable, OneOf, Shape } from './values.ts'

export const searchKinds = ['partner', 'initiative', 'space', 'person', 'pledge', 'milestone', 'update'] as const

export const SearchHit = Shape(
  {
    kind: OneOf(searchKinds),
    id: Type.Unsafe<string>({ ...Id, description: 'Of the thing; of its initiative for a milestone or an update' }),
    title: Type.String(),
    detail: Nullable(
      Type.String({ description: 'What tells two of one name apart: sector, state, host, funder, initiative' }),
    ),
  },
  { $id: 'SearchHit' },
)
export type SearchHit = Type.Static<typeof SearchHit>

export const searchCommunity = defineRoute({
  operation: 'searchCommunity',
  summary: 'Find partners, initiatives, spaces, people, pledges, milestones and updates by a word; best first',
  method: 'GET',
  url: '/communities/:communityId/search',
  access: 'communities:read',
  params: CommunityParams,
  query: Shape({ q: Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000\\p{Cs}]*$' }) }),
  success: { 200: Shape({ items: Type.Array(SearchHit) }) },
  problems: [],
})
