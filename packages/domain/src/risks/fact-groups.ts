import type { History } from './history.ts'

/** Kinds of facts, as lists of a history. */
export interface Facts extends Partial<
  Pick<
    History,
    | 'organisations'
    | 'memberships'
    | 'initiatives'
    | 'participations'
    | 'bookings'
    | 'pledges'
    | 'instalments'
    | 'receipts'
    | 'costs'
    | 'reserves'
  >
> {}

export type Kind = keyof Facts

/**
 * What was learned since. A fact with the id of a known one (initiative, booking, pledge) takes its place; others are added.
 * Removed facts are named by id, or where they have none by all they say; one that is not known changes nothing.
 */
export interface Change {
  readonly added?: Facts
  readonly removed?: Facts
}

export type FactOf<K extends Kind> = NonNullable<History[K]>[number]
export type AnyFact = FactOf<Kind>
/** What belongs together when a fact changes: see sortByMonth. */
const groupOf: { readonly [K in Kind]-?: (fact: FactOf<K>) => string } = {
  organisations: (fact) => fact.id,
  memberships: (fact) => fact.organisationId,
  initiatives: (fact) => fact.id,
  participations: (fact) => fact.initiativeId,
  bookings: (fact) => fact.id,
  pledges: (fact) => fact.id,
  instalments: (fact) => fact.pledgeId,
  receipts: (fact) => fact.pledgeId,
  costs: (fact) => fact.initiativeId ?? `due ${fact.dueOn}`,
  reserves: (fact) => fact.on,
}
export const KINDS = Object.keys(groupOf) as Kind[]

/** Tells the group of a fact of the kind. */
export function naming(kind: Kind): (fact: AnyFact) => string {
  return groupOf[kind] as (fact: AnyFact) => string
}
