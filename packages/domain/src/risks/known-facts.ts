import { addFacts } from './added-facts.ts'
import { type DatedFacts, type MonthFacts, monthsIn, noFacts } from './dated-facts.ts'
import { type Change, type Facts, KINDS } from './fact-groups.ts'
import { factStore, type GroupNames, groupsIn, listsOf, pledgeIn, put, take, withLists } from './fact-store.ts'
import { funderGroups, funderOf } from './funders.ts'
import type { History, OrganisationFact } from './history.ts'
import { datedPledge } from './placed-facts.ts'
import { replaceInMonths } from './replaced-facts.ts'

/** The facts known so far, in their months, ready to learn more without sorting them all again. */
export interface KnownFacts {
  readonly dated: DatedFacts
  /** All that is known, as a history: what a timeline opened now would be given. */
  readonly history: () => History
  /** Earliest month whose facts changed; null where none did, 'everything' where the change reaches too far to be told. */
  readonly learn: (change: Change) => number | 'everything' | null
}

/** What a history tells is learned as all that comes after it. */
export function knownFacts(opened: History): KnownFacts {
  const store = factStore()
  const months = new Map<number, MonthFacts>()
  const groups = funderGroups(opened)
  const nothing = noFacts()
  let funder = funderOf(opened)
  /** The first month of all, and the earliest of those touched by a change. */
  let first = Infinity
  let earliest = Infinity
  const monthIn = monthsIn(months)
  const monthOf = (month: number) => {
    if (month < earliest) earliest = month
    return monthIn(month)
  }

  const tell = ({ added = {}, removed = {} }: Change) => {
    const again = groupsIn(removed)
    const left = addFacts(added, { store, monthOf, currency: opened.currency, funderOf: funder, again })
    first = Math.min(first, earliest)
    if (Object.values(again).some((names) => names.size > 0)) sortAgain(again, left, removed)
  }
  const sortAgain = (touched: GroupNames, added: Facts, removed: Facts) => {
    const before = withLists(opened, listsOf(store, touched))
    take(store, removed)
    put(store, added)
    const after = withLists(opened, listsOf(store, touched))
    for (const id of touched.pledges) {
      const group = pledgeIn(store, id)
      const { fact, instalments } = group
      group.dated = fact && datedPledge(fact, instalments.slice(), funder(fact.organisationId), opened.currency)
    }
    earliest = Math.min(earliest, replaceInMonths(months, before, after) ?? Infinity)
    first = Math.min(...months.keys())
  }

  /** Whether a new organisation leaves the funder of every pledge as it is. */
  const isNamedByNone = (id: string) =>
    !store.organisations.has(id) &&
    ![...store.pledges.values()].some(({ fact }) => fact?.organisationId === id) &&
    ![...store.organisations.values()].some((one) => one.parentId === id)

  const reachesFar = ({ added = {}, removed = {} }: Change) =>
    KINDS.some((kind) => opened[kind] === null && (added[kind] ?? []).length > 0) ||
    (removed.organisations ?? []).length > 0 ||
    (added.organisations ?? []).some((one) => !isNamedByNone(one.id))

  const enter = (entered: readonly OrganisationFact[]) => {
    const { publicFunders, localPublicFunders, privateOrganisations } = funderGroups({
      ...opened,
      organisations: entered,
    })
    for (const id of publicFunders) groups.publicFunders.add(id)
    for (const id of localPublicFunders) groups.localPublicFunders.add(id)
    for (const id of privateOrganisations) groups.privateOrganisations.add(id)
    funder = funderOf({ ...opened, organisations: [...store.organisations.values(), ...entered] })
  }

  tell({ added: withoutNulls(opened) })
  return {
    dated: {
      history: opened,
      get firstMonth() {
        return first === Infinity ? null : first
      },
      at: (month) => months.get(month) ?? nothing,
      ...groups,
    },
    history: () => withLists(opened, listsOf(store)),
    learn(change) {
      if (reachesFar(change)) {
        take(store, change.removed ?? {})
        put(store, change.added ?? {})
        return 'everything'
      }
      const entered = change.added?.organisations ?? []
      if (entered.length > 0) enter(entered)
      earliest = Infinity
      tell(change)
      return earliest === Infinity ? null : earliest
    },
  }
}

function withoutNulls(history: History): Facts {
  return Object.fromEntries(KINDS.map((kind) => [kind, history[kind] ?? []])) as unknown as Facts
}
