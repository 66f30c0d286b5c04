import type { bookingSorts } from '@commonweal/contracts/bookings'
import { bookingStatuses } from '@commonweal/domain/bookings/booking'
import { readListSearch } from '../ui/list-search.ts'

export const when = ['coming', 'past'] as const
export const cancelled = ['shown'] as const
export const bookingListSorts = ['-starts', 'starts'] as const satisfies readonly (typeof bookingSorts)[number][]

/** What the address of the list may say. */
export const readBookingSearch = (raw: Record<string, unknown>) => {
  const { spaceId } = raw
  return {
    ...readListSearch(raw, { when, status: bookingStatuses, cancelled, sort: bookingListSorts }),
    ...(typeof spaceId === 'string' && /^[\da-f-]{36}$/i.test(spaceId) ? { spaceId } : {}),
  }
}

export type BookingSearch = ReturnType<typeof readBookingSearch>
