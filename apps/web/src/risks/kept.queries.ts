import * as assessments from '@commonweal/contracts/assessments'
import * as handling from '@commonweal/contracts/handling'
import * as thresholds from '@commonweal/contracts/thresholds'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { pagesOf, searchedPages } from '../http/pages.ts'

const root = (communityId: string) => ['communities', communityId, 'risks'] as const

/** As many as the line of months can mark; sixteen years without a revision. */
const MOST = 200

/** What was said of the months, and what people do against flags: marks for the line of months. */
export const keptQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'kept'],
    queryFn: async ({ signal }) => {
      const [said, measures] = await Promise.all([
        fetchAssessments(communityId, { limit: MOST }, signal),
        fetchHandlings(communityId, { limit: MOST, kind: 'mitigate' }, signal),
      ])
      return { said: said.items, measures: measures.items }
    },
    staleTime: 60_000,
  })

export const fetchAssessments = (communityId: string, query: assessments.AssessmentListQuery, signal?: AbortSignal) =>
  call(assessments.listAssessments, { params: { communityId }, query }, signal)

export const assessmentsPages = (
  communityId: string,
  filters: Omit<assessments.AssessmentListQuery, 'cursor' | 'limit'>,
) =>
  searchedPages([...root(communityId), 'said', filters], (from, signal) =>
    fetchAssessments(communityId, { ...filters, ...from }, signal),
  )

export const fetchHandlings = (communityId: string, query: handling.HandlingListQuery, signal?: AbortSignal) =>
  call(handling.listHandlings, { params: { communityId }, query }, signal)

export const handlingsPages = (communityId: string, filters: Omit<handling.HandlingListQuery, 'cursor' | 'limit'>) =>
  searchedPages([...root(communityId), 'answers', filters], (from, signal) =>
    fetchHandlings(communityId, { ...filters, ...from }, signal),
  )

export const flagStandingQuery = (communityId: string, flag: handling.HandledFlag) =>
  queryOptions({
    queryKey: [...root(communityId), 'standing', flag],
    queryFn: ({ signal }) => call(handling.readFlagStanding, { params: { communityId, flag } }, signal),
  })

export const fetchThresholds = (
  communityId: string,
  query: { limit?: number; cursor?: string },
  signal?: AbortSignal,
) => call(thresholds.listThresholds, { params: { communityId }, query }, signal)

export const thresholdsPages = (communityId: string) =>
  pagesOf([...root(communityId), 'thresholds'], (from, signal) => fetchThresholds(communityId, from, signal))

export function useSetThresholds(communityId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: thresholds.ThresholdDraft) => call(thresholds.setThresholds, { params: { communityId }, body }),
    onSuccess: refresh,
  })
}

/** What somebody says about a flag; the kind decides which of it counts. */
export interface FlagAnswer {
  readonly kind: handling.HandlingRow['kind']
  readonly note: string
  readonly day: string
  readonly initiativeId: string
}

export function useHandleFlag(communityId: string, flag: handling.HandledFlag) {
  const refresh = useRefresh(communityId)
  const params = { communityId, flag }
  return useMutation({
    mutationFn: ({ kind, note, day, initiativeId }: FlagAnswer) => {
      switch (kind) {
        case 'acknowledge':
          return call(handling.acknowledgeFlag, { params, body: note ? { note } : {} })
        case 'mitigate':
          return call(handling.mitigateFlag, {
            params,
            body: { note, ...(day ? { reviewOn: day } : {}), ...(initiativeId ? { initiativeId } : {}) },
          })
        case 'accept':
          return call(handling.acceptFlag, { params, body: { reason: note, until: day } })
        case 'dismiss':
          return call(handling.dismissFlag, { params, body: { reason: note } })
      }
    },
    onSuccess: refresh,
  })
}

function useRefresh(communityId: string) {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ['risks', 'today', 'activity'].map((noun) =>
        queries.invalidateQueries({ queryKey: ['communities', communityId, noun] }),
      ),
    )
}
