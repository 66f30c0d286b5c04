import * as contract from '@commonweal/contracts/bookings'
import { ProblemError, found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import {
  approveBooking,
  attendBooking,
  cancelBooking,
  confirmBooking,
  declineBooking,
  holdBooking,
  releaseBooking,
  requestBooking,
} from './bookings.actions.ts'
import { askedPlaceSql, listBookings, readBooking, type AskedSpace } from './bookings.store.ts'

export function bookingRoutes(house: House): void {
  serve(house, contract.listBookings, ({ scope, query }) => {
    if (query.from && query.to && query.to < query.from)
      throw new ProblemError('dates-in-wrong-order', { from: query.from, to: query.to })
    return listBookings(scope, query)
  })
  serve(house, contract.readBooking, async ({ scope, params }) => found(await readBooking(scope, params.bookingId)))
  const place = { json: askedPlaceSql('c.id', '$5'), param: 'spaceId' }
  serve(
    house,
    contract.requestBooking,
    ({ scope, params, body, alongside }) => requestBooking(scope, params.spaceId, body, alongside as AskedSpace | null),
    { alongside: place },
  )
  serve(
    house,
    contract.holdBooking,
    ({ scope, params, body, alongside }) => holdBooking(scope, params.spaceId, body, alongside as AskedSpace | null),
    { alongside: place },
  )
  serve(house, contract.confirmBooking, ({ scope, params }) => confirmBooking(scope, params.bookingId))
  serve(house, contract.approveBooking, ({ scope, params }) => approveBooking(scope, params.bookingId))
  serve(house, contract.declineBooking, ({ scope, params, body }) =>
    declineBooking(scope, params.bookingId, body.reason ?? null),
  )
  serve(house, contract.cancelBooking, ({ scope, params, body }) =>
    cancelBooking(scope, params.bookingId, body.reason ?? null),
  )
  serve(house, contract.attendBooking, ({ scope, params, body }) =>
    attendBooking(scope, params.bookingId, body.attendance),
  )
  serve(house, contract.releaseBooking, ({ scope, params, body }) =>
    releaseBooking(scope, params.bookingId, body.reason ?? null),
  )
}
