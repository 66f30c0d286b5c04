import type { engagementChoices, partnerSorts } from '@commonweal/contracts/partners'
import { engagements } from '@commonweal/domain/partners/engagements'
import { membershipStates } from '@commonweal/domain/partners/membership'
import { legalStatuses, sectors } from '@commonweal/domain/partners/sectors'
import { readListSearch } from '../ui/list-search.ts'

const sorts = [
  'name',
  '-name',
  'joined',
  '-joined',
  'initiatives',
  '-initiatives',
  'last-act',
  '-last-act',
] as const satisfies readonly (typeof partnerSorts)[number][]
export const shownEngagements = [
  ...engagements,
  'silent',
] as const satisfies readonly (typeof engagementChoices)[number][]
export const shownStates = [...membershipStates, 'any', 'none'] as const

/** What the address of the list may say. */
export const readPartnerSearch = (raw: Record<string, unknown>) =>
  readListSearch(raw, {
    sector: sectors,
    legalStatus: legalStatuses,
    state: shownStates,
    engagement: shownEngagements,
    sort: sorts,
  })
