import { type Day, dayNumber } from '../values/day.ts'
import { monthIndexOfDay } from '../values/month.ts'
import type { DatedInitiative, DatedPledge, MonthFacts } from './dated-facts.ts'
import { isOwnCash } from './funders.ts'
import type {
  BookingFact,
  CostFact,
  InitiativeFact,
  InstalmentFact,
  MembershipFact,
  ParticipationFact,
  PledgeFact,
  ReceiptFact,
  ReserveFact,
} from './history.ts'

/** Statuses of a booking, and of a pledge, that make an act: of who books, of the host and the initiative, of who promises. */
export const BOOKED = ['requested', 'confirmed', 'attended']
export const HELD_PLACE = ['confirmed', 'attended']
export const PROMISED = ['confirmed', 'written-off']

/** The facts of a month, to be added to. */
export type MonthOf = (index: number) => MonthFacts

export function placeInitiative(one: InitiativeFact, monthOf: MonthOf): void {
  if (one.startedOn === null) return
  monthOf(monthIndexOfDay(one.startedOn)).starts.push(datedInitiative(one, one.startedOn))
  const end = monthOfEnd(one, one.startedOn)
  if (end !== null) monthOf(end).ends.push(one.id)
}

export function datedInitiative({ id, plannedEndOn }: InitiativeFact, startedOn: Day): DatedInitiative {
  return {
    id,
    startedOn: dayNumber(startedOn),
    plannedEndOn: plannedEndOn === null ? null : dayNumber(plannedEndOn),
  }
}

/** The month an initiative ended in, not before its first; null while it goes on. */
export function monthOfEnd({ endedOn }: InitiativeFact, startedOn: Day): number | null {
  return endedOn === null ? null : monthIndexOfDay(later(endedOn, startedOn))
}

/** Places a participation in an initiative that started on the day, told for the first time. */
export function placeParticipation(one: ParticipationFact, startedOn: Day, monthOf: MonthOf): void {
  const joinedOn = later(one.from ?? startedOn, startedOn)
  if (one.to !== null && one.to < joinedOn) return
  const { initiativeId, organisationId } = one
  const on = dayNumber(joinedOn)
  const month = monthOf(monthIndexOfDay(joinedOn))
  month.joins.push({ initiativeId, organisationId, on })
  month.organisationActs.push({ organisationId, on })
  if (joinedOn > startedOn) month.initiativeActs.push({ initiativeId, on })
  if (one.to !== null)
    monthOf(monthIndexOfDay(one.to)).leaves.push({ initiativeId, organisationId, on: dayNumber(one.to) })
}

export function placeBooking(booking: BookingFact, monthOf: MonthOf): void {
  if (!BOOKED.includes(booking.status)) return
  const on = dayNumber(booking.startsOn)
  const month = monthOf(monthIndexOfDay(booking.startsOn))
  month.organisationActs.push({ organisationId: booking.organisationId, on })
  if (!HELD_PLACE.includes(booking.status)) return
  if (booking.hostId !== null) month.organisationActs.push({ organisationId: booking.hostId, on })
  if (booking.initiativeId !== null) month.initiativeActs.push({ initiativeId: booking.initiativeId, on })
}

export function placeMembership({ organisationId, state, from, to }: MembershipFact, monthOf: MonthOf): void {
  if (state !== 'active') return
  const since = from ?? null
  if (since === null || (to !== null && to < since)) return
  monthOf(monthIndexOfDay(since)).membershipChanges.push({ organisationId, by: 1 })
  if (to !== null) monthOf(monthIndexOfDay(to)).membershipChanges.push({ organisationId, by: -1 })
}

/** A pledge with its instalments, of a funder, in a community of a currency. */
export function datedPledge(
  fact: PledgeFact,
  instalments: readonly InstalmentFact[],
  funderId: string,
  currency: string,
): DatedPledge {
  return { id: fact.id, fact, funderId, isOwnCash: isOwnCash(fact, currency), instalments }
}

export function placePledge(pledge: DatedPledge, monthOf: MonthOf): void {
  const { fact } = pledge
  if (!PROMISED.includes(fact.status)) return
  const firstDueOn = pledge.instalments.map((one) => one.dueOn).sort()[0]
  const knownOn = fact.confirmedOn ?? fact.from ?? firstDueOn ?? fact.to
  if (knownOn === null || knownOn === undefined) return
  const month = monthOf(monthIndexOfDay(knownOn))
  const on = dayNumber(knownOn)
  month.organisationActs.push({ organisationId: fact.organisationId, on })
  if (fact.initiativeId !== null) month.initiativeActs.push({ initiativeId: fact.initiativeId, on })
  month.pledgesKnown.push(pledge)
  for (const one of pledge.instalments) {
    if (one.amountMinor === null || !pledge.isOwnCash) continue
    const dueOn = later(one.dueOn, knownOn)
    monthOf(monthIndexOfDay(dueOn)).dues.push({ pledge, on: dayNumber(dueOn), amountMinor: one.amountMinor })
  }
}

export function placeReceipt(receipt: ReceiptFact, pledge: DatedPledge, monthOf: MonthOf): void {
  const on = dayNumber(receipt.receivedOn)
  const month = monthOf(monthIndexOfDay(receipt.receivedOn))
  month.organisationActs.push({ organisationId: pledge.fact.organisationId, on })
  if (pledge.fact.initiativeId !== null) month.initiativeActs.push({ initiativeId: pledge.fact.initiativeId, on })
  if (receipt.amountMinor !== null && pledge.isOwnCash)
    month.payments.push({ pledge, on, amountMinor: receipt.amountMinor })
}

/** Places a cost in the community's currency; startedOn of its initiative, null where it has none or that has not started. */
export function placeCost(cost: CostFact, startedOn: Day | null, monthOf: MonthOf): void {
  const dueMonth = monthIndexOfDay(cost.dueOn)
  const isOfInitiative = cost.initiativeId !== null
  monthOf(dueMonth).costs.push({ isOfInitiative, amountMinor: cost.amountMinor })
  const knownOn = cost.knownOn ?? startedOn ?? cost.dueOn
  if (knownOn < cost.dueOn) {
    monthOf(monthIndexOfDay(knownOn)).costsAhead.push({
      isOfInitiative,
      month: dueMonth,
      amountMinor: cost.amountMinor,
    })
  }
}

/** Places reserves in the community's currency. */
export function placeReserve({ on, amountMinor }: ReserveFact, monthOf: MonthOf): void {
  monthOf(monthIndexOfDay(on)).reserves.push({ on: dayNumber(on), amountMinor })
}

function later(a: string, b: string): string {
  return a > b ? a : b
}
