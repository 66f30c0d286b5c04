import { listPartnerActs } from '@commonweal/contracts/partner-acts'
import { call } from '../http/call.ts'
import { pagesOf } from '../http/pages.ts'
import { partnersRoot } from './partners.queries.ts'

/** What a partner did with others, the latest first. */
export const partnerActsPages = (communityId: string, partnerId: string) =>
  pagesOf([...partnersRoot(communityId), partnerId, 'acts'], (from, signal) =>
    call(listPartnerActs, { params: { communityId, partnerId }, query: { limit: 8, ...from } }, signal),
  )
