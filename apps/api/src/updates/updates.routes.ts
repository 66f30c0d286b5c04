import * as contract from '@commonweal/contracts/updates'
import { serve, type House } from '../http/serve.ts'
import { editUpdate, postUpdate, removeUpdate } from './updates.actions.ts'
import { listUpdates } from './updates.store.ts'

export function updateRoutes(house: House): void {
  serve(house, contract.listUpdates, ({ scope, query }) => listUpdates(scope, query))
  serve(house, contract.postUpdate, ({ scope, params, body }) => postUpdate(scope, params.initiativeId, body))
  serve(house, contract.editUpdate, ({ scope, params, body, revision }) =>
    editUpdate(scope, house.files, params.updateId, revision, body),
  )
  serve(house, contract.removeUpdate, ({ scope, params }) => removeUpdate(scope, house.files, params.updateId))
}
