import type { Session } from '@commonweal/contracts/access'

/** A question asked ahead: null for an answer that was refused or lost; `body` once it is there. */
interface Asked {
  readonly answer: Promise<unknown>
  readonly body?: unknown
}

interface Early {
  session?: Promise<Session | null>
  readonly answers: Record<string, Asked>
  readonly everything: Promise<unknown>
}

/** What `public/boot.js` asked before the scripts were there; each answer is good once. */
let early = (globalThis as { commonwealEarly?: Early }).commonwealEarly ?? null
/** A page that comes later than this asks for itself, so that it shows what others did meanwhile. */
const goodForMs = 10_000

/** When everything that was asked for ahead is answered, one way or the other. */
export async function earlyAnswersAreThere(): Promise<void> {
  await early?.everything
}

/** The session that was asked for; null when it was refused, lost or taken already. */
export async function earlySession(): Promise<Session | null> {
  const begun = early?.session
  if (early) delete early.session
  return (await begun) ?? null
}

/** What was answered at this address, as soon as it is; null when nothing good was asked for there. */
export async function earlyAnswer(url: string): Promise<unknown> {
  const answer = take(url)?.answer
  return (await answer) ?? null
}

/** What was answered at this address already; null otherwise, and then it can still be waited for. */
export function earlyAnswerThere(url: string): unknown {
  return early?.answers[url]?.body === undefined ? null : (take(url)?.body ?? null)
}

/** After a change, or as somebody else, what was asked before is no answer. */
export function forgetEarly(): void {
  early = null
}

/** Who signs out leaves nothing behind of where they work together (`public/boot.js` keeps it). */
export function forgetCommunities(): void {
  localStorage.removeItem('commonweal-communities')
}

function take(url: string): Asked | undefined {
  const asked = early?.answers[url]
  if (early) delete early.answers[url]
  return performance.now() < goodForMs ? asked : undefined
}
