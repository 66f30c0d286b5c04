const unanswered = new Map<string, string>()

/**
 * A key for a request that makes something new. While no answer has come, the same request gets the same key, so that
 * pressing the button again after a lost connection has no second effect.
 */
export function repeatKeyOf(request: string): string {
  const key = unanswered.get(request) ?? crypto.randomUUID()
  unanswered.set(request, key)
  return key
}

export function forgetRepeatKey(request: string): void {
  unanswered.delete(request)
}
