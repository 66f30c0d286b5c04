import type { FastifyRequest } from 'fastify'
import { ProblemError } from './problem-error.ts'

interface Window {
  count: number
  until: number
}

/** How often something may be tried: by one network address, and for one account or mailbox, in a window. */
export interface Limit {
  readonly perAddress: number
  readonly perSubject: number
  readonly minutes: number
}

const MOST_WINDOWS = 50_000

/**
 * Counts tries in memory, a window at a time, by address and by subject. A copy of the server counts for itself; the
 * limits are against guessing, which one copy's share does not help.
 */
export function limiter({
  perAddress,
  perSubject,
  minutes,
}: Limit): (request: FastifyRequest, subject: string, now: Date) => void {
  const windows = new Map<string, Window>()
  const countUp = (key: string, most: number, now: number) => {
    const window = windows.get(key)
    if (!window || window.until <= now) {
      if (windows.size >= MOST_WINDOWS) forgetEnded(windows, now)
      windows.set(key, { count: 1, until: now + minutes * 60_000 })
      return
    }
    window.count += 1
    if (window.count > most)
      throw new ProblemError('too-many-requests', { waitSeconds: Math.ceil((window.until - now) / 1000) })
  }
  return (request, subject, now) => {
    countUp(`address ${request.ip}`, perAddress, now.getTime())
    countUp(`subject ${subject.toLowerCase()}`, perSubject, now.getTime())
  }
}

function forgetEnded(windows: Map<string, Window>, now: number): void {
  for (const [key, window] of windows) if (window.until <= now) windows.delete(key)
  if (windows.size >= MOST_WINDOWS) windows.clear()
}
