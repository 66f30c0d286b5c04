import * as contract from '@commonweal/contracts/activity'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'

const root = (communityId: string) => ['communities', communityId, 'activity'] as const

/** Who changed what, the latest first; of one thing, or of the whole community. */
export const activityPages = (communityId: string, objectId?: string, limit = 20) =>
  infiniteQueryOptions({
    queryKey: [...root(communityId), objectId ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      call(
        contract.listActivity,
        {
          params: { communityId },
          query: { limit, ...(objectId ? { objectId } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
