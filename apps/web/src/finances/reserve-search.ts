import type { reserveSorts } from '@commonweal/contracts/finances'
import { daysIn } from '../ui/search-values.ts'

/** The first one is the order without a choice. */
export const reserveListSorts = [
  '-on',
  'on',
  '-amount',
  'amount',
] as const satisfies readonly (typeof reserveSorts)[number][]

/** What the address of the list may say. */
export const readReserveSearch = (raw: Record<string, unknown>) => {
  const sort = reserveListSorts.find((one) => one === raw['sort'])
  return { ...daysIn(raw, ['from', 'to']), ...(sort ? { sort } : {}) }
}
