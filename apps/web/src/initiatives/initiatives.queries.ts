import * as coordination from '@commonweal/contracts/coordinations'
import * as contract from '@commonweal/contracts/initiatives'
import type { InitiativeVerb } from '@commonweal/domain/initiatives/initiative'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { pagesAhead } from '../http/ahead.ts'
import { call } from '../http/call.ts'
import { searchedPages } from '../http/pages.ts'

export const initiativesRoot = (communityId: string) => ['communities', communityId, 'initiatives'] as const

export type InitiativeFilters = Omit<contract.InitiativeListQuery, 'cursor' | 'limit'>

export const fetchInitiatives = (communityId: string, query: contract.InitiativeListQuery, signal?: AbortSignal) =>
  call(contract.listInitiatives, { params: { communityId }, query }, signal)

export const initiativesPages = (communityId: string, filters: InitiativeFilters) =>
  searchedPages(
    [...initiativesRoot(communityId), 'list', filters],
    (from, signal) => fetchInitiatives(communityId, { ...filters, ...from }, signal),
    () => pagesAhead(contract.listInitiatives, { params: { communityId }, query: filters }),
  )

export const initiativeQuery = (communityId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [...initiativesRoot(communityId), initiativeId],
    queryFn: ({ signal }) => call(contract.readInitiative, { params: { communityId, initiativeId } }, signal),
  })

export const initiativeChoices = (communityId: string, q: string, isLivingOnly: boolean) =>
  queryOptions({
    queryKey: [...initiativesRoot(communityId), 'choices', isLivingOnly ? 'living' : 'all', q],
    queryFn: async ({ signal }) => {
      const { items } = await fetchInitiatives(
        communityId,
        { limit: 10, ...(q ? { q } : {}), ...(isLivingOnly ? { state: 'living' as const } : {}) },
        signal,
      )
      return items.map(({ id, title: name, state }) => ({ id, name, state }))
    },
    placeholderData: keepPreviousData,
  })

export function useStartInitiative(communityId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.InitiativeDraft) => call(contract.startInitiative, { params: { communityId }, body }),
    onSuccess: refresh,
  })
}

export function useEditInitiative(communityId: string, initiativeId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: ({ body, revision }: { body: contract.InitiativeEdit; revision: number }) =>
      call(contract.editInitiative, { params: { communityId, initiativeId }, body, revision }),
    onSuccess: refresh,
  })
}

/** One dated step of an initiative's life, whichever verb. */
export function useStepInitiative(communityId: string, initiativeId: string, verb: InitiativeVerb) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.InitiativeStepDraft) =>
      call(contract.initiativeRoutes[verb], { params: { communityId, initiativeId }, body }),
    onSuccess: refresh,
  })
}

export function useJoinInitiative(communityId: string, initiativeId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.ParticipationDraft) =>
      call(contract.joinInitiative, { params: { communityId, initiativeId }, body }),
    onSuccess: refresh,
  })
}

export function useLeaveInitiative(communityId: string, initiativeId: string, participationId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (on: string) =>
      call(contract.leaveInitiative, { params: { communityId, initiativeId, participationId }, body: { on } }),
    onSuccess: refresh,
  })
}

export function useReviewInitiative(communityId: string, initiativeId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.Review) =>
      call(contract.reviewInitiative, { params: { communityId, initiativeId }, body }),
    onSuccess: refresh,
  })
}

export function useTellEnding(communityId: string, initiativeId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: ({ body, revision }: { body: contract.Ending; revision: number }) =>
      call(contract.tellEnding, { params: { communityId, initiativeId }, body, revision }),
    onSuccess: refresh,
  })
}

export function useAppointCoordinator(communityId: string, initiativeId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: coordination.CoordinationDraft) =>
      call(coordination.appointCoordinator, { params: { communityId, initiativeId }, body }),
    onSuccess: refresh,
  })
}

export function useEndCoordination(communityId: string, initiativeId: string, coordinationId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (on: string) =>
      call(coordination.endCoordination, { params: { communityId, initiativeId, coordinationId }, body: { on } }),
    onSuccess: refresh,
  })
}

/** Puts the answer in its place; initiatives show on the pages of their partners, in the traces and today. */
function useRefresh(communityId: string) {
  const queries = useQueryClient()
  return async (initiative: contract.Initiative) => {
    queries.setQueryData(initiativeQuery(communityId, initiative.id).queryKey, initiative)
    await Promise.all(
      ['initiatives', 'partners', 'activity', 'today'].map((noun) =>
        queries.invalidateQueries({ queryKey: ['communities', communityId, noun] }),
      ),
    )
  }
}
