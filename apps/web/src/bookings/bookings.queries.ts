import * as contract from '@commonweal/contracts/bookings'
import { addDays } from '@commonweal/domain/values/day'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { searchedPages } from '../http/pages.ts'

export const bookingsRoot = (communityId: string) => ['communities', communityId, 'bookings'] as const

export type BookingFilters = Omit<contract.BookingListQuery, 'cursor' | 'limit'>

export const fetchBookings = (communityId: string, query: contract.BookingListQuery, signal?: AbortSignal) =>
  call(contract.listBookings, { params: { communityId }, query }, signal)

export const bookingsPages = (communityId: string, filters: BookingFilters) =>
  searchedPages([...bookingsRoot(communityId), 'list', filters], (from, signal) =>
    fetchBookings(communityId, { ...filters, ...from }, signal),
  )

/** The next bookings of a space, from a day on. */
export const bookingsAhead = (communityId: string, spaceId: string, from: string) =>
  queryOptions({
    queryKey: [...bookingsRoot(communityId), 'ahead', spaceId, from],
    queryFn: ({ signal }) => fetchBookings(communityId, { spaceId, from, sort: 'starts', limit: 20 }, signal),
  })

/** What is booked for an initiative: the next from a day on, and the last before it. */
export const bookingsOfInitiative = (communityId: string, initiativeId: string, today: string) =>
  queryOptions({
    queryKey: [...bookingsRoot(communityId), 'of-initiative', initiativeId, today],
    queryFn: async ({ signal }) => {
      const [ahead, past] = await Promise.all([
        fetchBookings(communityId, { initiativeId, from: today, sort: 'starts', limit: 20 }, signal),
        fetchBookings(communityId, { initiativeId, to: addDays(today, -1), sort: '-starts', limit: 20 }, signal),
      ])
      const shown = new Set(ahead.items.map(({ id }) => id))
      return { ahead: ahead.items, past: past.items.filter(({ id }) => !shown.has(id)) }
    },
  })

export const bookingQuery = (communityId: string, bookingId: string) =>
  queryOptions({
    queryKey: [...bookingsRoot(communityId), bookingId],
    queryFn: ({ signal }) => call(contract.readBooking, { params: { communityId, bookingId } }, signal),
  })

export function useRequestBooking(communityId: string, spaceId: string) {
  const refresh = useRefresh(communityId)
  return useMutation({
    mutationFn: (body: contract.BookingDraft) =>
      call(contract.requestBooking, { params: { communityId, spaceId }, body }),
    onSuccess: refresh,
  })
}

/** What can become of a booking, with what each step is told. */
export type BookingStep =
  | { readonly verb: 'confirm' | 'approve' }
  | { readonly verb: 'decline' | 'cancel' | 'release'; readonly reason: string | null }
  | { readonly verb: 'attend'; readonly attendance: number }

export function useStepBooking(communityId: string, bookingId: string) {
  const refresh = useRefresh(communityId)
  const params = { communityId, bookingId }
  return useMutation({
    mutationFn: (step: BookingStep): Promise<contract.Booking> => {
      switch (step.verb) {
        case 'confirm':
          return call(contract.confirmBooking, { params })
        case 'approve':
          return call(contract.approveBooking, { params })
        case 'decline':
          return call(contract.declineBooking, { params, body: { reason: step.reason } })
        case 'cancel':
          return call(contract.cancelBooking, { params, body: { reason: step.reason } })
        case 'release':
          return call(contract.releaseBooking, { params, body: { reason: step.reason } })
        case 'attend':
          return call(contract.attendBooking, { params, body: { attendance: step.attendance } })
      }
    },
    onSuccess: refresh,
  })
}

/** Puts the answer in its place, and asks again for bookings, calendars, spaces and the traces. */
function useRefresh(communityId: string) {
  const queries = useQueryClient()
  return async (booking: contract.Booking) => {
    queries.setQueryData(bookingQuery(communityId, booking.id).queryKey, booking)
    await Promise.all(
      ['bookings', 'calendars', 'spaces', 'today', 'activity'].map((noun) =>
        queries.invalidateQueries({ queryKey: ['communities', communityId, noun] }),
      ),
    )
  }
}
