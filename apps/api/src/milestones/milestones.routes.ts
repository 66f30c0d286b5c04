import * as contract from '@commonweal/contracts/milestones'
import { serve, type House } from '../http/serve.ts'
import { addMilestone, editMilestone, stepMilestone } from './milestones.actions.ts'
import { listMilestones } from './milestones.store.ts'

export function milestoneRoutes(house: House): void {
  serve(house, contract.listMilestones, ({ scope, query }) => listMilestones(scope, query))
  serve(house, contract.addMilestone, ({ scope, params, body }) => addMilestone(scope, params.initiativeId, body))
  serve(house, contract.editMilestone, ({ scope, params, body, revision }) =>
    editMilestone(scope, params.milestoneId, revision, body),
  )
  for (const verb of ['reach', 'drop'] as const) {
    const route = contract.milestoneRoutes[verb]
    serve(house, route, ({ scope, params, body }) =>
      stepMilestone(scope, params.milestoneId, verb, route.operation, { on: body.on, note: body.note ?? null }),
    )
  }
  const { reopen } = contract.milestoneRoutes
  serve(house, reopen, ({ scope, params }) =>
    stepMilestone(scope, params.milestoneId, 'reopen', reopen.operation, { on: scope.today, note: null }),
  )
}
