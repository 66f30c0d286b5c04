import * as contract from '@commonweal/contracts/activity'
import { serve, type House } from '../http/serve.ts'
import { listActivity } from './activity.store.ts'

export function activityRoutes(house: House): void {
  serve(house, contract.listActivity, ({ scope, query }) => listActivity(scope, query))
}
