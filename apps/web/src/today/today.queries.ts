import { readSignsToday, readToday } from '@commonweal/contracts/today'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'

/** What waits for me; asked again whenever I come back to the page. */
export const todayQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['communities', communityId, 'today'],
    queryFn: ({ signal }) => call(readToday, { params: { communityId } }, signal),
    staleTime: 0,
  })

/** Signs of the other threats; asked for beside the rest, for they take longer to read. */
export const signsTodayQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['communities', communityId, 'today', 'signs'],
    queryFn: ({ signal }) => call(readSignsToday, { params: { communityId } }, signal),
    staleTime: 60_000,
  })
