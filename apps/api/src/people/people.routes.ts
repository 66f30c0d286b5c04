import * as contract from '@commonweal/contracts/people'
import { serve, type House } from '../http/serve.ts'
import { listPeople } from './people.store.ts'

export function peopleRoutes(house: House): void {
  serve(house, contract.listPeople, ({ scope, query }) => listPeople(scope, query))
}
