import type { costSorts } from '@commonweal/contracts/finances'
import { readListSearch } from '../ui/list-search.ts'
import { daysIn, idsIn } from '../ui/search-values.ts'

/** The first one is the order without a choice. */
export const costListSorts = [
  '-due',
  'due',
  '-amount',
  'amount',
] as const satisfies readonly (typeof costSorts)[number][]

/** What the address of the list may say. */
export const readCostSearch = (raw: Record<string, unknown>) => ({
  ...readListSearch(raw, { sort: costListSorts }),
  ...idsIn(raw, ['initiativeId']),
  ...daysIn(raw, ['from', 'to']),
})
