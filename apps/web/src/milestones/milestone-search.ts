import type { milestoneSorts } from '@commonweal/contracts/milestones'
import type { milestoneStandings } from '@commonweal/domain/milestones/milestone'
import { readListSearch } from '../ui/list-search.ts'
import { daysIn, idsIn } from '../ui/search-values.ts'

export const shownStandings = [
  'open',
  'overdue',
  'reached',
  'dropped',
] as const satisfies readonly (typeof milestoneStandings)[number][]
/** The first one is the order without a choice. */
export const milestoneListSorts = [
  'due',
  '-due',
  'title',
  '-title',
] as const satisfies readonly (typeof milestoneSorts)[number][]

/** What the address of the list may say. */
export const readMilestoneSearch = (raw: Record<string, unknown>) => ({
  ...readListSearch(raw, { standing: shownStandings, sort: milestoneListSorts }),
  ...idsIn(raw, ['initiativeId']),
  ...daysIn(raw, ['from', 'to']),
})
