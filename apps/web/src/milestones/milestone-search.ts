import type { milestoneSorts } from '@commonweal/contracts/milestones'
import { milestoneStandings } from '@commonweal/domain/milestones/milestone'
import { readListSearch } from '../ui/list-search.ts'
import { daysIn, idsIn } from '../ui/search-values.ts'

/** The first one is the order without a choice. */
export const milestoneListSorts = [
  'due',
  '-due',
  'title',
  '-title',
] as const satisfies readonly (typeof milestoneSorts)[number][]

/** What the address of the list may say. */
export const readMilestoneSearch = (raw: Record<string, unknown>) => ({
  ...readListSearch(raw, { standing: milestoneStandings, sort: milestoneListSorts }),
  ...idsIn(raw, ['initiativeId']),
  ...daysIn(raw, ['from', 'to']),
})
