import { dayFromNumber } from '../../values/day.ts'
import { addMonths, firstDayNumber, type Month, monthIndex } from '../../values/month.ts'
import { worstOf } from '../explain/driver.ts'
import type { History } from '../history.ts'
import type { SecondaryFlagName } from '../secondary/flag-names.ts'
import { factsOfWindow } from './facts-of-window.ts'
import { signEvents } from './sign-events.ts'
import { type OpenedMonth, type SignMonth, signOf } from './sign-month.ts'
import type { Growing } from './growing.ts'
import type { SignWay } from './sign-way.ts'

/**
 * What would lower a sign by the next reading: nothing at all, or one kind of event as few times as it takes; where no kind does by
 * itself, two together, then three, and never more than there are parts that decide. Empty where the score is zero or unknown, or where none of these would do. Every way is found by
 * reading the month after with the events in it; of a number that suffices one less, with the others as they are, was read and does not
 * do. Source: docs/adr/0115, docs/adr/0118.
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
    return [{ steps: [{ code: 'wait', values: {}, things: [], sectors: [] }], by, score: waiting }]

  const kinds = signEvents[sign](opened, now.readings, month).filter(({ most }) => most > 0)
  const waysOf = (together: readonly Growing[]): SignWay[] => {
    const scores = new Map<string, number | null>()
    const scoreOf = (counts: readonly number[]) => {
      const key = counts.join(' ')
      const known =
        scores.get(key) ?? scoreWith(together.reduce((all, kind, at) => kind.apply(all, counts[at] as number), open))
      scores.set(key, known)
      return known
    }
    const counts = fewest(together, (tried) => (scoreOf(tried) ?? score) < score)
    if (counts === null) return []
    const steps = together.map((kind, at) => kind.step(counts[at] as number))
    return [{ steps, by, score: scoreOf(counts) as number }]
  }
  // Kinds are needed together where several parts stand at the level of the sign.
  const deciding = worstOf(now.grades).length
  for (let size = 1; size <= Math.min(kinds.length, deciding); size += 1) {
    const ways = chosen(kinds, size).flatMap(waysOf)
    if (ways.length > 0) return ways
  }
  return []
}

/** The fewest of each kind that suffice, one after the other made as few as it takes while the others stay; null where no number does. */
function fewest(kinds: readonly Growing[], suffices: (counts: readonly number[]) => boolean): readonly number[] | null {
  const most = kinds.map((kind) => kind.most)
  // Alone a kind grows from one anyway.
  if (kinds.length > 1 && !suffices(most)) return null
  let counts: readonly number[] = most
  for (const [at, many] of most.entries()) {
    const others = counts
    const count = least(many, (tried) => suffices(others.with(at, tried)))
    if (count === null) return null
    counts = others.with(at, count)
  }
  return counts
}

/** The least that suffices, found by doubling and then by halves; null where not even the most does. */
function least(most: number, suffices: (count: number) => boolean): number | null {
  let tooFew = 0
  let enough = 1
  while (!suffices(enough)) {
    if (enough === most) return null
    tooFew = enough
    enough = Math.min(most, enough * 2)
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    if (suffices(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}

/** Every choice of so many of the kinds, in their order. */
function chosen<Kind>(kinds: readonly Kind[], size: number): Kind[][] {
  if (size === 0) return [[]]
  return kinds.flatMap((kind, at) => chosen(kinds.slice(at + 1), size - 1).map((rest) => [kind, ...rest]))
}
