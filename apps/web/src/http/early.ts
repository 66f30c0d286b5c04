interface Early {
  session?: Promise<Response>
  readonly answers: Record<string, Promise<Response>>
}

/** What `public/boot.js` asked before the scripts were there; each answer is good once. */
let early = (globalThis as { commonwealEarly?: Early }).commonwealEarly ?? null
/** A page that comes later than this asks for itself, so that it shows what others did meanwhile. */
const goodForMs = 10_000

/** The session that was asked for; null when it was refused, lost or taken already. */
export async function earlySession(): Promise<Response | null> {
  const begun = early?.session
  if (early) delete early.session
  return whenGood(begun)
}

/** The answer that was asked for ahead at this address; null when there is none that is good. */
export async function earlyAnswer(url: string): Promise<Response | null> {
  const begun = early?.answers[url]
  if (!early || !begun) return null
  delete early.answers[url]
  return performance.now() < goodForMs ? whenGood(begun) : null
}

/** After a change, or as somebody else, what was asked before is no answer. */
export function forgetEarly(): void {
  early = null
}

// What was refused or lost is asked again, and said as ever.
async function whenGood(begun: Promise<Response> | undefined): Promise<Response | null> {
  const answer = await begun?.catch(() => null)
  return answer?.ok ? answer : null
}
