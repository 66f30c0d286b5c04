import { listPartnerActs as partnerActs } from '@commonweal/contracts/partner-acts'
import * as contract from '@commonweal/contracts/partners'
import { membershipVerbs } from '@commonweal/domain/partners/membership'
import { ProblemError, found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { addPartner, editPartner, stepPartner } from './partners.actions.ts'
import { isPartner, listPartnerActs } from './partner-acts.store.ts'
import { listPartners, readPartner } from './partners.store.ts'

export function partnerRoutes(house: House): void {
  serve(house, contract.listPartners, ({ scope, query }) => listPartners(scope, query))
  serve(house, contract.readPartner, async ({ scope, params }) => found(await readPartner(scope, params.partnerId)))
  serve(house, partnerActs, async ({ scope, params, query }) => {
    const page = await listPartnerActs(scope, params.partnerId, query)
    if (page.items.length === 0 && !(await isPartner(scope, params.partnerId))) throw new ProblemError('not-found')
    return page
  })
  serve(house, contract.addPartner, ({ scope, body }) => addPartner(scope, body))
  serve(house, contract.editPartner, ({ scope, params, body, revision }) =>
    editPartner(scope, params.partnerId, revision, body),
  )
  for (const verb of membershipVerbs) {
    serve(house, contract.membershipRoutes[verb], ({ scope, params, body }) =>
      stepPartner(scope, params.partnerId, verb, body),
    )
  }
}
