import type { mandateSorts } from '@commonweal/contracts/mandates'
import { readListSearch } from '../ui/list-search.ts'
import { daysIn, idsIn } from '../ui/search-values.ts'

/** The first one is the order without a choice. */
export const mandateListSorts = ['ends', '-ends'] as const satisfies readonly (typeof mandateSorts)[number][]

/** What the address of the list may say. */
export const readMandateSearch = (raw: Record<string, unknown>) => ({
  ...readListSearch(raw, { sort: mandateListSorts }),
  ...idsIn(raw, ['organisationId']),
  ...daysIn(raw, ['from', 'to']),
})
