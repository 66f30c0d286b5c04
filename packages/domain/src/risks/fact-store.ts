import type { DatedPledge } from './dated-facts.ts'
import { type AnyFact, type FactOf, type Facts, type Kind, KINDS, naming } from './fact-groups.ts'
import type { History } from './history.ts'

/** An initiative as it was last told, null where only what belongs to it is known. */
export interface InitiativeGroup {
  fact: FactOf<'initiatives'> | null
  readonly participations: FactOf<'participations'>[]
  readonly costs: FactOf<'costs'>[]
}

/** A pledge as it was last told, null where only what belongs to it is known. */
export interface PledgeGroup {
  fact: FactOf<'pledges'> | null
  /** As it lies in the months; null while it does not. */
  dated: DatedPledge | null
  readonly instalments: FactOf<'instalments'>[]
  readonly receipts: FactOf<'receipts'>[]
}

/** Facts by what belongs together: what becomes of one depends on no fact of another group, but for organisations. */
export interface FactStore {
  readonly organisations: Map<string, FactOf<'organisations'>>
  readonly initiatives: Map<string, InitiativeGroup>
  readonly pledges: Map<string, PledgeGroup>
  readonly bookings: Map<string, FactOf<'bookings'>>
  readonly memberships: Map<string, FactOf<'memberships'>[]>
  readonly reserves: Map<string, FactOf<'reserves'>[]>
}

/** Names of groups by what they are groups of. */
export type GroupNames = { readonly [Of in keyof FactStore]: Set<string> }

export function factStore(): FactStore {
  return {
    organisations: new Map(),
    initiatives: new Map(),
    pledges: new Map(),
    bookings: new Map(),
    memberships: new Map(),
    reserves: new Map(),
  }
}

/** The group of an initiative, made where there is none. */
export function initiativeIn({ initiatives }: FactStore, id: string): InitiativeGroup {
  return initiatives.get(id) ?? added(initiatives, id, { fact: null, participations: [], costs: [] })
}

/** The group of a pledge, made where there is none. */
export function pledgeIn({ pledges }: FactStore, id: string): PledgeGroup {
  return pledges.get(id) ?? added(pledges, id, { fact: null, dated: null, instalments: [], receipts: [] })
}

/** The list of a name, made where there is none. */
export function listIn<Fact>(lists: Map<string, Fact[]>, name: string): Fact[] {
  return lists.get(name) ?? added(lists, name, [])
}

function added<Value>(values: Map<string, Value>, name: string, value: Value): Value {
  values.set(name, value)
  return value
}

/** What the groups of a kind are groups of. */
const GROUPS_OF: { readonly [K in Kind]: keyof FactStore } = {
  organisations: 'organisations',
  memberships: 'memberships',
  initiatives: 'initiatives',
  participations: 'initiatives',
  bookings: 'bookings',
  pledges: 'pledges',
  instalments: 'pledges',
  receipts: 'pledges',
  costs: 'initiatives',
  reserves: 'reserves',
}

/** Adds facts to their groups, or takes the place of those with the same id. */
export function put(store: FactStore, facts: Facts): void {
  for (const one of facts.organisations ?? []) store.organisations.set(one.id, one)
  for (const one of facts.initiatives ?? []) initiativeIn(store, one.id).fact = one
  for (const one of facts.bookings ?? []) store.bookings.set(one.id, one)
  for (const one of facts.pledges ?? []) pledgeIn(store, one.id).fact = one
  for (const kind of LISTED) {
    const nameOf = naming(kind)
    for (const fact of facts[kind] ?? []) listOf(store, kind, nameOf(fact)).push(fact)
  }
}

/** Takes facts out of their groups: by their id, or where they have none by all they say. What is not known changes nothing. */
export function take(store: FactStore, facts: Facts): void {
  for (const { id } of facts.organisations ?? []) store.organisations.delete(id)
  for (const { id } of facts.initiatives ?? []) initiativeIn(store, id).fact = null
  for (const { id } of facts.bookings ?? []) store.bookings.delete(id)
  for (const { id } of facts.pledges ?? []) pledgeIn(store, id).fact = null
  for (const kind of LISTED) {
    const nameOf = naming(kind)
    for (const fact of facts[kind] ?? []) {
      const list = listOf(store, kind, nameOf(fact))
      const text = JSON.stringify(fact)
      const position = list.findIndex((one) => JSON.stringify(one) === text)
      if (position >= 0) list.splice(position, 1)
    }
  }
}

/** The groups that facts are of. */
export function groupsIn(facts: Facts): GroupNames {
  const names: GroupNames = {
    organisations: new Set(),
    initiatives: new Set(),
    pledges: new Set(),
    bookings: new Set(),
    memberships: new Set(),
    reserves: new Set(),
  }
  for (const kind of KINDS) {
    const nameOf = naming(kind)
    for (const fact of facts[kind] ?? []) names[GROUPS_OF[kind]].add(nameOf(fact))
  }
  return names
}

/** All the facts of some groups, or of all of them, as lists of a history. */
export function listsOf(store: FactStore, names: GroupNames | null = null): Required<Facts> {
  const of = <Group>(groups: ReadonlyMap<string, Group>, which: keyof FactStore): Group[] =>
    names === null ? [...groups.values()] : [...names[which]].flatMap((name) => groups.get(name) ?? [])
  const initiatives = of(store.initiatives, 'initiatives')
  const pledges = of(store.pledges, 'pledges')
  return {
    organisations: [...store.organisations.values()],
    initiatives: initiatives.flatMap(({ fact }) => fact ?? []),
    participations: initiatives.flatMap(({ participations }) => participations),
    costs: initiatives.flatMap(({ costs }) => costs),
    pledges: pledges.flatMap(({ fact }) => fact ?? []),
    instalments: pledges.flatMap(({ instalments }) => instalments),
    receipts: pledges.flatMap(({ receipts }) => receipts),
    bookings: of(store.bookings, 'bookings'),
    memberships: of(store.memberships, 'memberships').flat(),
    reserves: of(store.reserves, 'reserves').flat(),
  }
}

/** The history with these lists; a source nobody keeps stays one while nothing is told of it. */
export function withLists(history: History, lists: Facts): History {
  const kept = KINDS.map((kind) => {
    const list = lists[kind] ?? []
    return [kind, history[kind] === null && list.length === 0 ? null : list]
  })
  return { ...history, ...(Object.fromEntries(kept) as unknown as Pick<History, Kind>) }
}

/** Kinds of which a group has any number of facts, which are known by all they say. */
const LISTED = ['participations', 'costs', 'instalments', 'receipts', 'memberships', 'reserves'] as const

function listOf(store: FactStore, kind: (typeof LISTED)[number], name: string): AnyFact[] {
  switch (kind) {
    case 'participations':
      return initiativeIn(store, name).participations
    case 'costs':
      return initiativeIn(store, name).costs
    case 'instalments':
      return pledgeIn(store, name).instalments
    case 'receipts':
      return pledgeIn(store, name).receipts
    case 'memberships':
      return listIn(store.memberships, name)
    case 'reserves':
      return listIn(store.reserves, name)
  }
}
