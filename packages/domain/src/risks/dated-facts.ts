import { funderGroups, funderOf } from './funders.ts'
import type { History, InitiativeFact, InstalmentFact, PledgeFact } from './history.ts'
import {
  datedPledge,
  placeBooking,
  placeCost,
  placeInitiative,
  placeMembership,
  placeParticipation,
  placePledge,
  placeReceipt,
  placeReserve,
} from './placed-facts.ts'
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
  /** `on` is the first day somebody is no longer in it. */
  readonly leaves: { readonly initiativeId: string; readonly organisationId: string; readonly on: number }[]
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
  const startOf = (initiativeId: string | null) =>
    initiativeId === null ? null : (initiatives.get(initiativeId)?.startedOn ?? null)
  for (const one of uniqueBy(history.initiatives, ({ id }) => id)) placeInitiative(one, monthOf)
  const told: ToldSpans = new Map()
  for (const one of history.participations) {
    const startedOn = startOf(one.initiativeId)
    if (startedOn !== null && isToldFirst(one, told)) placeParticipation(one, startedOn, monthOf)
  }
  for (const one of uniqueBy(history.bookings ?? [], ({ id }) => id)) placeBooking(one, monthOf)
  for (const one of history.memberships ?? []) placeMembership(one, monthOf)
  for (const { id } of uniqueBy(history.pledges ?? [], (one) => one.id)) {
    const pledge = pledges.get(id)
    if (pledge !== undefined) placePledge(pledge, monthOf)
  }
  for (const one of history.receipts ?? []) {
    const pledge = pledges.get(one.pledgeId)
    if (pledge !== undefined) placeReceipt(one, pledge, monthOf)
  }
  for (const one of history.costs ?? [])
    if (one.currency === history.currency) placeCost(one, startOf(one.initiativeId), monthOf)
  for (const one of history.reserves ?? []) if (one.currency === history.currency) placeReserve(one, monthOf)
}

/** Of facts that share an id the last one told: a fact told twice counts once. */
export function uniqueBy<Fact>(facts: readonly Fact[], idOf: (fact: Fact) => string): Fact[] {
  return [...new Map(facts.map((fact) => [idOf(fact), fact])).values()]
}

/** Pledges by id, each with its instalments and the funder it counts for. */
export function datedPledges(history: History): Map<string, DatedPledge> {
  const funder = funderOf(history)
  const instalments = Map.groupBy(history.instalments ?? [], (one) => one.pledgeId)
  return new Map(
    uniqueBy(history.pledges ?? [], (one) => one.id).map((fact) => [
      fact.id,
      datedPledge(fact, instalments.get(fact.id) ?? [], funder(fact.organisationId), history.currency),
    ]),
  )
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
