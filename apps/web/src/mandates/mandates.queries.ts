import * as contract from '@commonweal/contracts/mandates'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { askedAgain } from '../http/asked-again.ts'
import { call } from '../http/call.ts'
import { searchedPages } from '../http/pages.ts'

const root = (communityId: string) => ['communities', communityId, 'mandates'] as const

export const fetchMandates = (communityId: string, query: contract.MandateListQuery, signal?: AbortSignal) =>
  call(contract.listMandates, { params: { communityId }, query }, signal)

export const mandatesPages = (communityId: string, filters: Omit<contract.MandateListQuery, 'cursor' | 'limit'>) =>
  searchedPages([...root(communityId), 'list', filters], (from, signal) =>
    fetchMandates(communityId, { ...filters, ...from }, signal),
  )

/** A mandate as it stands with its organisation. */
export interface KnownMandate {
  readonly id: string
  readonly endsOn: string
  readonly label: string
  readonly revision: number
}

/** Puts down the end of a mandate, or (with the one it replaces) puts it right. */
export function useSaveMandate(communityId: string, partnerId: string, mandate: KnownMandate | null) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.MandateDraft) =>
      mandate
        ? call(contract.editMandate, {
            params: { communityId, mandateId: mandate.id },
            body,
            revision: mandate.revision,
          })
        : call(contract.addMandate, { params: { communityId, partnerId }, body }),
    onSettled: askedAgain(refresh),
  })
}

export function useRemoveMandate(communityId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (mandateId: string) => call(contract.removeMandate, { params: { communityId, mandateId } }),
    onSuccess: refresh,
  })
}

/** Mandates show with their organisation, in its trace, and in the signs of public dominance. */
function useRefresh(communityId: string) {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ['mandates', 'partners', 'activity', 'risks'].map((noun) =>
        queries.invalidateQueries({ queryKey: ['communities', communityId, noun] }),
      ),
    )
}
