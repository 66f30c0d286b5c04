import { allow, refuse, type Ruling } from '../ruling.ts'

export const SHORTEST_PASSWORD = 15
export const LONGEST_PASSWORD = 256

export type PasswordProblem = 'password-too-short' | 'password-too-common' | 'password-names-you'

/**
 * Judges a new password: at least 15 characters (counted as people count them, by code point), any Unicode, no rule on
 * its make-up; not a common one, not one that is mostly the person's own name or address, not one of very few letters.
 * isCommon: whether a list of leaked passwords holds it. Source: NIST SP 800-63B-4 §3.1.1.
 */
export function judgePassword(
  password: string,
  person: { readonly email: string; readonly displayName: string },
  isCommon: (password: string) => boolean,
): Ruling<string, PasswordProblem> {
  const normal = password.normalize('NFC')
  const letters = [...normal]
  if (letters.length < SHORTEST_PASSWORD)
    return refuse('password-too-short', { least: SHORTEST_PASSWORD, length: letters.length })
  const folded = normal.toLowerCase()
  if (new Set(letters).size < 5 || isCommon(folded) || isCommon(halfOf(folded))) return refuse('password-too-common')
  for (const own of [person.email, person.email.split('@')[0] ?? '', person.displayName]) {
    const name = own.toLowerCase()
    if (name.length >= 4 && folded.includes(name) && folded.length - name.length < 8)
      return refuse('password-names-you')
  }
  return allow(normal)
}

/** A word written twice is as common as the word. */
function halfOf(text: string): string {
  const half = text.slice(0, text.length / 2)
  return half + half === text ? half : text
}
