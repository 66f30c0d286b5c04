import fastifyJwt from '@fastify/jwt'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from './problem-error.ts'

export const ACCESS_TOKEN_SECONDS = 600
const ISSUER = 'commonweal'
const AUDIENCE = 'commonweal-api'
const TYPE = 'at+jwt'
const LONGEST_TOKEN = 2048

export interface Identity {
  readonly accountId: string
  readonly sessionId: string
}

/** Access tokens: algorithm, issuer, audience, type and expiry are pinned; nothing else is accepted. */
export async function knowIdentities(app: FastifyInstance, secret: string): Promise<void> {
  await app.register(fastifyJwt, {
    secret,
    sign: {
      algorithm: 'HS256',
      iss: ISSUER,
      aud: AUDIENCE,
      expiresIn: ACCESS_TOKEN_SECONDS * 1000,
      header: { alg: 'HS256', typ: TYPE },
    },
    verify: {
      algorithms: ['HS256'],
      allowedIss: ISSUER,
      allowedAud: AUDIENCE,
      checkTyp: TYPE,
      allowedCritHeaders: [],
      requiredClaims: ['sub', 'sid', 'iat', 'exp'],
      cache: 1000,
    },
  })
}

export function issueAccessToken(app: FastifyInstance, { accountId, sessionId }: Identity): string {
  return app.jwt.sign({ sub: accountId, sid: sessionId })
}

/** Reads the bearer token. Whatever the library finds wrong with it is the same 401. */
export function identify(app: FastifyInstance, request: FastifyRequest): Identity {
  const header = request.headers.authorization
  const token = header?.startsWith('Bearer ') ? header.slice(7) : null
  if (!token || token.length > LONGEST_TOKEN) throw new ProblemError('not-signed-in')
  let claims: { sub?: unknown; sid?: unknown }
  try {
    claims = app.jwt.verify(token)
  } catch {
    throw new ProblemError('not-signed-in')
  }
  if (typeof claims.sub !== 'string' || typeof claims.sid !== 'string') throw new ProblemError('not-signed-in')
  return { accountId: claims.sub, sessionId: claims.sid }
}
