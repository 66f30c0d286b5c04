import * as contract from '@commonweal/contracts/communities'
import { found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { editSettings, foundCommunity } from './communities.actions.ts'
import { readCommunity, readSettings } from './communities.store.ts'

export function communityRoutes(house: House): void {
  serve(house, contract.readCommunity, async ({ scope }) => found(await readCommunity(scope)))
  serve(house, contract.readSettings, async ({ scope }) => found(await readSettings(scope)))
  serve(house, contract.editSettings, ({ scope, body, revision }) => editSettings(scope, revision, body))
  serve(house, contract.foundCommunity, ({ scope, body }) => foundCommunity(scope, body))
}
