import type { personSorts } from '@commonweal/contracts/people'
import { roles } from '@commonweal/domain/access/permissions'
import { readListSearch } from '../ui/list-search.ts'
import { idsIn } from '../ui/search-values.ts'

/** The roles of a community, and having none. */
export const roleChoices = [...roles, 'none'] as const
const sorts = [
  'name',
  '-name',
  'organisation',
  '-organisation',
  'since',
  '-since',
] as const satisfies readonly (typeof personSorts)[number][]

/** What the address of the list may say: words, a role, an order, and an organisation by its id. */
export const readPersonSearch = (raw: Record<string, unknown>) => ({
  ...readListSearch(raw, { role: roleChoices, sort: sorts }),
  ...idsIn(raw, ['organisationId']),
})
