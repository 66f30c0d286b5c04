import type { assessmentSorts } from '@commonweal/contracts/assessments'
import { readListSearch } from '../ui/list-search.ts'
import { monthsIn } from '../ui/search-values.ts'

/** The first one is the order without a choice. */
export const recordListSorts = ['-month', 'month'] as const satisfies readonly (typeof assessmentSorts)[number][]

/** What the address of the record may say. */
export const readRecordSearch = ({ sort, from, to }: Record<string, unknown>) => ({
  ...readListSearch({ sort }, { sort: recordListSorts }),
  ...monthsIn({ from, to }, ['from', 'to']),
})
