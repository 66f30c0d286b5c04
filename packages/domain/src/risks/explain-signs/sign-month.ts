import { type Month, monthIndex } from '../../values/month.ts'
import { type DatedFacts, datedFacts } from '../dated-facts.ts'
import type { OneMonth } from '../explain/one-month.ts'
import type { History } from '../history.ts'
import type { Parameters } from '../parameters.ts'
import { incompleteAt } from '../reason.ts'
import type { SecondaryFlagName } from '../secondary/flag-names.ts'
import { type SecondaryFacts, secondaryFacts } from '../secondary/secondary-facts.ts'
import { type SignReader, signReader } from '../secondary/sign-reader.ts'
import { signParts } from '../secondary/sign-parts.ts'
import { type Signal, unread } from '../secondary/signal.ts'

/** One sign's reading of one month without the memory of its level: the same parts and figures as in a timeline. */
export type SignMonth = OneMonth<Signal>

/** What the signs are read from, at the first day of one month. */
export interface OpenedMonth {
  readonly now: number
  readonly parameters: Parameters
  readonly facts: DatedFacts
  readonly own: SecondaryFacts
  readonly reader: SignReader
}

/** The month the records begin with, by any kind of fact; null without any. */
export function recordsSince(history: History): number | null {
  return secondaryFacts(datedFacts(history)).firstMonth
}

/** Absorbs every month as far as one sign rests on it, and reads none. `since` is the month the records begin with, whichever facts are left of them. */
export function openMonth(
  history: History,
  sign: SecondaryFlagName,
  month: Month,
  parameters: Parameters,
  since: number | null = recordsSince(history),
): OpenedMonth {
  // Signs rest on none of these.
  const facts = datedFacts({ ...history, memberships: null, costs: null, reserves: null })
  const own = secondaryFacts(facts, since)
  const now = monthIndex(month)
  const reader = signReader(facts, own, parameters, sign)
  for (let one = (since ?? now) + 1; one <= now; one += 1) reader.moveTo(one)
  return { now, parameters, facts, own, reader }
}

/** One sign of a month that was opened. */
export function signIn({ now, facts, reader }: OpenedMonth, sign: SecondaryFlagName): SignMonth {
  const incomplete = incompleteAt(facts.history.dataCompleteThrough, now)
  const signal = incomplete === null ? reader.read(sign, now) : unread(incomplete)
  const grades = signParts[sign].map((part) => [part, signal.parts[part] ?? null])
  return { score: signal.score, grades: Object.fromEntries(grades) as SignMonth['grades'], readings: signal }
}

/** One sign of one month. */
export function signOf(
  history: History,
  sign: SecondaryFlagName,
  month: Month,
  parameters: Parameters,
  since: number | null = recordsSince(history),
): SignMonth {
  return signIn(openMonth(history, sign, month, parameters, since), sign)
}
