import { listPartnerActs } from '@commonweal/contracts/partner-acts'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { partnersRoot } from './partners.queries.ts'

/** What a partner did with others, the latest first. */
export const partnerActsPages = (communityId: string, partnerId: string) =>
  infiniteQueryOptions({
    queryKey: [...partnersRoot(communityId), partnerId, 'acts'],
    queryFn: ({ pageParam, signal }) =>
      call(
        listPartnerActs,
        { params: { communityId, partnerId }, query: { limit: 8, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
