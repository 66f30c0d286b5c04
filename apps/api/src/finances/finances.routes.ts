import * as contract from '@commonweal/contracts/finances'
import { serve, type House } from '../http/serve.ts'
import { listCosts, listReserves } from './finances.store.ts'

export function financeRoutes(house: House): void {
  serve(house, contract.listCosts, ({ scope, query }) => listCosts(scope, query))
  serve(house, contract.listReserves, ({ scope, query }) => listReserves(scope, query))
}
