import type { pledgeSorts } from '@commonweal/contracts/pledges'
import { pledgeKinds, pledgeRoutes, pledgeStatuses } from '@commonweal/domain/pledges/pledge'
import { pledgeStandings } from '@commonweal/domain/pledges/pledge-standing'
import { readListSearch } from '../ui/list-search.ts'

export const pledgeListSorts = [
  '-from',
  'from',
  '-amount',
  'amount',
] as const satisfies readonly (typeof pledgeSorts)[number][]

/** What the address of the list may say. */
export const readPledgeSearch = (raw: Record<string, unknown>) => {
  const { initiativeId, organisationId } = raw
  return {
    ...readListSearch(raw, {
      kind: pledgeKinds,
      route: pledgeRoutes,
      status: pledgeStatuses,
      standing: pledgeStandings,
      sort: pledgeListSorts,
    }),
    ...(isId(initiativeId) ? { initiativeId } : {}),
    ...(isId(organisationId) ? { organisationId } : {}),
  }
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\da-f-]{36}$/i.test(value)
