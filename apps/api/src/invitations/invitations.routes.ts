import * as contract from '@commonweal/contracts/invitations'
import { answerWithSession, deviceOf } from '../access/session-cookie.ts'
import { findAccountByEmail } from '../access/sessions.store.ts'
import { limiter } from '../http/rate-limit.ts'
import { serve, type House } from '../http/serve.ts'
import {
  acceptInvitation,
  acceptInvitationAsNew,
  heldInvitation,
  invitePerson,
  resendInvitation,
  revokeInvitation,
} from './invitations.actions.ts'
import { listInvitations } from './invitations.store.ts'

export function invitationRoutes(house: House): void {
  const linkLimit = limiter({ perAddress: 60, perSubject: 20, minutes: 15 })

  serve(house, contract.listInvitations, ({ scope, query }) => listInvitations(scope, query))
  serve(house, contract.invitePerson, ({ scope, body }) => invitePerson(scope, house.send, body))
  serve(house, contract.resendInvitation, ({ scope, params }) =>
    resendInvitation(scope, house.send, params.invitationId),
  )
  serve(house, contract.revokeInvitation, ({ scope, params }) => revokeInvitation(scope, params.invitationId))
  serve(house, contract.readInvitation, async ({ scope, body, request }) => {
    linkLimit(request, body.token, scope.now)
    const invitation = await heldInvitation(scope, body.token)
    return { ...invitation, hasAccount: (await findAccountByEmail(scope, invitation.email)) !== null }
  })
  serve(house, contract.acceptInvitation, ({ scope, body }) => acceptInvitation(scope, body.token))
  serve(house, contract.acceptInvitationAsNew, async ({ scope, body, request, reply }) => {
    linkLimit(request, body.token, scope.now)
    return answerWithSession(house, reply, await acceptInvitationAsNew(scope, body, deviceOf(request)))
  })
}
