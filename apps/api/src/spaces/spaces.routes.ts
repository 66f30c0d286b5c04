import * as contract from '@commonweal/contracts/spaces'
import { found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { listSpaces, readSpace } from './spaces.store.ts'

export function spaceRoutes(house: House): void {
  serve(house, contract.listSpaces, ({ scope, query }) => listSpaces(scope, query))
  serve(house, contract.readSpace, async ({ scope, params }) => found(await readSpace(scope, params.spaceId)))
}
