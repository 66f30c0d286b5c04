import { type Day, dayNumber } from '../values/day.ts'
import { monthIndexOfDay } from '../values/month.ts'
import { funderGroups, funderOf, isOwnCash } from './funders.ts'
import type { BookingFact, CostFact, History, InitiativeFact, InstalmentFact, PledgeFact } from './history.ts'
import { isToldFirst, type ToldSpans } from './told-spans.ts'

/** A fact of the fold: numbers of days instead of text, names resolved. */
export interface DatedInitiative {
  readonly id: string
  readonly startedOn: number
  readonly plannedEndOn: number | null
}

export interface DatedPledge {
  readonly id: string
  readonly fact: PledgeFact
  readonly funderId: string
  readonly isOwnCash: boolean
  readonly instalments: readonly InstalmentFact[]
}

export interface Payment {
  readonly pledge: DatedPledge
  readonly on: number
  readonly amountMinor: number
}

/** The facts dated within one calendar month. A reading of a month sees exactly the months before it. */
export interface MonthFacts {
  readonly starts: DatedInitiative[]
  readonly ends: string[]
  readonly joins: { readonly initiativeId: string; readonly organisationId: string; readonly on: number }[]
  readonly leaves: { readonly initiativeId: string; readonly organisationId: string }[]
  readonly initiativeActs: { readonly initiativeId: string; readonly on: number }[]
  readonly organisationActs: { readonly organisationId: string; readonly on: number }[]
  readonly membershipChanges: { readonly organisationId: string; readonly by: 1 | -1 }[]
  readonly pledgesKnown: DatedPledge[]
  /** Known pledges that schedule nothing from this month on; only a question "what if" has any. */
  readonly pledgesStopped?: readonly DatedPledge[]
  readonly payments: Payment[]
  readonly dues: { readonly pledge: DatedPledge; readonly on: number; readonly amountMinor: number }[]
  readonly costs: { readonly isOfInitiative: boolean; readonly amountMinor: number }[]
  readonly costsAhead: { readonly isOfInitiative: boolean; readonly month: number; readonly amountMinor: number }[]
  readonly reserves: { readonly on: number; readonly amountMinor: number }[]
}

export interface DatedFacts {
  readonly history: History
  /** Month of the earliest fact; null without any dated fact. */
  readonly firstMonth: number | null
  readonly at: (month: number) => MonthFacts
  readonly publicFunders: ReadonlySet<string>
  readonly localPublicFunders: ReadonlySet<string>
  readonly privateOrganisations: ReadonlySet<string>
}

/** Statuses of a booking, and of a pledge, that make an act: of who books, of the host and the initiative, of who promises. */
export const BOOKED = ['requested', 'confirmed', 'attended']
export const HELD_PLACE = ['confirmed', 'attended']
export const PROMISED = ['confirmed', 'written-off']

/** Sorts a history into calendar months once; every later step reads each fact a bounded number of times. */
export function datedFacts(history: History): DatedFacts {
  const months = new Map<number, MonthFacts>()
  sortByMonth(history, monthsIn(months))
  const nothing = noFacts()
  return {
    history,
    firstMonth: months.size === 0 ? null : Math.min(...months.keys()),
    at: (month) => months.get(month) ?? nothing,
    ...funderGroups(history),
  }
}

/** The facts of a month in a table of months, which gets the months it does not have yet. */
export function monthsIn(months: Map<number, MonthFacts>): (index: number) => MonthFacts {
  return (index) => {
    const known = months.get(index)
    if (known !== undefined) return known
    const empty = noFacts()
    months.set(index, empty)
    return empty
  }
}

/** What decides, beside a fact itself, which months it is of: its initiative or its pledge. */
export interface FactContext {
  readonly initiatives: { readonly get: (id: string) => InitiativeFact | undefined }
  readonly pledges: { readonly get: (id: string) => DatedPledge | undefined }
}

/**
 * Puts every fact into the months it is of. What becomes of one depends on no other but these: an initiative, its participations and
 * its costs belong together, and a pledge, its instalments, its receipts and the organisations. With a context, facts are added to what
 * it has; without one, the history is all there is.
 */
export function sortByMonth(
  history: History,
  monthOf: (index: number) => MonthFacts,
  context: FactContext | null = null,
): void {
  const initiatives = context?.initiatives ?? new Map(history.initiatives.map((one) => [one.id, one]))
  const pledges = context?.pledges ?? datedPledges(history)
  const told = new Set((history.pledges ?? []).map((one) => one.id))
  sortInitiatives(
    uniqueBy(history.initiatives, (one) => one.id),
    monthOf,
  )
  sortParticipations(history, initiatives, monthOf)
  for (const booking of uniqueBy(history.bookings ?? [], (one) => one.id)) sortBooking(booking, monthOf)
  for (const one of history.memberships ?? []) {
    if (one.state !== 'active') continue
    const from = one.from ?? null
    if (from === null || (one.to !== null && one.to < from)) continue
    monthOf(monthIndexOfDay(from)).membershipChanges.push({ organisationId: one.organisationId, by: 1 })
    if (one.to !== null)
      monthOf(monthIndexOfDay(one.to)).membershipChanges.push({ organisationId: one.organisationId, by: -1 })
  }
  sortPledges(
    [...told].map((id) => pledges.get(id)),
    monthOf,
  )
  sortReceipts(history, pledges, monthOf)
  for (const cost of history.costs ?? []) if (cost.currency === history.currency) sortCost(cost, initiatives, monthOf)
  for (const one of history.reserves ?? []) {
    if (one.currency === history.currency)
      monthOf(monthIndexOfDay(one.on)).reserves.push({ on: dayNumber(one.on), amountMinor: one.amountMinor })
  }
}

