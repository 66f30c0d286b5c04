import { type DatedFacts, datedPledges, monthsIn, type MonthFacts, sortByMonth } from './dated-facts.ts'
import { funderGroups } from './funders.ts'
import type { History } from './history.ts'
import { replaceInMonths } from './replaced-facts.ts'

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

type Kind = keyof Facts

/**
 * What was learned since. A fact with the id of a known one (initiative, booking, pledge) takes its place; others are added.
 * Removed facts are named by id, or where they have none by all they say; one that is not known changes nothing.
 */
export interface Change {
  readonly added?: Facts
  readonly removed?: Facts
}

/** The facts known so far, in their months, ready to learn more without sorting them all again. */
export interface KnownFacts {
  readonly dated: DatedFacts
  /** All that is known, as a history: what a timeline opened now would be given. */
  readonly history: () => History
  /** Earliest month whose facts changed; null where none did, 'everything' where the change reaches too far to be told. */
  readonly learn: (change: Change) => number | 'everything' | null
}

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
const WITH_ID: readonly Kind[] = ['organisations', 'initiatives', 'bookings', 'pledges']
/** Kinds whose groups are sorted together: a change in one touches the group of the same name in the others. */
const TOGETHER: readonly (readonly Kind[])[] = [
  ['initiatives', 'participations', 'costs'],
  ['pledges', 'instalments', 'receipts'],
  ['memberships'],
  ['bookings'],
  ['reserves'],
]
const KINDS = Object.keys(groupOf) as Kind[]

type FactOf<K extends Kind> = NonNullable<History[K]>[number]
type AnyFact = FactOf<Kind>
type Groups = Map<string, AnyFact[]>

export function knownFacts(opened: History): KnownFacts {
  const stores = new Map<Kind, Groups>(KINDS.map((kind) => [kind, grouped(kind, opened[kind] ?? [])]))
  const months = new Map<number, MonthFacts>()
  sortByMonth(opened, monthsIn(months))
  const groups = funderGroups(opened)
  const nothing = monthsIn(new Map())(0)
  const store = (kind: Kind) => stores.get(kind) as Groups

  const withLists = (listOf: (kind: Kind) => readonly AnyFact[]): History => {
    const lists = KINDS.map((kind) => [kind, opened[kind] === null && store(kind).size === 0 ? null : listOf(kind)])
    return { ...opened, ...(Object.fromEntries(lists) as unknown as Pick<History, Kind>) }
  }
  const organisations = () => [...store('organisations').values()].flat() as FactOf<'organisations'>[]
  const history = () => withLists((kind) => [...store(kind).values()].flat())
  /** As much of the history as decides what becomes of the touched groups. */
  const part = (touched: ReadonlyMap<Kind, ReadonlySet<string>>) =>
    withLists((kind) => {
      if (kind === 'organisations') return organisations()
      return [...(touched.get(kind) ?? [])].flatMap((group) => store(kind).get(group) ?? [])
    })

  /** Initiatives and pledges as they stand, for what is added to them. */
  const initiatives = new Map(opened.initiatives.map((one) => [one.id, one]))
  const pledges = datedPledges(opened)
  const remember = (changed: History) => {
    for (const one of changed.initiatives) initiatives.set(one.id, one)
    for (const [id, one] of datedPledges(changed)) pledges.set(id, one)
  }
  const addToMonths = (adding: Facts): number | null => {
    const added: History = { ...withLists((kind) => adding[kind] ?? []), organisations: organisations() }
    remember(added)
    let earliest: number | null = null
    const monthOf = monthsIn(months)
    const touching = (month: number) => {
      earliest = earlier(earliest, month)
      return monthOf(month)
    }
    sortByMonth(added, touching, { initiatives, pledges })
    return earliest
  }

  /** Whether a new organisation leaves the funder of every pledge as it is. */
  const isNamedByNone = (id: string) =>
    !store('organisations').has(id) &&
    ![...store('pledges').values()].flat().some((one) => (one as FactOf<'pledges'>).organisationId === id) &&
    !organisations().some((one) => one.parentId === id)

  const reachesFar = ({ added = {}, removed = {} }: Change) =>
    KINDS.some((kind) => opened[kind] === null && (added[kind] ?? []).length > 0) ||
    (removed.organisations ?? []).length > 0 ||
    (added.organisations ?? []).some((one) => !isNamedByNone(one.id))

  return {
    dated: {
      history: opened,
      get firstMonth() {
        return months.size === 0 ? null : Math.min(...months.keys())
      },
      at: (month) => months.get(month) ?? nothing,
      ...groups,
    },
    history,
    learn(change) {
      if (reachesFar(change)) {
        applyTo(store, change)
        return 'everything'
      }
      const entered = funderGroups({ ...opened, organisations: change.added?.organisations ?? [] })
      for (const id of entered.publicFunders) groups.publicFunders.add(id)
      for (const id of entered.localPublicFunders) groups.localPublicFunders.add(id)
      for (const id of entered.privateOrganisations) groups.privateOrganisations.add(id)
      const { changing, adding } = divided(change, store)
      const touched = touchedGroups(changing, store)
      const before = part(touched)
      applyTo(store, changing)
      const after = part(touched)
      for (const id of touched.get('initiatives') ?? []) initiatives.delete(id)
      for (const id of touched.get('pledges') ?? []) pledges.delete(id)
      remember(after)
      const earliest = replaceInMonths(months, before, after)
      applyTo(store, { added: adding })
      return earlier(earliest, addToMonths(adding))
    },
  }
}

