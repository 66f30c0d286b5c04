import * as contract from '@commonweal/contracts/calendars'
import { listMilestones, type Milestone } from '@commonweal/contracts/milestones'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call, callForFile } from '../http/call.ts'
import { everyItem } from '../http/pages.ts'

export const calendarsRoot = (communityId: string) => ['communities', communityId, 'calendars'] as const

export const spaceWeekQuery = (communityId: string, spaceId: string, week: string) =>
  queryOptions({
    queryKey: [...calendarsRoot(communityId), 'week', spaceId, week],
    queryFn: ({ signal }) =>
      call(contract.readSpaceWeek, { params: { communityId, spaceId }, query: { week } }, signal),
    placeholderData: keepPreviousData,
  })

/** Everything that takes place from a day to another, both included; all pages of it. */
export const whatIsOnQuery = (communityId: string, from: string, to: string) =>
  queryOptions({
    queryKey: [...calendarsRoot(communityId), 'what-is-on', from, to],
    queryFn: ({ signal }) =>
      everyItem((page) =>
        call(contract.listWhatIsOn, { params: { communityId }, query: { from, to, ...page } }, signal),
      ),
    placeholderData: keepPreviousData,
  })

export const fetchCommunityCalendar = (communityId: string) =>
  callForFile(contract.calendarRoutes.community, { params: { communityId } })

export const fetchInitiativeCalendar = (communityId: string, initiativeId: string) =>
  callForFile(contract.calendarRoutes.initiative, { params: { communityId, initiativeId } })

/** Milestones that are due from a day to another and neither reached nor dropped. */
export const milestonesDueQuery = (communityId: string, from: string, to: string) =>
  queryOptions({
    queryKey: [...calendarsRoot(communityId), 'milestones', from, to],
    queryFn: async ({ signal }): Promise<Milestone[]> => {
      const due = await everyItem((page) =>
        call(listMilestones, { params: { communityId }, query: { from, to, ...page } }, signal),
      )
      return due.filter(({ reachedOn, droppedOn }) => reachedOn === null && droppedOn === null)
    },
    placeholderData: keepPreviousData,
  })
