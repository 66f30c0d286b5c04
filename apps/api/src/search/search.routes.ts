import * as contract from '@commonweal/contracts/search'
import { serve, type House } from '../http/serve.ts'
import { searchCommunity } from './search.store.ts'

export function searchRoutes(house: House): void {
  serve(house, contract.searchCommunity, async ({ scope, query }) => ({ items: await searchCommunity(scope, query.q) }))
}
