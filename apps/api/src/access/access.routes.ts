import * as contract from '@commonweal/contracts/access'
import { findDemoPerson, listDemoPeople } from '../demo/demo.store.ts'
import { ProblemError, found } from '../http/problem-error.ts'
import { limiter } from '../http/rate-limit.ts'
import { serve, type House } from '../http/serve.ts'
import { listMyCommunities } from './me.store.ts'
import { answerWithSession, clearCookie, deviceOf, refreshTokenOf, refuseForeignOrigin } from './session-cookie.ts'
import { openSession, refreshSession, signIn, signOut } from './sessions.actions.ts'
import { readAccount } from './sessions.store.ts'

export function accessRoutes(house: House): void {
  const signInLimit = limiter({ perAddress: 100, perSubject: 10, minutes: 15 })
  serve(house, contract.signIn, async ({ scope, body, request, reply }) => {
    signInLimit(request, body.email, scope.now)
    return answerWithSession(house, reply, await signIn(scope, body.email, body.password, deviceOf(request)))
  })

  serve(house, contract.refreshSession, async ({ scope, request, reply }) => {
    refuseForeignOrigin(request, house.config)
    return answerWithSession(house, reply, await refreshSession(scope, refreshTokenOf(request, house.config)))
  })

  serve(house, contract.signOut, async ({ scope, request, reply }) => {
    refuseForeignOrigin(request, house.config)
    await signOut(scope, refreshTokenOf(request, house.config)).catch((error: unknown) => {
      // Signing out of a session that has ended is still signed out.
      if (!(error instanceof ProblemError)) throw error
    })
    clearCookie(reply, house.config)
  })

  serve(house, contract.readMe, async ({ scope }) => ({
    account: found(await readAccount(scope, scope.accountId)),
    communities: await listMyCommunities(scope),
  }))

  serve(house, contract.listDemoSignIns, async ({ scope }) => ({
    items: house.config.isDemoAllowed ? await listDemoPeople(scope) : [],
  }))

  serve(house, contract.signInToDemo, async ({ scope, body, request, reply }) => {
    const person = house.config.isDemoAllowed ? await findDemoPerson(scope, body.role) : null
    if (!person) throw new ProblemError('demo-not-offered')
    return answerWithSession(house, reply, await openSession(scope, person.accountId, deviceOf(request)))
  })
}
