import { type Month, monthFromIndex, monthIndex } from '../../values/month.ts'
import { datedFacts } from '../dated-facts.ts'
import type { History } from '../history.ts'
import { engine, type Parameters, parameters as parametersInForce } from '../parameters.ts'
import { incompleteAt } from '../reason.ts'
import { secondaryFacts } from './secondary-facts.ts'
import { secondaryFold, type SecondaryReading } from './secondary-fold.ts'

/** The secondary flags and reported measures at the first day of a month, seeing everything before that day. */
export interface SecondaryMonthReading extends SecondaryReading {
  readonly month: Month
}

export interface SecondaryTimeline {
  readonly engine: string
  readonly parametersVersion: string
  readonly months: readonly SecondaryMonthReading[]
}

/**
 * The secondary readings of the months from..to, both included; the fold starts at the first fact whatever `from` is, so a month reads
 * the same in every timeline. Cost grows with facts plus months times partners, not with facts times months.
 */
export function secondaryTimeline(
  history: History,
  from: Month,
  to: Month,
  parameters: Parameters = parametersInForce,
): SecondaryTimeline {
  const facts = datedFacts(history)
  const own = secondaryFacts(facts)
  const fold = secondaryFold(facts, own, parameters)
  const [first, last] = [monthIndex(from), monthIndex(to)]
  const months: SecondaryMonthReading[] = []
  // Before any fact nothing is known, and no flag has begun to wait.
  const blank = { ...own, at: () => own.at(Number.NEGATIVE_INFINITY) }
  const nothing = { ...facts, at: () => facts.at(Number.NEGATIVE_INFINITY) }
  const begin = own.firstMonth === null ? Infinity : own.firstMonth + 1
  for (let month = first; month <= Math.min(last, begin - 1); month += 1) {
    const { flags, ...reading } = secondaryFold(nothing, blank, parameters).next(month, null)
    const waiting = { insufficientSince: null, isStale: false }
    const unread = Object.entries(flags).map(([name, flag]) => [name, { ...flag, ...waiting }])
    months.push({ month: monthFromIndex(month), flags: Object.fromEntries(unread) as typeof flags, ...reading })
  }
  for (let month = begin; month <= last; month += 1) {
    const unreadable = incompleteAt(history.dataCompleteThrough, month)
    if (month < first) fold.pass(month, unreadable)
    else months.push({ month: monthFromIndex(month), ...fold.next(month, unreadable) })
  }
  return { engine, parametersVersion: parameters.version, months }
}

/** The secondary reading of one month: bit-equal to that month in every timeline of the same history. */
export function evaluateSecondary(
  history: History,
  asOf: Month,
  parameters: Parameters = parametersInForce,
): SecondaryMonthReading {
  const reading = secondaryTimeline(history, asOf, asOf, parameters).months[0]
  if (reading === undefined) throw new Error(`no reading for ${asOf}`)
  return reading
}
