import * as contract from '@commonweal/contracts/finances'
import { serve, type House } from '../http/serve.ts'
import { addCost, countReserve, editCost, keepReceipts, removeCost, removeReserve } from './finances.actions.ts'
import { listCosts, listReserves } from './finances.store.ts'
import { readFundingPicture } from './funding-picture.actions.ts'

export function financeRoutes(house: House): void {
  serve(house, contract.listCosts, ({ scope, query }) => listCosts(scope, query))
  serve(house, contract.addCost, ({ scope, body }) => addCost(scope, body))
  serve(house, contract.editCost, ({ scope, params, body, revision }) => editCost(scope, params.costId, revision, body))
  serve(house, contract.removeCost, ({ scope, params }) => removeCost(scope, params.costId))
  serve(house, contract.listReserves, ({ scope, query }) => listReserves(scope, query))
  serve(house, contract.countReserve, ({ scope, body }) => countReserve(scope, body))
  serve(house, contract.removeReserve, ({ scope, params }) => removeReserve(scope, params.reserveId))
  serve(house, contract.keepReceipts, ({ scope }) => keepReceipts(scope))
  serve(house, contract.readFundingPicture, ({ scope, query }) => readFundingPicture(scope, query.initiativeId ?? null))
}
