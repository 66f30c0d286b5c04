import * as contract from '@commonweal/contracts/milestones'
import type { MilestoneVerb } from '@commonweal/domain/milestones/milestone'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { askedAgain } from '../http/asked-again.ts'
import { call } from '../http/call.ts'
import { everyItem, searchedPages } from '../http/pages.ts'

const root = (communityId: string) => ['communities', communityId, 'milestones'] as const

export const fetchMilestones = (communityId: string, query: contract.MilestoneListQuery, signal?: AbortSignal) =>
  call(contract.listMilestones, { params: { communityId }, query }, signal)

/** Milestones of all initiatives, page after page. */
export const milestonesPages = (communityId: string, filters: Omit<contract.MilestoneListQuery, 'cursor' | 'limit'>) =>
  searchedPages([...root(communityId), 'list', filters], (from, signal) =>
    fetchMilestones(communityId, { ...filters, ...from }, signal),
  )

/** All milestones of an initiative, in the order of their days. */
export const milestonesQuery = (communityId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'of', initiativeId],
    queryFn: ({ signal }) => everyItem((page) => fetchMilestones(communityId, { initiativeId, ...page }, signal)),
  })

/** Agrees on a milestone, or (with the one it replaces) puts it right. */
export function useSaveMilestone(communityId: string, initiativeId: string, milestone: contract.Milestone | null) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.MilestoneDraft) =>
      milestone
        ? call(contract.editMilestone, {
            params: { communityId, milestoneId: milestone.id },
            body,
            revision: milestone.revision,
          })
        : call(contract.addMilestone, { params: { communityId, initiativeId }, body }),
    onSettled: askedAgain(refresh),
  })
}

export function useStepMilestone(communityId: string, milestoneId: string) {
  const refresh = useRefresh(communityId)
  const params = { communityId, milestoneId }
  return useMutation({
    mutationFn: ({ verb, on, note }: { verb: MilestoneVerb; on: string; note: string | null }) => {
      const { reach, drop, reopen } = contract.milestoneRoutes
      if (verb === 'reopen') return call(reopen, { params, body: {} })
      return verb === 'reach' ? call(reach, { params, body: { on, note } }) : call(drop, { params, body: { on, note } })
    },
    onSettled: askedAgain(refresh),
  })
}

function useRefresh(communityId: string) {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ['milestones', 'activity', 'calendars'].map((noun) =>
        queries.invalidateQueries({ queryKey: ['communities', communityId, noun] }),
      ),
    )
}
