import * as contract from '@commonweal/contracts/imports'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, callForFile } from '../http/call.ts'

const importsRoot = (communityId: string) => ['communities', communityId, 'imports'] as const

const askAgainMs = 700

/** One import; asked again until it has come to its end. */
export const importQuery = (communityId: string, importId: string) =>
  queryOptions({
    queryKey: [...importsRoot(communityId), importId],
    queryFn: ({ signal }) => call(contract.readImport, { params: { communityId, importId } }, signal),
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'running' ? false : askAgainMs),
    staleTime: askAgainMs,
  })

interface StartedImport {
  readonly bytes: Uint8Array
  readonly isDryRun: boolean
  readonly isLenient: boolean
}

export function useStartImport(communityId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ bytes, isDryRun, isLenient }: StartedImport) =>
      call(contract.startImport, { params: { communityId }, query: { isDryRun, isLenient }, body: bytes }),
    onSuccess: (started) => queries.setQueryData(importQuery(communityId, started.id).queryKey, started),
  })
}

/** An import that was done may have changed anything in the community. */
export function useRefreshAfter(communityId: string, run: contract.Import | undefined): void {
  const queries = useQueryClient()
  const isDone = run?.status === 'done' && !run.isDryRun
  const importId = run?.id
  useEffect(() => {
    if (!isDone) return
    const isAboutImports = (key: readonly unknown[]) => key[2] === 'imports'
    void queries.invalidateQueries({
      queryKey: ['communities', communityId],
      predicate: ({ queryKey }) => !isAboutImports(queryKey),
    })
    void queries.invalidateQueries({ queryKey: ['me'] })
  }, [queries, communityId, isDone, importId])
}

export function useExportCommunity(communityId: string) {
  return useMutation({ mutationFn: () => callForFile(contract.exportCommunity, { params: { communityId } }) })
}
