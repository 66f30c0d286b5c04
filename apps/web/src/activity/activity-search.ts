import type { activity as activityWords } from '@commonweal/words/en/activity'
import { readListSearch } from '../ui/list-search.ts'
import { daysIn, idsIn } from '../ui/search-values.ts'

type ObjectKind = keyof typeof activityWords.object

// Said again rather than taken from the words: an address is read before any page, and would bring them all along.
const known: Readonly<Record<ObjectKind, true>> = {
  partner: true,
  initiative: true,
  space: true,
  booking: true,
  pledge: true,
  person: true,
  invitation: true,
  community: true,
  cost: true,
  reserve: true,
  flag: true,
  thresholds: true,
}
export const objectKinds = Object.keys(known) as ObjectKind[]

/** What the address of the activity may say: words, a kind of thing, an organisation, days, an order. */
export interface ActivitySearch {
  q?: string
  objectKind?: ObjectKind
  organisationId?: string
  from?: string
  to?: string
  sort?: 'at'
}

export const readActivitySearch = (raw: Record<string, unknown>): ActivitySearch => ({
  ...(objectKinds.some((kind) => kind === raw['objectKind']) ? { objectKind: raw['objectKind'] as ObjectKind } : {}),
  ...idsIn(raw, ['organisationId']),
  ...daysIn(raw, ['from', 'to']),
  ...readListSearch(raw, { sort: ['at'] }),
})
