import type { initiativeSorts } from '@commonweal/contracts/initiatives'
import { initiativeKinds, initiativeStates } from '@commonweal/domain/initiatives/initiative'
import { readListSearch } from '../ui/list-search.ts'
import type { InitiativeFilters } from './initiatives.queries.ts'

const sorts = [
  'title',
  '-title',
  'started',
  '-started',
  'planned-end',
  '-planned-end',
] as const satisfies readonly (typeof initiativeSorts)[number][]

export const shownStates = ['living', 'ended', ...initiativeStates] as const

/** What the address of the list may say. */
export function readInitiativeSearch(raw: Record<string, unknown>) {
  const { theme } = raw
  return {
    ...readListSearch(raw, {
      state: shownStates,
      kind: initiativeKinds,
      isReviewDue: ['true'],
      hasLesson: ['true'],
      sort: sorts,
    }),
    ...(typeof theme === 'string' && theme.trim() ? { theme: theme.slice(0, 100) } : {}),
  }
}

export type InitiativeSearch = ReturnType<typeof readInitiativeSearch>

/** The address as the contract asks. */
export function filtersOf({ isReviewDue, hasLesson, ...search }: InitiativeSearch): InitiativeFilters {
  return { ...search, ...(isReviewDue ? { isReviewDue: true } : {}), ...(hasLesson ? { hasLesson: true } : {}) }
}
