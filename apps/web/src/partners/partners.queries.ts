import * as contract from '@commonweal/contracts/partners'
import type { MembershipVerb } from '@commonweal/domain/partners/membership'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { pagesAhead } from '../http/ahead.ts'
import { call } from '../http/call.ts'
import { searchedPages } from '../http/pages.ts'

export const partnersRoot = (communityId: string) => ['communities', communityId, 'partners'] as const

export type PartnerFilters = Omit<contract.PartnerListQuery, 'cursor' | 'limit'>

export const fetchPartners = (communityId: string, query: contract.PartnerListQuery, signal?: AbortSignal) =>
  call(contract.listPartners, { params: { communityId }, query }, signal)

export const partnersPages = (communityId: string, filters: PartnerFilters) =>
  searchedPages(
    [...partnersRoot(communityId), 'list', filters],
    (from, signal) => fetchPartners(communityId, { ...filters, ...from }, signal),
    () => pagesAhead(contract.listPartners, { params: { communityId }, query: filters }),
  )

/** A few organisations whose name holds the words, for choosing one. */
export const partnerChoices = (communityId: string, q: string, isActiveOnly: boolean) =>
  queryOptions({
    queryKey: [...partnersRoot(communityId), 'choices', isActiveOnly ? 'active' : 'all', q],
    queryFn: async ({ signal }) => {
      const { items } = await fetchPartners(
        communityId,
        { limit: 10, ...(q ? { q } : {}), ...(isActiveOnly ? { state: 'active' as const } : {}) },
        signal,
      )
      return items.map(({ id, name, sector }) => ({ id, name, sector }))
    },
    placeholderData: keepPreviousData,
  })

export const partnerQuery = (communityId: string, partnerId: string) =>
  queryOptions({
    queryKey: [...partnersRoot(communityId), partnerId],
    queryFn: ({ signal }) => call(contract.readPartner, { params: { communityId, partnerId } }, signal),
  })

export function useAddPartner(communityId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.PartnerDraft) => call(contract.addPartner, { params: { communityId }, body }),
    onSuccess: refresh,
  })
}

export function useEditPartner(communityId: string, partnerId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: ({ body, revision }: { body: contract.PartnerEdit; revision: number }) =>
      call(contract.editPartner, { params: { communityId, partnerId }, body, revision }),
    onSuccess: refresh,
  })
}

/** One dated step of a membership, whichever verb. */
export function useStepPartner(communityId: string, partnerId: string, verb: MembershipVerb) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.StepDraft) =>
      call(contract.membershipRoutes[verb], { params: { communityId, partnerId }, body }),
    onSuccess: refresh,
  })
}

/** Puts the answer in its place, and asks again for every list of partners and for the traces. */
function useRefresh(communityId: string) {
  const queries = useQueryClient()
  return async (partner: contract.Partner) => {
    queries.setQueryData(partnerQuery(communityId, partner.id).queryKey, partner)
    await Promise.all([
      queries.invalidateQueries({ queryKey: partnersRoot(communityId) }),
      queries.invalidateQueries({ queryKey: ['communities', communityId, 'activity'] }),
    ])
  }
}
