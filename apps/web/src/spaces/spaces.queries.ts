import * as contract from '@commonweal/contracts/spaces'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { pagesAhead } from '../http/ahead.ts'
import { call } from '../http/call.ts'
import { everyItem, searchedPages } from '../http/pages.ts'

export const spacesRoot = (communityId: string) => ['communities', communityId, 'spaces'] as const

export type SpaceFilters = Omit<contract.SpaceListQuery, 'cursor' | 'limit'>

export const fetchSpaces = (communityId: string, query: contract.SpaceListQuery, signal?: AbortSignal) =>
  call(contract.listSpaces, { params: { communityId }, query }, signal)

export const spacesPages = (communityId: string, filters: SpaceFilters) =>
  searchedPages(
    [...spacesRoot(communityId), 'list', filters],
    (from, signal) => fetchSpaces(communityId, { ...filters, ...from }, signal),
    () => pagesAhead(contract.listSpaces, { params: { communityId }, query: filters }),
  )

/** The spaces by name, for choosing one of them or one of their hosts. */
export const spaceChoices = (communityId: string) =>
  queryOptions({
    queryKey: [...spacesRoot(communityId), 'choices'],
    queryFn: ({ signal }) => everyItem((page) => fetchSpaces(communityId, page, signal)),
  })

export const spaceQuery = (communityId: string, spaceId: string) =>
  queryOptions({
    queryKey: [...spacesRoot(communityId), spaceId],
    queryFn: ({ signal }) => call(contract.readSpace, { params: { communityId, spaceId } }, signal),
  })

export function useOfferSpace(communityId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.SpaceDraft) => call(contract.offerSpace, { params: { communityId }, body }),
    onSuccess: refresh,
  })
}

export function useEditSpace(communityId: string, spaceId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: ({ body, revision }: { body: contract.SpaceEdit; revision: number }) =>
      call(contract.editSpace, { params: { communityId, spaceId }, body, revision }),
    onSuccess: refresh,
  })
}

export function useWithdrawSpace(communityId: string, spaceId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: { on: string; reason: string | null }) =>
      call(contract.withdrawSpace, { params: { communityId, spaceId }, body }),
    onSuccess: refresh,
  })
}

/** Puts the answer in its place, and asks again for lists of spaces, their weeks and the traces. */
function useRefresh(communityId: string) {
  const queries = useQueryClient()
  return async (space: contract.Space) => {
    queries.setQueryData(spaceQuery(communityId, space.id).queryKey, space)
    await Promise.all(
      [spacesRoot(communityId), ...['calendars', 'activity'].map((noun) => ['communities', communityId, noun])].map(
        (queryKey) => queries.invalidateQueries({ queryKey }),
      ),
    )
  }
}
