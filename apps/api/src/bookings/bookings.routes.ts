import * as contract from '@commonweal/contracts/bookings'
import { serve, type House } from '../http/serve.ts'
import { listBookings } from './bookings.store.ts'

export function bookingRoutes(house: House): void {
  serve(house, contract.listBookings, ({ scope, query }) => listBookings(scope, query))
}
