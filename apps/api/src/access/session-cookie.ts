import type { Session } from '@commonweal/contracts/access'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { ACCESS_TOKEN_SECONDS, issueAccessToken } from '../http/identity.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { House } from '../http/serve.ts'
import type { OpenSession } from './sessions.actions.ts'

/** Answers with the access token and lays the refresh token into the cookie. */
export function answerWithSession(house: House, reply: FastifyReply, session: OpenSession): Session {
  if (session.refreshToken) setCookie(reply, house.config, session.refreshToken)
  reply.header('cache-control', 'no-store')
  return { accessToken: issueAccessToken(house.app, session), expiresInSeconds: ACCESS_TOKEN_SECONDS }
}

/** What the browser calls itself, so that a person can tell their sessions apart. */
export function deviceOf(request: FastifyRequest): string | null {
  return request.headers['user-agent'] ?? null
}

/** The refresh token in the cookie of a request. */
export function refreshTokenOf(request: FastifyRequest, config: Config): string | undefined {
  return request.cookies[cookieName(config)]
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

export function clearCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(cookieName(config), cookieOptions(config))
}

/** The cookie alone opens these routes, so a browser must say that it asks from our own pages. */
export function refuseForeignOrigin(request: FastifyRequest, config: Config): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (
    site === 'same-origin' ||
    origin === undefined ||
    origin === config.publicUrl ||
    origin === `http://${request.headers.host}`
  )
    return
  throw new ProblemError('session-ended')
}
