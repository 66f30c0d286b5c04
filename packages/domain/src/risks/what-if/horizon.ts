import type { Day } from '../../values/day.ts'
import { type Month, monthFromIndex, monthIndex } from '../../values/month.ts'
import type { DatedFacts, DatedPledge, MonthFacts } from '../dated-facts.ts'
import type { FlagStand } from '../flag-reading.ts'
import type { History, InitiativeFact } from '../history.ts'
import { parametersInForce, type ThresholdSpan } from '../thresholds.ts'
import { type Folds, foldsOf } from '../timeline.ts'

/** Where the flags stand in one month of the horizon. */
export interface FlagsAhead {
  readonly month: Month
  readonly stagnation: FlagStand
  readonly funding: FlagStand
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

/** The months from `now` on as they are read one after the other; those read before are not read again. */
export interface CourseOfFlags {
  /** Up to and including month index `to`. */
  readonly through: (to: number) => readonly FlagsAhead[]
}

/** Reads the months ahead of `now`, with the departure or as things stand. */
export type ReadAhead = (departure: Departure | null) => CourseOfFlags

/**
 * Folds both flags up to the first day of `now` once, by the engine itself. Each course of the months ahead goes on from a copy of where
 * the folds stand there, so that it costs the months asked for and not the past; levels rest on the whole past. `spans` say which lines
 * judge which months, the first from `now` on: from the month another one begins, levels are read as if its lines had always held.
 */
export function flagsFrom(past: DatedFacts, now: number, spans: readonly ThresholdSpan[]): ReadAhead {
  // Copies of a fold see facts through this: the past for all of them, and ahead of it what is being read. One course is read at a time.
  let ahead: DatedFacts = past
  const facts: DatedFacts = { ...past, at: (month) => ahead.at(month) }
  const stands = spans.map(({ from, version, values }) => {
    const folds = foldsOf(facts, parametersInForce(values, version))
    for (let month = (past.firstMonth ?? now) + 1; month < now; month += 1) folds.pass(month)
    return { from: monthIndex(from), folds, present: standIn(folds, now) }
  })

  return (departure) => {
    const own = factsAfter(past, departure)
    const lanes = stands.map(({ folds }) => ({ folds: () => folds.copy(), at: now }))
    const months = stands.slice(0, 1).map(({ present }) => present)
    const read = (month: number) => {
      const inForce = stands.findLastIndex(({ from }) => from <= month)
      const lane = lanes[inForce]
      if (lane === undefined) throw new RangeError('no lines are in force')
      const folds = lane.folds()
      lane.folds = () => folds
      for (lane.at += 1; lane.at < month; lane.at += 1) folds.pass(lane.at)
      return standIn(folds, month)
    }
    return {
      through(to) {
        ahead = own
        while (now + months.length <= to) months.push(read(now + months.length))
        return months.slice(0, to - now + 1)
      },
    }
  }
}

function standIn(folds: Folds, month: number): FlagsAhead {
  return { month: monthFromIndex(month), ...folds.pass(month) }
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

/** A future whose participations that neither begin nor end in it are left to the past, which knows them. */
export function besideThePast(
  future: History,
  day: Day,
  initiatives: ReadonlyMap<string, InitiativeFact> = new Map(future.initiatives.map((one) => [one.id, one])),
): History {
  return {
    ...future,
    participations: future.participations.filter(
      (one) =>
        one.to !== null || (one.from ?? '') >= day || (initiatives.get(one.initiativeId)?.startedOn ?? '') >= day,
    ),
  }
}
