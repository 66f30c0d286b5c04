import { readToday } from '@commonweal/contracts/today'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'

/** What waits for me; asked again whenever I come back to the page. */
export const todayQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['communities', communityId, 'today'],
    queryFn: ({ signal }) => call(readToday, { params: { communityId } }, signal),
    staleTime: 0,
  })
