import { monthIndexOfDay } from '../../values/month.ts'
import { type FactContext, type MonthFacts, monthsIn, noFacts, sortByMonth } from '../dated-facts.ts'
import { type AnyFact, type FactOf, type Kind, naming } from '../fact-groups.ts'
import type { History } from '../history.ts'
import { itemTexts } from '../replaced-facts.ts'

type ListName = Exclude<keyof MonthFacts, 'pledgesStopped'>

/** Facts of which each group is sorted apart from all others, and what they become in a month. */
export interface FactFamily {
  readonly kinds: readonly Kind[]
  /** The group of a fact of one of the kinds. */
  readonly groupOf: (kind: Kind) => (fact: AnyFact) => string
  /** The lists of a month that they fill, and the group of an item of the list; other lists of theirs are not read. */
  readonly lists: Partial<{
    readonly [List in ListName]: (item: MonthFacts[List][number], month: number) => string
  }>
}

export const workFamily: FactFamily = {
  kinds: ['initiatives', 'participations'],
  groupOf: naming,
  lists: {
    starts: (one) => one.id,
    ends: (id) => id,
    joins: (one) => one.initiativeId,
    leaves: (one) => one.initiativeId,
    initiativeActs: (one) => one.initiativeId,
  },
}

export const moneyFamily: FactFamily = {
  kinds: ['pledges', 'instalments', 'receipts'],
  groupOf: naming,
  lists: {
    pledgesKnown: (one) => one.id,
    payments: (one) => one.pledge.id,
    dues: (one) => one.pledge.id,
  },
}

/** Costs count each for itself; what they become names the month they are due in, and no initiative. */
const costsDue = (isOfInitiative: boolean, month: number) => `${isOfInitiative} ${month}`
export const costFamily: FactFamily = {
  kinds: ['costs'],
  groupOf: () => (fact) => {
    const { initiativeId, dueOn } = fact as FactOf<'costs'>
    return costsDue(initiativeId !== null, monthIndexOfDay(dueOn))
  },
  lists: {
    costs: ({ isOfInitiative }, month) => costsDue(isOfInitiative, month),
    costsAhead: ({ isOfInitiative, month }) => costsDue(isOfInitiative, month),
  },
}

type Months = ReadonlyMap<number, MonthFacts>

/** What a family of another history brings into the months. */
export interface OtherMonths {
  /** Earliest month whose facts differ; null where none do. */
  readonly from: number | null
  readonly months: Months
}

/** A family of facts in their months, of which another history sorts again only the groups that differ. */
export interface SharedMonths {
  readonly months: Months
  readonly of: (other: History) => OtherMonths
}

/** The history with no facts but these. */
export function onlyOf(history: History, facts: Partial<Pick<History, Kind>>): History {
  return { ...history, ...NOTHING, ...facts }
}

const NOTHING = {
  initiatives: [],
  participations: [],
  memberships: null,
  bookings: null,
  pledges: null,
  instalments: null,
  receipts: null,
  costs: null,
  reserves: null,
} as const satisfies Partial<History>

/**
 * Sorts a family once. Another history that was made of this one shares most of its facts: which groups differ is told by whether they
 * hold the same facts, and not by what these say, so that a history of equal facts costs more and comes to the same. With a context it
 * decides what becomes of a fact; without one, the family is all there is. Source: docs/adr/0117.
 */
export function sharedMonths(
  history: History,
  { kinds, groupOf, lists }: FactFamily,
  context: FactContext | null = null,
): SharedMonths {
  const names = Object.keys(lists) as ListName[]
  const factsOf = (one: History, kind: Kind): readonly AnyFact[] => one[kind] ?? []
  const groups = new Map(kinds.map((kind) => [kind, Map.groupBy(factsOf(history, kind), groupOf(kind))]))
  const sorted = (facts: (kind: Kind) => readonly AnyFact[]): Map<number, MonthFacts> => {
    const months = new Map<number, MonthFacts>()
    const part = Object.fromEntries(kinds.map((kind) => [kind, history[kind] && facts(kind)]))
    sortByMonth(onlyOf(history, part), monthsIn(months), context)
    return months
  }
  const months = sorted((kind) => factsOf(history, kind))

  return {
    months,
    of(other) {
      const touched = new Set<string>()
      for (const kind of kinds) addDiffering(touched, factsOf(history, kind), factsOf(other, kind), groupOf(kind))
      const own = (kind: Kind) => [...touched].flatMap((group) => groups.get(kind)?.get(group) ?? [])
      const gone = sorted(own)
      const come = sorted((kind) => {
        if (other[kind] === history[kind]) return own(kind)
        const nameOf = groupOf(kind)
        return factsOf(other, kind).filter((fact) => touched.has(nameOf(fact)))
      })
      const isSame = sameness(names)
      const differing = [...new Set([...gone.keys(), ...come.keys()])].filter(
        (month) => !isSame(gone.get(month), come.get(month)),
      )
      const changed = new Map(months)
      for (const month of differing) {
        const facts = noFacts()
        for (const list of names) {
          const nameOf = lists[list] as (item: unknown, month: number) => string
          const kept = months.get(month)?.[list].filter((item) => !touched.has(nameOf(item, month))) ?? []
          ;(facts[list] as unknown[]).push(...kept, ...(come.get(month)?.[list] ?? []))
        }
        changed.set(month, facts)
      }
      return { from: differing.length === 0 ? null : Math.min(...differing), months: changed }
    },
  }
}

/**
 * Adds the groups of the facts that only one of two lists holds. Lists of which one was made of the other keep the order of what they
 * share; whatever the order, what is left unnamed is in both.
 */
function addDiffering(
  groups: Set<string>,
  own: readonly AnyFact[],
  other: readonly AnyFact[],
  groupOf: (fact: AnyFact) => string,
): void {
  if (own === other) return
  let at = 0
  for (const fact of other) {
    const found = own[at] === fact ? at : own.indexOf(fact, at)
    if (found < 0) {
      groups.add(groupOf(fact))
      continue
    }
    for (; at < found; at += 1) groups.add(groupOf(own[at] as AnyFact))
    at += 1
  }
  for (; at < own.length; at += 1) groups.add(groupOf(own[at] as AnyFact))
}

/** Whether two months hold the same, as far as these lists go. */
function sameness(lists: readonly ListName[]): (a: MonthFacts | undefined, b: MonthFacts | undefined) => boolean {
  const textOf = itemTexts()
  return (a, b) =>
    lists.every((list) => {
      const [ones, others]: [readonly unknown[], readonly unknown[]] = [a?.[list] ?? [], b?.[list] ?? []]
      return ones.length === others.length && ones.every((item, index) => textOf(item) === textOf(others[index]))
    })
}
