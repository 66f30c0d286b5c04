import * as contract from '@commonweal/contracts/finances'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { askedAgain } from '../http/asked-again.ts'
import { call } from '../http/call.ts'
import { searchedPages } from '../http/pages.ts'

export const financesRoot = (communityId: string) => ['communities', communityId, 'finances'] as const

/** Of the whole community where no initiative is named. */
export const fundingPictureQuery = (communityId: string, initiativeId?: string) =>
  queryOptions({
    queryKey: [...financesRoot(communityId), 'picture', initiativeId ?? 'all'],
    queryFn: ({ signal }) =>
      call(
        contract.readFundingPicture,
        { params: { communityId }, query: initiativeId ? { initiativeId } : {} },
        signal,
      ),
  })

export const fetchCosts = (communityId: string, query: contract.CostListQuery, signal?: AbortSignal) =>
  call(contract.listCosts, { params: { communityId }, query }, signal)

export const fetchReserves = (communityId: string, query: contract.ReserveListQuery, signal?: AbortSignal) =>
  call(contract.listReserves, { params: { communityId }, query }, signal)

export const costsPages = (communityId: string, filters: Omit<contract.CostListQuery, 'cursor' | 'limit'>) =>
  searchedPages([...financesRoot(communityId), 'costs', filters], (from, signal) =>
    fetchCosts(communityId, { ...filters, ...from }, signal),
  )

export const reservesPages = (communityId: string, filters: Omit<contract.ReserveListQuery, 'cursor' | 'limit'>) =>
  searchedPages([...financesRoot(communityId), 'reserves', filters], (from, signal) =>
    fetchReserves(communityId, { ...filters, ...from }, signal),
  )

/** Adds a cost, or (with the one it replaces) puts it right. */
export function useSaveCost(communityId: string, cost: contract.CostRow | null) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.CostDraft) =>
      cost
        ? call(contract.editCost, { params: { communityId, costId: cost.id }, body, revision: cost.revision })
        : call(contract.addCost, { params: { communityId }, body }),
    onSettled: askedAgain(refresh),
  })
}

export function useRemoveCost(communityId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (costId: string) => call(contract.removeCost, { params: { communityId, costId } }),
    onSuccess: refresh,
  })
}

export function useCountReserve(communityId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.ReserveDraft) => call(contract.countReserve, { params: { communityId }, body }),
    onSuccess: refresh,
  })
}

export function useRemoveReserve(communityId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (reserveId: string) => call(contract.removeReserve, { params: { communityId, reserveId } }),
    onSuccess: refresh,
  })
}

export function useKeepReceipts(communityId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: () => call(contract.keepReceipts, { params: { communityId } }),
    onSuccess: refresh,
  })
}

function useRefresh(communityId: string) {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ['finances', 'pledges', 'activity'].map((noun) =>
        queries.invalidateQueries({ queryKey: ['communities', communityId, noun] }),
      ),
    )
}
