import * as files from '@commonweal/contracts/files'
import * as contract from '@commonweal/contracts/updates'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { askedAgain } from '../http/asked-again.ts'
import { call, callForFile } from '../http/call.ts'
import { pagesOf, searchedPages } from '../http/pages.ts'

const root = (communityId: string) => ['communities', communityId, 'updates'] as const

export const fetchUpdates = (communityId: string, query: contract.UpdateListQuery, signal?: AbortSignal) =>
  call(contract.listUpdates, { params: { communityId }, query }, signal)

/** Updates of all initiatives, the latest first where no other order is asked for. */
export const updatesPages = (communityId: string, filters: Omit<contract.UpdateListQuery, 'cursor' | 'limit'>) =>
  searchedPages([...root(communityId), 'list', filters], (from, signal) =>
    fetchUpdates(communityId, { ...filters, ...from }, signal),
  )

/** Updates of one initiative, the latest first, a few at a time. */
export const updatesOf = (communityId: string, initiativeId: string) =>
  pagesOf([...root(communityId), 'of', initiativeId], (from, signal) =>
    fetchUpdates(communityId, { initiativeId, limit: 5, ...from }, signal),
  )

export const fetchFile = (communityId: string, fileId: string, signal?: AbortSignal) =>
  callForFile(files.readFile, { params: { communityId, fileId } }, signal)

/** The bytes of a picture. They never change: asked once while the page is open. */
export const pictureQuery = (communityId: string, fileId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'picture', fileId],
    queryFn: ({ signal }) => fetchFile(communityId, fileId, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Posts an update, or (with the one it replaces) puts it right. */
export function useSaveUpdate(communityId: string, initiativeId: string, update: contract.Update | null) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.UpdateDraft) =>
      update
        ? call(contract.editUpdate, { params: { communityId, updateId: update.id }, body, revision: update.revision })
        : call(contract.postUpdate, { params: { communityId, initiativeId }, body }),
    onSettled: askedAgain(refresh),
  })
}

export function useRemoveUpdate(communityId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (updateId: string) => call(contract.removeUpdate, { params: { communityId, updateId } }),
    onSuccess: refresh,
  })
}

function useRefresh(communityId: string) {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: root(communityId) }),
      queries.invalidateQueries({ queryKey: ['communities', communityId, 'activity'] }),
    ])
}
