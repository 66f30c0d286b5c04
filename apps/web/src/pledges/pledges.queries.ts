import { readInitiative } from '@commonweal/contracts/initiatives'
import * as contract from '@commonweal/contracts/pledges'
import * as receipts from '@commonweal/contracts/receipts'
import type { PledgeVerb } from '@commonweal/domain/pledges/pledge'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { pagesAhead } from '../http/ahead.ts'
import { call } from '../http/call.ts'
import { searchedPages } from '../http/pages.ts'

export const pledgesRoot = (communityId: string) => ['communities', communityId, 'pledges'] as const

export type PledgeFilters = Omit<contract.PledgeListQuery, 'cursor' | 'limit'>

export const fetchPledges = (communityId: string, query: contract.PledgeListQuery, signal?: AbortSignal) =>
  call(contract.listPledges, { params: { communityId }, query }, signal)

export const pledgesPages = (communityId: string, filters: PledgeFilters) =>
  searchedPages(
    [...pledgesRoot(communityId), 'list', filters],
    (from, signal) => fetchPledges(communityId, { ...filters, ...from }, signal),
    () => pagesAhead(contract.listPledges, { params: { communityId }, query: filters }),
  )

export const pledgeQuery = (communityId: string, pledgeId: string) =>
  queryOptions({
    queryKey: [...pledgesRoot(communityId), pledgeId],
    queryFn: ({ signal }) => call(contract.readPledge, { params: { communityId, pledgeId } }, signal),
  })

/** Organisations that answer for an initiative: its leading partners. Of the community itself only stewards answer. */
export const receiversQuery = (communityId: string, initiativeId: string | null) =>
  queryOptions({
    queryKey: [...pledgesRoot(communityId), 'receivers', initiativeId],
    queryFn: async ({ signal }) => {
      if (initiativeId === null) return []
      const { participations } = await call(readInitiative, { params: { communityId, initiativeId } }, signal)
      return participations
        .filter(({ role, to }) => (role === 'lead' || role === 'co-lead') && to === null)
        .map(({ organisationId }) => organisationId)
    },
  })

export function useOfferPledge(communityId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.PledgeDraft) => call(contract.offerPledge, { params: { communityId }, body }),
    onSuccess: refresh,
  })
}

export function useEditPledge(communityId: string, pledgeId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: ({ body, revision }: { body: contract.PledgeEdit; revision: number }) =>
      call(contract.editPledge, { params: { communityId, pledgeId }, body, revision }),
    onSuccess: refresh,
  })
}

export function usePlanPledge(communityId: string, pledgeId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: ({ body, revision }: { body: contract.PlanDraft; revision: number }) =>
      call(contract.planPledge, { params: { communityId, pledgeId }, body, revision }),
    onSuccess: refresh,
  })
}

/** One dated step of a pledge, whichever verb. */
export function useStepPledge(communityId: string, pledgeId: string, verb: PledgeVerb) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.PledgeStepDraft) =>
      call(contract.pledgeStepRoutes[verb], { params: { communityId, pledgeId }, body }),
    onSuccess: refresh,
  })
}

export function useRecordReceipt(communityId: string, pledgeId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: receipts.ReceiptDraft) =>
      call(receipts.recordReceipt, { params: { communityId, pledgeId }, body }),
    onSuccess: refresh,
  })
}

/** A receipt put right, or (without a new content) struck. */
export function useCorrectReceipt(communityId: string, pledgeId: string, receiptId: string) {
  const refresh = useRefresh(communityId)
  const params = { communityId, pledgeId, receiptId }
  return useMutation({
    mutationFn: ({ reason, draft }: { reason: string; draft: receipts.ReceiptDraft | null }) =>
      draft
        ? call(receipts.correctReceipt, { params, body: { ...draft, reason } })
        : call(receipts.strikeReceipt, { params, body: { reason } }),
    onSuccess: refresh,
  })
}

/** Puts the answer in its place, and asks again for pledges, the funding picture and the traces. */
function useRefresh(communityId: string) {
  const queries = useQueryClient()
  return async (pledge: contract.Pledge) => {
    queries.setQueryData(pledgeQuery(communityId, pledge.id).queryKey, pledge)
    await Promise.all(
      ['pledges', 'finances', 'today', 'activity'].map((noun) =>
        queries.invalidateQueries({ queryKey: ['communities', communityId, noun] }),
      ),
    )
  }
}
