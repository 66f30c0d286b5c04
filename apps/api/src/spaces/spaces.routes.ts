import * as contract from '@commonweal/contracts/spaces'
import { found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { editSpace, offerSpace, withdrawSpace } from './spaces.actions.ts'
import { listSpaces, readSpace } from './spaces.store.ts'

export function spaceRoutes(house: House): void {
  serve(house, contract.listSpaces, ({ scope, query }) => listSpaces(scope, query))
  serve(house, contract.readSpace, async ({ scope, params }) => found(await readSpace(scope, params.spaceId)))
  serve(house, contract.offerSpace, ({ scope, body }) => offerSpace(scope, body))
  serve(house, contract.editSpace, ({ scope, params, body, revision }) =>
    editSpace(scope, params.spaceId, revision, body),
  )
  serve(house, contract.withdrawSpace, ({ scope, params, body }) =>
    withdrawSpace(scope, params.spaceId, body.on, body.reason ?? null),
  )
}
