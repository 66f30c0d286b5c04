import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Id, Nullable, OneOf, Shape } from './values.ts'

export const searchKinds = ['partner', 'initiative', 'space', 'person', 'pledge'] as const

export const SearchHit = Shape(
  {
    kind: OneOf(searchKinds),
    id: Id,
    title: Type.String(),
    detail: Nullable(Type.String({ description: 'What tells two of one name apart: sector, state, host, funder' })),
  },
  { $id: 'SearchHit' },
)
export type SearchHit = Type.Static<typeof SearchHit>

export const searchCommunity = defineRoute({
  operation: 'searchCommunity',
  summary: 'Find partners, initiatives, spaces, people and pledges by a word; best first',
  method: 'GET',
  url: '/communities/:communityId/search',
  access: 'communities:read',
  params: CommunityParams,
  query: Shape({ q: Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000\\p{Cs}]*$' }) }),
  success: { 200: Shape({ items: Type.Array(SearchHit) }) },
  problems: [],
})