function grouped(kind: Kind, facts: readonly AnyFact[]): Groups {
  const groups: Groups = new Map()
  for (const fact of facts) put(groups, kind, fact)
  return groups
}

function put(groups: Groups, kind: Kind, fact: AnyFact): void {
  const group = nameOf(kind, fact)
  const others = groups.get(group)
  if (others === undefined || WITH_ID.includes(kind)) groups.set(group, [fact])
  else others.push(fact)
}

function nameOf(kind: Kind, fact: AnyFact): string {
  return (groupOf[kind] as (fact: AnyFact) => string)(fact)
}

function touchedGroups(change: Change, store: (kind: Kind) => Groups): Map<Kind, Set<string>> {
  const { added = {}, removed = {} } = change
  const restated = new Set<AnyFact>((added.initiatives ?? []).filter((fact) => isRestated(fact, store)))
  const touched = new Map<Kind, Set<string>>()
  for (const kinds of TOGETHER) {
    const names = new Set(
      kinds.flatMap((kind) =>
        [...(added[kind] ?? []), ...(removed[kind] ?? [])]
          .filter((fact) => !restated.has(fact))
          .map((fact) => nameOf(kind, fact)),
      ),
    )
    for (const kind of kinds) touched.set(kind, names)
  }
  return touched.set(
    'initiatives',
    new Set([...(touched.get('initiatives') ?? []), ...[...restated].map((one) => nameOf('initiatives', one))]),
  )
}

/** Whether an initiative tells of itself anew and of its participations and costs as before: these go by its first day. */
function isRestated(fact: FactOf<'initiatives'>, store: (kind: Kind) => Groups): boolean {
  const known = store('initiatives').get(fact.id)?.[0] as FactOf<'initiatives'> | undefined
  return known !== undefined && known.startedOn === fact.startedOn
}

/**
 * Facts that only add to what is there, and the rest. A fact adds where nothing told before becomes another for it: its initiative or
 * pledge stays as it is, and it is not one that was told already.
 */
function divided(
  { added = {}, removed = {} }: Change,
  store: (kind: Kind) => Groups,
): { changing: Change; adding: Facts } {
  const [adding, changing] = [{} as Record<Kind, AnyFact[]>, {} as Record<Kind, AnyFact[]>]
  for (const kinds of TOGETHER) {
    const stores = kinds.map(store)
    const changed = new Set(kinds.flatMap((kind) => (removed[kind] ?? []).map((fact) => nameOf(kind, fact))))
    const facts = kinds.flatMap((kind, index) =>
      (added[kind] ?? []).map((fact) => {
        const name = nameOf(kind, fact)
        const known = stores[index]?.get(name)
        return { kind, fact, name, known, isKnown: known !== undefined && WITH_ID.includes(kind) }
      }),
    )
    for (const { kind, fact, name, known } of facts) {
      const isOld = known !== undefined || (stores.length > 1 && stores.some((groups) => groups.has(name)))
      if (!isOld || changed.has(name) || isAddition(kind, fact, known)) continue
      if (kind !== 'initiatives' || !isRestated(fact as FactOf<'initiatives'>, store)) changed.add(name)
    }
    for (const { kind, fact, name, isKnown } of facts)
      ((isKnown || changed.has(name) ? changing : adding)[kind] ??= []).push(fact)
  }
  adding.organisations = [...(added.organisations ?? [])]
  return { changing: { added: changing as unknown as Facts, removed }, adding: adding as unknown as Facts }
}

/** Whether a fact of a group that is there leaves the others of it as they are. */
function isAddition(kind: Kind, fact: AnyFact, known: readonly AnyFact[] | undefined): boolean {
  if (WITH_ID.includes(kind) || kind === 'instalments') return false
  if (kind !== 'participations') return true
  const spanOf = (one: AnyFact) => {
    const { organisationId, from, to } = one as FactOf<'participations'>
    return JSON.stringify([organisationId, from, to])
  }
  return !(known ?? []).some((one) => spanOf(one) === spanOf(fact))
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

function applyTo(store: (kind: Kind) => Groups, { added = {}, removed = {} }: Change): void {
  for (const kind of KINDS) {
    for (const fact of removed[kind] ?? []) {
      const name = nameOf(kind, fact)
      const group = store(kind).get(name)
      if (group === undefined) continue
      const text = JSON.stringify(fact)
      const position = WITH_ID.includes(kind) ? 0 : group.findIndex((one) => JSON.stringify(one) === text)
      if (position >= 0) group.splice(position, 1)
      if (group.length === 0) store(kind).delete(name)
    }
    for (const fact of added[kind] ?? []) put(store(kind), kind, fact)
  }
}
