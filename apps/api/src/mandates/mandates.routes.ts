import * as contract from '@commonweal/contracts/mandates'
import { serve, type House } from '../http/serve.ts'
import { addMandate, editMandate, removeMandate } from './mandates.actions.ts'
import { listMandates } from './mandates.store.ts'

export function mandateRoutes(house: House): void {
  serve(house, contract.listMandates, ({ scope, query }) => listMandates(scope, query))
  serve(house, contract.addMandate, ({ scope, params, body }) => addMandate(scope, params.partnerId, body))
  serve(house, contract.editMandate, ({ scope, params, body, revision }) =>
    editMandate(scope, params.mandateId, revision, body),
  )
  serve(house, contract.removeMandate, ({ scope, params }) => removeMandate(scope, params.mandateId))
}
