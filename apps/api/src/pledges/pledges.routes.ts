import * as contract from '@commonweal/contracts/pledges'
import { found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { listPledges, readPledge } from './pledges.store.ts'

export function pledgeRoutes(house: House): void {
  serve(house, contract.listPledges, ({ scope, query }) => listPledges(scope, query))
  serve(house, contract.readPledge, async ({ scope, params }) => found(await readPledge(scope, params.pledgeId)))
}
