import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { inTransaction, type PublicScope } from '../database/scope.ts'
import type { Identity } from '../http/identity.ts'
import { ProblemError } from '../http/problem-error.ts'
import { isPassword } from './password.ts'
import { addSession, endSession, findAccountByEmail, lockSession, rotateSession } from './sessions.store.ts'

const SESSION_DAYS = 30
/** A tab that lost the race to rotate is served for this long; later the same token is a theft. */
const RACE_SECONDS = 20
const DAY = 86_400_000

export interface OpenSession extends Identity {
  /** The new refresh token, or null where another tab has just received it. */
  readonly refreshToken: string | null
}

export async function signIn(
  scope: PublicScope,
  email: string,
  password: string,
  device: string | null,
): Promise<OpenSession> {
  const account = await findAccountByEmail(scope, email)
  const fits = await isPassword(account?.passwordHash ?? null, password)
  if (!account || !fits) throw new ProblemError('sign-in-refused')
  return openSession(scope, account.id, device)
}

export async function openSession(scope: PublicScope, accountId: string, device: string | null): Promise<OpenSession> {
  const sessionId = uuidv7()
  const secret = randomBytes(32).toString('base64url')
  const expiresAt = new Date(scope.now.getTime() + SESSION_DAYS * DAY)
  await addSession(scope, {
    id: sessionId,
    accountId,
    tokenHash: digest(secret),
    device: device?.slice(0, 300) ?? null,
    expiresAt,
  })
  return { accountId, sessionId, refreshToken: `${sessionId}.${secret}` }
}

/**
 * Exchanges a refresh token for the next one. A token already exchanged ends the whole family, except within the
 * seconds in which several tabs of one browser may present it at once.
 */
export async function refreshSession(scope: PublicScope, token: string | undefined): Promise<OpenSession> {
  const [sessionId, secret] = partsOf(token)
  const outcome = await inTransaction(scope, async (scope): Promise<OpenSession | 'reuse' | 'ended'> => {
    const session = await lockSession(scope, sessionId)
    if (!session || session.endedAt || session.expiresAt <= scope.now) return 'ended'
    const { accountId } = session
    if (isSame(digest(secret), session.tokenHash)) {
      const next = randomBytes(32).toString('base64url')
      await rotateSession(scope, sessionId, digest(next), session.tokenHash)
      return { accountId, sessionId, refreshToken: `${sessionId}.${next}` }
    }
    const isRace =
      session.previousHash !== null &&
      isSame(digest(secret), session.previousHash) &&
      scope.now.getTime() - session.rotatedAt.getTime() < RACE_SECONDS * 1000
    if (isRace) return { accountId, sessionId, refreshToken: null }
    await endSession(scope, sessionId, 'reuse')
    return 'reuse'
  })
  if (typeof outcome === 'string') throw new ProblemError('session-ended')
  return outcome
}

export async function signOut(scope: PublicScope, token: string | undefined): Promise<void> {
  if (!token) return
  const [sessionId, secret] = partsOf(token)
  await inTransaction(scope, async (scope) => {
    const session = await lockSession(scope, sessionId)
    if (session && isSame(digest(secret), session.tokenHash)) await endSession(scope, sessionId, 'signed-out')
  })
}

function partsOf(token: string | undefined): [string, string] {
  const match = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token ?? '')
  if (!match?.[1] || !match[2]) throw new ProblemError('session-ended')
  return [match[1], match[2]]
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

function isSame(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))
}
