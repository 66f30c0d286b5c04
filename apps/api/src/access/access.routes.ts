import * as contract from '@commonweal/contracts/access'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { findDemoPerson, listDemoPeople } from '../demo/demo.store.ts'
import { ACCESS_TOKEN_SECONDS, issueAccessToken } from '../http/identity.ts'
import { ProblemError, found } from '../http/problem-error.ts'
import { limiter } from '../http/rate-limit.ts'
import { serve, type House } from '../http/serve.ts'
import { listMyCommunities } from './me.store.ts'
import { openSession, refreshSession, signIn, signOut, type OpenSession } from './sessions.actions.ts'
import { readAccount } from './sessions.store.ts'

/** Answers with the access token and lays the refresh token into the cookie. */
export function answerWithSession(house: House, reply: FastifyReply, session: OpenSession): contract.Session {
  if (session.refreshToken) setCookie(reply, house.config, session.refreshToken)
  reply.header('cache-control', 'no-store')
  return { accessToken: issueAccessToken(house.app, session), expiresInSeconds: ACCESS_TOKEN_SECONDS }
}

/** What the browser calls itself, so that a person can tell their sessions apart. */
export function deviceOf(request: FastifyRequest): string | null {
  return request.headers['user-agent'] ?? null
}

export function accessRoutes(house: House): void {
  const signInLimit = limiter({ perAddress: 100, perSubject: 10, minutes: 15 })
  serve(house, contract.signIn, async ({ scope, body, request, reply }) => {
    signInLimit(request, body.email, scope.now)
    return answerWithSession(house, reply, await signIn(scope, body.email, body.password, deviceOf(request)))
  })

  serve(house, contract.refreshSession, async ({ scope, request, reply }) => {
    refuseForeignOrigin(request, house.config)
    return answerWithSession(house, reply, await refreshSession(scope, request.cookies[cookieName(house.config)]))
  })

  serve(house, contract.signOut, async ({ scope, request, reply }) => {
    refuseForeignOrigin(request, house.config)
    await signOut(scope, request.cookies[cookieName(house.config)]).catch((error: unknown) => {
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

function cookieName({ publicUrl }: Config): string {
  return publicUrl.startsWith('https:') ? '__Host-commonweal' : 'commonweal'
}

function cookieOptions({ publicUrl }: Config) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: publicUrl.startsWith('https:') } as const
}

function setCookie(reply: FastifyReply, config: Config, token: string): void {
  reply.setCookie(cookieName(config), token, { ...cookieOptions(config), maxAge: 30 * 86_400 })
}

function clearCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(cookieName(config), cookieOptions(config))
}

/** The cookie alone opens these routes, so a browser must say that it asks from our own pages. */
function refuseForeignOrigin(request: FastifyRequest, config: Config): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || origin === undefined || origin === config.publicUrl || origin === `http://${request.headers.host}`) return
  throw new ProblemError('session-ended')
}
