import type { updateSorts } from '@commonweal/contracts/updates'
import { readListSearch } from '../ui/list-search.ts'
import { idsIn } from '../ui/search-values.ts'

/** The first one is the order without a choice. */
export const updateListSorts = [
  '-posted',
  'posted',
  'title',
  '-title',
] as const satisfies readonly (typeof updateSorts)[number][]

/** What the address of the list may say. */
export const readUpdateSearch = (raw: Record<string, unknown>) => ({
  ...readListSearch(raw, { sort: updateListSorts }),
  ...idsIn(raw, ['initiativeId', 'organisationId']),
})
