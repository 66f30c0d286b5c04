import * as contract from '@commonweal/contracts/activity'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '../http/call.ts'

const root = (communityId: string) => ['communities', communityId, 'activity'] as const

export function fetchActivity(communityId: string, query: contract.ActivityListQuery, signal?: AbortSignal) {
  return call(contract.listActivity, { params: { communityId }, query }, signal)
}

/** Who changed what, the latest first; of one thing, or of the whole community. */
export const activityPages = (communityId: string, filters: Omit<contract.ActivityListQuery, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: [...root(communityId), filters],
    queryFn: ({ pageParam, signal }) =>
      fetchActivity(communityId, { ...filters, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
