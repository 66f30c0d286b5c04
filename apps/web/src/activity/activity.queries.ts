import * as contract from '@commonweal/contracts/activity'
import { call } from '../http/call.ts'
import { pagesOf, searchedPages } from '../http/pages.ts'

const root = (communityId: string) => ['communities', communityId, 'activity'] as const

export function fetchActivity(communityId: string, query: contract.ActivityListQuery, signal?: AbortSignal) {
  return call(contract.listActivity, { params: { communityId }, query }, signal)
}

/** Who changed what, the latest first where no other order is asked for. */
export const activityPages = (communityId: string, filters: Omit<contract.ActivityListQuery, 'cursor'>) =>
  searchedPages([...root(communityId), filters], (from, signal) =>
    fetchActivity(communityId, { ...filters, ...from }, signal),
  )

/** Who changed one thing, the latest first. */
export const historyPages = (communityId: string, objectId: string) =>
  pagesOf([...root(communityId), 'of', objectId], (from, signal) =>
    fetchActivity(communityId, { objectId, limit: 20, ...from }, signal),
  )
