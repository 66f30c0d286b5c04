import * as contract from '@commonweal/contracts/pledges'
import * as receipts from '@commonweal/contracts/receipts'
import { pledgeVerbs } from '@commonweal/domain/pledges/pledge'
import { found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { editPledge, offerPledge, planPledge, readPledge, stepPledgeOn } from './pledges.actions.ts'
import { listPledges } from './pledges.store.ts'
import { correctReceipt, recordReceipt, strikeReceipt } from './receipts.actions.ts'

export function pledgeRoutes(house: House): void {
  serve(house, contract.listPledges, ({ scope, query }) => listPledges(scope, query))
  serve(house, contract.readPledge, async ({ scope, params }) => found(await readPledge(scope, params.pledgeId)))
  serve(house, contract.offerPledge, ({ scope, body }) => offerPledge(scope, body))
  serve(house, contract.editPledge, ({ scope, params, body, revision }) =>
    editPledge(scope, params.pledgeId, revision, body),
  )
  serve(house, contract.planPledge, ({ scope, params, body, revision }) =>
    planPledge(scope, params.pledgeId, revision, body),
  )
  for (const verb of pledgeVerbs) {
    const route = contract.pledgeStepRoutes[verb]
    serve(house, route, ({ scope, params, body }) => stepPledgeOn(scope, params.pledgeId, verb, route.operation, body))
  }
  serve(house, receipts.recordReceipt, ({ scope, params, body }) => recordReceipt(scope, params.pledgeId, body))
  serve(house, receipts.correctReceipt, ({ scope, params, body }) =>
    correctReceipt(scope, params.pledgeId, params.receiptId, body),
  )
  serve(house, receipts.strikeReceipt, ({ scope, params, body }) =>
    strikeReceipt(scope, params.pledgeId, params.receiptId, body.reason),
  )
}
