import * as contract from '@commonweal/contracts/people'
import { found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { appointRepresentative, endRepresentation, giveRole, readmitPerson, suspendPerson } from './people.actions.ts'
import { listPeople, readPerson } from './people.store.ts'

export function peopleRoutes(house: House): void {
  serve(house, contract.listPeople, ({ scope, query }) => listPeople(scope, query))
  serve(house, contract.readPerson, async ({ scope, params }) => found(await readPerson(scope, params.personId)))
  serve(house, contract.giveRole, ({ scope, params, body }) => giveRole(scope, params.personId, body.role))
  serve(house, contract.suspendPerson, ({ scope, params, body }) => suspendPerson(scope, params.personId, body.reason))
  serve(house, contract.readmitPerson, ({ scope, params }) => readmitPerson(scope, params.personId))
  serve(house, contract.appointRepresentative, ({ scope, params, body }) =>
    appointRepresentative(scope, params.personId, body),
  )
  serve(house, contract.endRepresentation, ({ scope, params, body }) =>
    endRepresentation(scope, params.personId, body.organisationId, body.on),
  )
}
