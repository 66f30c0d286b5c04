import {
  type DatedFacts,
  type DatedPledge,
  funderGroups,
  monthsIn,
  type MonthFacts,
  sortByMonth,
} from './dated-facts.ts'
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
  const history = () => withLists((kind) => [...store(kind).values()].flat())
  /** As much of the history as decides what becomes of the touched groups. */
  const part = (touched: ReadonlyMap<Kind, ReadonlySet<string>>) =>
    withLists((kind) => {
      if (kind === 'organisations') return [...store(kind).values()].flat()
      return [...(touched.get(kind) ?? [])].flatMap((group) => store(kind).get(group) ?? [])
    })

  /** Whether a new organisation leaves the funder of every pledge as it is. */
  const isNamedByNone = (id: string) =>
    !store('organisations').has(id) &&
    ![...store('pledges').values()].flat().some((one) => (one as FactOf<'pledges'>).organisationId === id) &&
    ![...store('organisations').values()].flat().some((one) => (one as FactOf<'organisations'>).parentId === id)

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
      const isFar = reachesFar(change)
      const touched = isFar ? new Map<Kind, Set<string>>() : touchedGroups(change)
      const before = part(touched)
      applyTo(store, change)
      if (isFar) return 'everything'
      const entered = funderGroups({ ...opened, organisations: change.added?.organisations ?? [] })
      for (const id of entered.publicFunders) groups.publicFunders.add(id)
      for (const id of entered.localPublicFunders) groups.localPublicFunders.add(id)
      for (const id of entered.privateOrganisations) groups.privateOrganisations.add(id)
      return replace(months, before, part(touched))
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

function touchedGroups({ added = {}, removed = {} }: Change): Map<Kind, Set<string>> {
  const touched = new Map<Kind, Set<string>>()
  for (const kinds of TOGETHER) {
    const names = new Set(
      kinds.flatMap((kind) => [...(added[kind] ?? []), ...(removed[kind] ?? [])].map((fact) => nameOf(kind, fact))),
    )
    for (const kind of kinds) touched.set(kind, names)
  }
  return touched
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

/** Takes out of the months what only the part before puts there, adds what only the part after does; the earliest month changed. */
function replace(months: Map<number, MonthFacts>, before: History, after: History): number | null {
  const textOf = itemTexts()
  const [gone, come] = [entriesOf(before, textOf), entriesOf(after, textOf)]
  let earliest: number | null = null
  const touch = (month: number) => {
    earliest = Math.min(earliest ?? month, month)
  }
  for (const [text, entries] of gone) {
    for (const { month, list } of entries.slice(come.get(text)?.length ?? 0)) {
      const items = monthsIn(months)(month)[list] as unknown[]
      const prefix = text.indexOf('\n') + 1
      const wanted = text.slice(prefix)
      items.splice(
        items.findIndex((item) => textOf(item) === wanted),
        1,
      )
      touch(month)
      if (isEmpty(months.get(month) as MonthFacts)) months.delete(month)
    }
  }
  for (const [text, entries] of come) {
    for (const { month, list, item } of entries.slice(gone.get(text)?.length ?? 0)) {
      ;(monthsIn(months)(month)[list] as unknown[]).push(item)
      touch(month)
    }
  }
  return earliest
}

interface Entry {
  readonly month: number
  readonly list: keyof MonthFacts
  readonly item: unknown
}

/** What a history puts into the months, by a text that names month, list and item; equal items of one month share a text. */
function entriesOf(history: History, textOf: (item: unknown) => string): Map<string, Entry[]> {
  const months = new Map<number, MonthFacts>()
  sortByMonth(history, monthsIn(months))
  const entries = new Map<string, Entry[]>()
  for (const [month, facts] of months) {
    for (const [list, items] of Object.entries(facts) as [keyof MonthFacts, readonly unknown[]][]) {
      for (const item of items) {
        const text = `${month} ${list}\n${textOf(item)}`
        const others = entries.get(text)
        if (others === undefined) entries.set(text, [{ month, list, item }])
        else others.push({ month, list, item })
      }
    }
  }
  return entries
}

/** Items as text; what a pledge says is written once and not for each of its instalments. */
function itemTexts(): (item: unknown) => string {
  const pledges = new Map<DatedPledge, string>()
  const pledgeText = (pledge: DatedPledge): string => {
    const known = pledges.get(pledge)
    if (known !== undefined) return known
    const text = JSON.stringify(pledge)
    pledges.set(pledge, text)
    return text
  }
  return (item) => {
    if (typeof item !== 'object' || item === null || !('pledge' in item)) return JSON.stringify(item)
    return `${JSON.stringify({ ...item, pledge: null })} ${pledgeText(item.pledge as DatedPledge)}`
  }
}

function isEmpty(facts: MonthFacts): boolean {
  return Object.values(facts).every((list: readonly unknown[]) => list.length === 0)
}