/** Of facts that share an id the last one told: a fact told twice counts once. */
export function uniqueBy<Fact>(facts: readonly Fact[], idOf: (fact: Fact) => string): Fact[] {
  return [...new Map(facts.map((fact) => [idOf(fact), fact])).values()]
}

function sortInitiatives(initiatives: readonly InitiativeFact[], monthOf: (index: number) => MonthFacts): void {
  for (const one of initiatives) {
    if (one.startedOn === null) continue
    monthOf(monthIndexOfDay(one.startedOn)).starts.push(datedInitiative(one, one.startedOn))
    const end = monthOfEnd(one, one.startedOn)
    if (end !== null) monthOf(end).ends.push(one.id)
  }
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

function sortParticipations(
  history: History,
  initiatives: FactContext['initiatives'],
  monthOf: (index: number) => MonthFacts,
): void {
  const told: ToldSpans = new Map()
  for (const one of history.participations) {
    const startedOn = initiatives.get(one.initiativeId)?.startedOn ?? null
    if (startedOn === null || !isToldFirst(one, told)) continue
    const joinedOn = later(one.from ?? startedOn, startedOn)
    if (one.to !== null && one.to < joinedOn) continue
    const { initiativeId, organisationId } = one
    const on = dayNumber(joinedOn)
    const month = monthOf(monthIndexOfDay(joinedOn))
    month.joins.push({ initiativeId, organisationId, on })
    month.organisationActs.push({ organisationId, on })
    if (joinedOn > startedOn) month.initiativeActs.push({ initiativeId, on })
    if (one.to !== null) monthOf(monthIndexOfDay(one.to)).leaves.push({ initiativeId, organisationId })
  }
}

function sortBooking(booking: BookingFact, monthOf: (index: number) => MonthFacts): void {
  if (!BOOKED.includes(booking.status)) return
  const on = dayNumber(booking.startsOn)
  const month = monthOf(monthIndexOfDay(booking.startsOn))
  month.organisationActs.push({ organisationId: booking.organisationId, on })
  if (!HELD_PLACE.includes(booking.status)) return
  if (booking.hostId !== null) month.organisationActs.push({ organisationId: booking.hostId, on })
  if (booking.initiativeId !== null) month.initiativeActs.push({ initiativeId: booking.initiativeId, on })
}

/** Pledges by id, each with its instalments and the funder it counts for. */
export function datedPledges(history: History, funder = funderOf(history)): Map<string, DatedPledge> {
  const instalments = new Map<string, InstalmentFact[]>()
  for (const one of history.instalments ?? []) {
    const known = instalments.get(one.pledgeId)
    if (known === undefined) instalments.set(one.pledgeId, [one])
    else known.push(one)
  }
  return new Map(
    uniqueBy(history.pledges ?? [], (one) => one.id).map((fact) => [
      fact.id,
      {
        id: fact.id,
        fact,
        funderId: funder(fact.organisationId),
        isOwnCash: isOwnCash(fact, history.currency),
        instalments: instalments.get(fact.id) ?? [],
      },
    ]),
  )
}

function sortPledges(pledges: readonly (DatedPledge | undefined)[], monthOf: (index: number) => MonthFacts): void {
  for (const pledge of pledges) {
    if (pledge === undefined) continue
    const { fact } = pledge
    if (!PROMISED.includes(fact.status)) continue
    const firstDueOn = pledge.instalments.map((one) => one.dueOn).sort()[0]
    const knownOn = fact.confirmedOn ?? fact.from ?? firstDueOn ?? fact.to
    if (knownOn === null || knownOn === undefined) continue
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
}

function sortReceipts(history: History, pledges: FactContext['pledges'], monthOf: (index: number) => MonthFacts): void {
  for (const receipt of history.receipts ?? []) {
    const pledge = pledges.get(receipt.pledgeId)
    if (pledge === undefined) continue
    const on = dayNumber(receipt.receivedOn)
    const month = monthOf(monthIndexOfDay(receipt.receivedOn))
    month.organisationActs.push({ organisationId: pledge.fact.organisationId, on })
    if (pledge.fact.initiativeId !== null) month.initiativeActs.push({ initiativeId: pledge.fact.initiativeId, on })
    if (receipt.amountMinor !== null && pledge.isOwnCash)
      month.payments.push({ pledge, on, amountMinor: receipt.amountMinor })
  }
}

function sortCost(
  cost: CostFact,
  initiatives: FactContext['initiatives'],
  monthOf: (index: number) => MonthFacts,
): void {
  const dueMonth = monthIndexOfDay(cost.dueOn)
  const isOfInitiative = cost.initiativeId !== null
  monthOf(dueMonth).costs.push({ isOfInitiative, amountMinor: cost.amountMinor })
  const startedOn = cost.initiativeId === null ? null : (initiatives.get(cost.initiativeId)?.startedOn ?? null)
  const knownOn = cost.knownOn ?? startedOn ?? cost.dueOn
  if (knownOn < cost.dueOn) {
    monthOf(monthIndexOfDay(knownOn)).costsAhead.push({
      isOfInitiative,
      month: dueMonth,
      amountMinor: cost.amountMinor,
    })
  }
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

/** A month of which nothing is told. */
export function noFacts(): MonthFacts {
  return {
    starts: [],
    ends: [],
    joins: [],
    leaves: [],
    initiativeActs: [],
    organisationActs: [],
    membershipChanges: [],
    pledgesKnown: [],
    payments: [],
    dues: [],
    costs: [],
    costsAhead: [],
    reserves: [],
  }
}
