import * as contract from '@commonweal/contracts/notices'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { askedAgain } from '../http/asked-again.ts'
import { call } from '../http/call.ts'
import { searchedPages } from '../http/pages.ts'

const root = (communityId: string) => ['communities', communityId, 'notices'] as const
const mostCounted = 99

export const fetchNotices = (communityId: string, query: contract.NoticeListQuery, signal?: AbortSignal) =>
  call(contract.listNotices, { params: { communityId }, query }, signal)

/** My notices, the latest first where no other order is asked for. */
export const noticesPages = (communityId: string, filters: Omit<contract.NoticeListQuery, 'cursor' | 'limit'>) =>
  searchedPages([...root(communityId), 'list', filters], (from, signal) =>
    fetchNotices(communityId, { ...filters, limit: 30, ...from }, signal),
  )

/** How many notices I have not read, up to 99; asked again now and then while the page is looked at. */
export const unreadCount = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'unread'],
    queryFn: ({ signal }) => fetchNotices(communityId, { limit: mostCounted, isRead: false }, signal),
    select: ({ items }) => items.length,
    staleTime: 60_000,
    refetchInterval: 120_000,
  })

export function useMarkRead(communityId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (noticeIds: readonly string[]) => {
      for (const noticeId of noticeIds) await call(contract.markNoticeRead, { params: { communityId, noticeId } })
    },
    onSettled: askedAgain(() =>
      Promise.all(
        ['notices', 'today'].map((noun) => queries.invalidateQueries({ queryKey: ['communities', communityId, noun] })),
      ),
    ),
  })
}

export function useWriteMessage(communityId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: contract.MessageDraft) => call(contract.writeMessage, { params: { communityId }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['communities', communityId, 'activity'] }),
  })
}

export const noticeSettingsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'settings'],
    queryFn: ({ signal }) => call(contract.readNoticeSettings, { params: { communityId } }, signal),
  })

export function useSetNoticeMails(communityId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (mails: contract.NoticeSettings['mails']) =>
      call(contract.setNoticeSettings, { params: { communityId }, body: { mails } }),
    onSuccess: (settings) => queries.setQueryData(noticeSettingsQuery(communityId).queryKey, settings),
  })
}
