import * as coordination from '@commonweal/contracts/coordinations'
import * as contract from '@commonweal/contracts/initiatives'
import { initiativeVerbs } from '@commonweal/domain/initiatives/initiative'
import { found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { appointCoordinator, endCoordination } from './coordinations.actions.ts'
import {
  editInitiative,
  joinInitiative,
  leaveInitiative,
  startInitiative,
  stepInitiativeOn,
} from './initiatives.actions.ts'
import { listInitiatives, readInitiative } from './initiatives.store.ts'
import { reviewInitiative, tellEnding } from './review.actions.ts'

export function initiativeRoutes(house: House): void {
  serve(house, contract.listInitiatives, ({ scope, query }) => listInitiatives(scope, query))
  serve(house, contract.readInitiative, async ({ scope, params }) =>
    found(await readInitiative(scope, params.initiativeId)),
  )
  serve(house, contract.startInitiative, ({ scope, body }) => startInitiative(scope, body))
  serve(house, contract.editInitiative, ({ scope, params, body, revision }) =>
    editInitiative(scope, params.initiativeId, revision, body),
  )
  for (const verb of initiativeVerbs) {
    const route = contract.initiativeRoutes[verb]
    serve(house, route, ({ scope, params, body }) =>
      stepInitiativeOn(scope, params.initiativeId, verb, route.operation, body),
    )
  }
  serve(house, contract.joinInitiative, ({ scope, params, body }) => joinInitiative(scope, params.initiativeId, body))
  serve(house, contract.leaveInitiative, ({ scope, params, body }) =>
    leaveInitiative(scope, params.initiativeId, params.participationId, body.on),
  )
  serve(house, contract.reviewInitiative, ({ scope, params, body }) =>
    reviewInitiative(scope, params.initiativeId, body),
  )
  serve(house, contract.tellEnding, ({ scope, params, body, revision }) =>
    tellEnding(scope, params.initiativeId, revision, body),
  )
  serve(house, coordination.appointCoordinator, ({ scope, params, body }) =>
    appointCoordinator(scope, params.initiativeId, body),
  )
  serve(house, coordination.endCoordination, ({ scope, params, body }) =>
    endCoordination(scope, params.initiativeId, params.coordinationId, body.on),
  )
}
