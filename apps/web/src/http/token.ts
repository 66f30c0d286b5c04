import { refreshSession, type Session } from '@commonweal/contracts/access'
import { earlySession, forgetEarly } from './early.ts'
import { isProblem } from './problem-error.ts'
import { send } from './send.ts'

// The access token lives in memory only: a reload asks for a new one with the HttpOnly cookie.
let accessToken: string | null = null
let renewal: Promise<string> | null = null
const endListeners = new Set<() => void>()

export function currentToken(): string | null {
  return accessToken
}

export function keepToken(token: string | null): void {
  forgetEarly()
  accessToken = token
}

/** Tells when the server says that the session is over. */
export function onSessionEnd(listener: () => void): () => void {
  endListeners.add(listener)
  return () => endListeners.delete(listener)
}

/**
 * A new access token for the session in the cookie. The refresh token rotates, so one request at a time: one promise in
 * this tab, one lock across tabs.
 */
export function renewToken(): Promise<string> {
  renewal ??= oneTabAtATime(renew).finally(() => {
    renewal = null
  })
  return renewal
}

async function renew(): Promise<string> {
  try {
    const session = (await earlySession()) ?? ((await (await send(refreshSession, {}, null)).json()) as Session)
    accessToken = session.accessToken
    return session.accessToken
  } catch (error) {
    if (isProblem(error, 'session-ended')) {
      accessToken = null
      for (const listener of endListeners) listener()
    }
    throw error
  }
}

async function oneTabAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request('commonweal-session', work)
}
