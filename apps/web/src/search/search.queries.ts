import { searchCommunity } from '@commonweal/contracts/search'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'

export const searchQuery = (communityId: string, q: string) =>
  queryOptions({
    queryKey: ['communities', communityId, 'search', q],
    queryFn: ({ signal }) => call(searchCommunity, { params: { communityId }, query: { q } }, signal),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  })
