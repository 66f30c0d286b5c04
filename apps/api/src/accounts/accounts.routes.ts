import * as contract from '@commonweal/contracts/accounts'
import { answerWithSession, deviceOf } from '../access/session-cookie.ts'
import { found } from '../http/problem-error.ts'
import { limiter } from '../http/rate-limit.ts'
import { serve, type House } from '../http/serve.ts'
import { askPasswordReset, changePassword, confirmSignUp, resetPassword, signUp } from './accounts.actions.ts'
import { endMySession, listMySessions } from './accounts.store.ts'

export function accountRoutes(house: House): void {
  const mailLimit = limiter({ perAddress: 30, perSubject: 5, minutes: 60 })
  const linkLimit = limiter({ perAddress: 60, perSubject: 20, minutes: 15 })
  const passwordLimit = limiter({ perAddress: 60, perSubject: 10, minutes: 15 })

  serve(house, contract.signUp, async ({ scope, body, request }) => {
    mailLimit(request, body.email, scope.now)
    await signUp(scope, house.send, body)
  })
  serve(house, contract.confirmSignUp, async ({ scope, body, request, reply }) => {
    linkLimit(request, body.token, scope.now)
    return answerWithSession(house, reply, await confirmSignUp(scope, body.token, deviceOf(request)))
  })
  serve(house, contract.askPasswordReset, async ({ scope, body, request }) => {
    mailLimit(request, body.email, scope.now)
    // Not awaited: how long it takes would tell whether the address is known.
    askPasswordReset(scope, house.send, body).catch((error: unknown) =>
      request.log.error({ err: error }, 'password reset mail'),
    )
  })
  serve(house, contract.resetPassword, async ({ scope, body, request }) => {
    linkLimit(request, body.token, scope.now)
    await resetPassword(scope, house.send, body.token, body.password)
  })
  serve(house, contract.changePassword, async ({ scope, body, request }) => {
    passwordLimit(request, scope.accountId, scope.now)
    await changePassword(scope, house.send, body.currentPassword, body.newPassword)
  })
  serve(house, contract.listMySessions, async ({ scope }) => ({ items: await listMySessions(scope) }))
  serve(house, contract.endMySession, async ({ scope, params }) => {
    found((await endMySession(scope, params.sessionId)) || null)
  })
}
