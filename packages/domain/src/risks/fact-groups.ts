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
/** The facts of a kind by what belongs together when one of them changes. */
export type Groups = Map<string, AnyFact[]>
export type Store = (kind: Kind) => Groups

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
/** Kinds that have one fact a group, known by its id. */
export const WITH_ID: ReadonlySet<Kind> = new Set(['organisations', 'initiatives', 'bookings', 'pledges'])
export const KINDS = Object.keys(groupOf) as Kind[]

export function grouped(kind: Kind, facts: readonly AnyFact[]): Groups {
  const groups: Groups = new Map()
  putAll(groups, kind, facts)
  return groups
}

/** Tells the group of a fact of the kind. */
export function naming(kind: Kind): (fact: AnyFact) => string {
  return groupOf[kind] as (fact: AnyFact) => string
}

/** Adds and removes facts in their groups, the removed first. */
export function applyTo(store: Store, { added = {}, removed = {} }: Change): void {
  for (const kind of KINDS) {
    const groups = store(kind)
    const nameOf = naming(kind)
    for (const fact of removed[kind] ?? []) {
      const name = nameOf(fact)
      const group = groups.get(name)
      if (group === undefined) continue
      const text = JSON.stringify(fact)
      const position = WITH_ID.has(kind) ? 0 : group.findIndex((one) => JSON.stringify(one) === text)
      if (position >= 0) group.splice(position, 1)
      if (group.length === 0) groups.delete(name)
    }
    putAll(groups, kind, added[kind] ?? [])
  }
}

function putAll(groups: Groups, kind: Kind, facts: readonly AnyFact[]): void {
  const nameOf = naming(kind)
  const isOneEach = WITH_ID.has(kind)
  for (const fact of facts) {
    const name = nameOf(fact)
    const others = isOneEach ? undefined : groups.get(name)
    if (others === undefined) groups.set(name, [fact])
    else others.push(fact)
  }
}
