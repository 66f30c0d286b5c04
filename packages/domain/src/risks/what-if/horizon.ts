import type { Day } from '../../values/day.ts'
import { type Month, monthFromIndex } from '../../values/month.ts'
import { datedFacts, type DatedFacts, type DatedPledge, type MonthFacts } from '../dated-facts.ts'
import type { FlagLevel } from '../flag-level.ts'
import { fundingFold } from '../funding/funding-fold.ts'
import type { History } from '../history.ts'
import type { Parameters } from '../parameters.ts'
import { stagnationFold } from '../stagnation/stagnation-fold.ts'

/** What a flag says in one month of the horizon; the score is null where the month cannot be read. */
export interface FlagAhead {
  readonly level: FlagLevel
  readonly score: number | null
}

export interface FlagsAhead {
  readonly month: Month
  readonly stagnation: FlagAhead
  readonly funding: FlagAhead
}

/** Those who go, as far as the months before `day` know them: the pledges that bring nothing more. */
export interface Departure {
  readonly month: number
  readonly facts: DatedFacts
  readonly pledgesStopped: readonly DatedPledge[]
}

/** The facts of the past as they were, and from the month of the departure on those of the changed history. */
export function factsAfter(past: DatedFacts, departure: Departure | null): DatedFacts {
  if (departure === null) return past
  const { month: from, facts, pledgesStopped } = departure
  const first: MonthFacts = { ...facts.at(from), pledgesStopped }
  return { ...past, at: (month) => (month < from ? past.at(month) : month === from ? first : facts.at(month)) }
}

/** Reads the months ahead of `now`, up to and including month index `to`, with the departure or as things stand. */
export type ReadAhead = (departure: Departure | null, to: number) => FlagsAhead[]

/**
 * Folds both flags up to the first day of `now` once, by the engine itself. Each reading of the months ahead goes on from a copy of
 * where the folds stand there, so that it costs the horizon and not the past; levels rest on the whole past.
 */
export function flagsFrom(past: DatedFacts, now: number, parameters: Parameters): ReadAhead {
  // Copies of a fold see facts through this: the past for all of them, and ahead of it what is being read. Readings never interleave.
  let ahead: DatedFacts = past
  const facts: DatedFacts = { ...past, at: (month) => (month < now ? past.at(month) : ahead.at(month)) }
  const stand = { stagnation: stagnationFold(facts, parameters), funding: fundingFold(facts, parameters) }
  const next = ({ stagnation, funding }: typeof stand, month: number): FlagsAhead => {
    const [stagnant, dependent] = [stagnation.next(month, null), funding.next(month, null)]
    return {
      month: monthFromIndex(month),
      stagnation: { level: stagnant.heldLevel, score: stagnant.score },
      funding: { level: dependent.heldLevel, score: dependent.score },
    }
  }
  for (let month = Math.min(now, (past.firstMonth ?? now) + 1); month < now; month += 1) next(stand, month)
  const present = next(stand, now)

  return (departure, to) => {
    ahead = factsAfter(past, departure)
    const folds = { stagnation: stand.stagnation.copy(), funding: stand.funding.copy() }
    const months = [present]
    for (let month = now + 1; month <= to; month += 1) months.push(next(folds, month))
    return months
  }
}

/** The part of a history that has something to say on or after `day`, so that a question reads few facts. */
export function touchingFrom(history: History, day: Day): History {
  const initiatives = history.initiatives.filter(
    (one) => one.startedOn !== null && (one.endedOn === null || one.endedOn >= day),
  )
  const alive = new Set(initiatives.map((one) => one.id))
  const pledges = new Set<string>()
  for (const { pledgeId, dueOn } of history.instalments ?? []) if (dueOn >= day) pledges.add(pledgeId)
  for (const { pledgeId, receivedOn } of history.receipts ?? []) if (receivedOn >= day) pledges.add(pledgeId)
  for (const one of history.pledges ?? []) if ((one.confirmedOn ?? one.from ?? day) >= day) pledges.add(one.id)
  return {
    ...history,
    memberships: history.memberships && history.memberships.filter((one) => one.to === null || one.to >= day),
    initiatives,
    participations: history.participations.filter(
      (one) => alive.has(one.initiativeId) && (one.to === null || one.to >= day),
    ),
    bookings: history.bookings && history.bookings.filter((one) => one.startsOn >= day),
    pledges: history.pledges && history.pledges.filter((one) => pledges.has(one.id)),
    instalments: history.instalments && history.instalments.filter((one) => pledges.has(one.pledgeId)),
    receipts: history.receipts && history.receipts.filter((one) => one.receivedOn >= day),
  }
}

/** Dated facts of a changed future; participations that neither begin nor end in it are left to the past. */
export function datedFuture(future: History, day: Day): DatedFacts {
  const startedOn = new Map(future.initiatives.map((one) => [one.id, one.startedOn]))
  return datedFacts({
    ...future,
    participations: future.participations.filter(
      (one) => one.to !== null || (one.from ?? '') >= day || (startedOn.get(one.initiativeId) ?? '') >= day,
    ),
  })
}
