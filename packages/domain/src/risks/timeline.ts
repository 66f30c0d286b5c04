import { type Month, monthFromIndex, monthIndex } from '../values/month.ts'
import { datedFacts, type DatedFacts } from './dated-facts.ts'
import type { FlagStand } from './flag-reading.ts'
import { type FundingFold, type FundingReading, fundingFold } from './funding/funding-fold.ts'
import type { History } from './history.ts'
import { engine, type Parameters, parameters as parametersInForce } from './parameters.ts'
import { incompleteAt } from './reason.ts'
import { type StagnationFold, type StagnationReading, stagnationFold } from './stagnation/stagnation-fold.ts'

/** Both flags at the first day of a month, seeing everything before that day. */
export interface MonthReading {
  readonly month: Month
  readonly stagnation: StagnationReading
  readonly funding: FundingReading
}

export interface Timeline {
  readonly engine: string
  readonly parametersVersion: string
  readonly months: readonly MonthReading[]
}

/**
 * The readings of the months from..to, both included. Levels rest on the whole history before `from`: the fold starts at its first
 * month whatever `from` is, so a month reads the same in every timeline. Cost grows with facts plus months, not with their product.
 */
export function timeline(
  history: History,
  from: Month,
  to: Month,
  parameters: Parameters = parametersInForce,
): Timeline {
  const months = [...readings(history, monthIndex(from), monthIndex(to), parameters)]
  return { engine, parametersVersion: parameters.version, months }
}

/** The reading of one month: bit-equal to that month in every timeline of the same history. */
export function evaluate(history: History, asOf: Month, parameters: Parameters = parametersInForce): MonthReading {
  const reading = timeline(history, asOf, asOf, parameters).months[0]
  if (reading === undefined) throw new Error(`no reading for ${asOf}`)
  return reading
}

function* readings(history: History, from: number, to: number, parameters: Parameters): Generator<MonthReading> {
  const facts = datedFacts(history)
  const firstReading = facts.firstMonth === null ? Infinity : facts.firstMonth + 1
  for (let month = from; month <= Math.min(to, firstReading - 1); month += 1)
    yield blankReading(history, month, parameters)
  const folds = foldsOf(facts, parameters)
  for (let month = firstReading; month <= to; month += 1) {
    if (month < from) folds.pass(month)
    else yield folds.next(month)
  }
}

/** Everything a month's reading is made by, month after month. */
export interface Folds {
  readonly next: (month: number) => MonthReading
  /** As `next` for a month of which no more is asked than where the flags stand. */
  readonly pass: (month: number) => { readonly stagnation: FlagStand; readonly funding: FlagStand }
  /** Folds that stand where these stand and go their own way from there. */
  readonly copy: () => Folds
}

/** The folds before the first month of the facts. */
export function foldsOf(facts: DatedFacts, parameters: Parameters): Folds {
  return foldsFrom(facts, stagnationFold(facts, parameters), fundingFold(facts, parameters))
}

function foldsFrom(facts: DatedFacts, stagnation: StagnationFold, funding: FundingFold): Folds {
  return {
    next(month) {
      const unreadable = incompleteAt(facts.history.dataCompleteThrough, month)
      return {
        month: monthFromIndex(month),
        stagnation: stagnation.next(month, unreadable),
        funding: funding.next(month, unreadable),
      }
    },
    pass(month) {
      const unreadable = incompleteAt(facts.history.dataCompleteThrough, month)
      return { stagnation: stagnation.pass(month, unreadable), funding: funding.pass(month, unreadable) }
    },
    copy: () => foldsFrom(facts, stagnation.copy(), funding.copy()),
  }
}

/** A month before any fact: nothing is known, and no flag has begun to wait. */
export function blankReading(history: History, month: number, parameters: Parameters): MonthReading {
  const nothing = datedFacts({
    ...history,
    initiatives: [],
    participations: [],
    memberships: history.memberships && [],
    bookings: history.bookings && [],
    pledges: history.pledges && [],
    instalments: history.instalments && [],
    receipts: history.receipts && [],
    costs: history.costs && [],
    reserves: history.reserves && [],
  })
  const waiting = { insufficientSince: null, isStale: false }
  return {
    month: monthFromIndex(month),
    stagnation: { ...stagnationFold(nothing, parameters).next(month, null), ...waiting },
    funding: { ...fundingFold(nothing, parameters).next(month, null), ...waiting },
  }
}
