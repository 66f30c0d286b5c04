import { dayFromNumber } from '../../values/day.ts'
import { addMonths, firstDayNumber, type Month, monthIndex } from '../../values/month.ts'
import type { History } from '../history.ts'
import type { SecondaryFlagName } from '../secondary/flag-names.ts'
import { factsOfWindow } from './facts-of-window.ts'
import { signEvents } from './sign-events.ts'
import { type OpenedMonth, type SignMonth, signOf } from './sign-month.ts'
import type { Growing } from './growing.ts'
import type { SignWay } from './sign-way.ts'

/**
 * What would lower a sign by the next reading: nothing at all, or one kind of event as few times as it takes, each kind by itself. Empty
 * where the score is zero or unknown, or where none of these would do. Every way is found by reading the month after with the events in
 * it; of a number that suffices one less was read and does not. Source: docs/adr/0115.
 */
export function signWays(
  history: History,
  opened: OpenedMonth,
  { now, sign, month }: { readonly now: SignMonth; readonly sign: SecondaryFlagName; readonly month: Month },
  since: number | null,
): SignWay[] {
  const { score } = now
  if (score === null || score === 0) return []
  const next = addMonths(month, 1)
  const by = dayFromNumber(firstDayNumber(monthIndex(next)) - 1)
  const { parameters } = opened
  const open = factsOfWindow({ ...history, dataCompleteThrough: null }, sign, next, parameters)
  const scoreWith = (then: History) => signOf(then, sign, next, parameters, since).score
  const waiting = scoreWith(open)
  if (waiting !== null && waiting < score)
    return [{ step: { code: 'wait', values: {}, things: [], sectors: [] }, by, score: waiting }]

  return signEvents[sign](opened, now.readings, month).flatMap((kind) => {
    const scores = new Map<number, number | null>()
    const scoreOf = (count: number) => {
      const known = scores.get(count) ?? scoreWith(kind.apply(open, count))
      scores.set(count, known)
      return known
    }
    const count = least(kind, (tried) => (scoreOf(tried) ?? score) < score)
    return count === null ? [] : [{ step: kind.step(count), by, score: scoreOf(count) as number }]
  })
}

/** The least that suffices, found by doubling and then by halves; null where not even the most does. */
function least({ most }: Growing, suffices: (count: number) => boolean): number | null {
  let tooFew = 0
  let enough = Math.min(1, most)
  while (enough > 0 && !suffices(enough)) {
    if (enough === most) return null
    tooFew = enough
    enough = Math.min(most, enough * 2)
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    if (suffices(middle)) enough = middle
    else tooFew = middle
  }
  return enough === 0 ? null : enough
}
