import { type DatedFacts, datedPledges, monthsIn, type MonthFacts, sortByMonth } from './dated-facts.ts'
import { divided, touchedGroups } from './divided-change.ts'
import {
  type AnyFact,
  applyTo,
  type Change,
  type FactOf,
  type Facts,
  grouped,
  type Groups,
  type Kind,
  KINDS,
} from './fact-groups.ts'
import { funderGroups, funderOf } from './funders.ts'
import type { History, InitiativeFact } from './history.ts'
import { replaceInMonths, restateInMonths } from './replaced-facts.ts'

/** The facts known so far, in their months, ready to learn more without sorting them all again. */
export interface KnownFacts {
  readonly dated: DatedFacts
  /** All that is known, as a history: what a timeline opened now would be given. */
  readonly history: () => History
  /** Earliest month whose facts changed; null where none did, 'everything' where the change reaches too far to be told. */
  readonly learn: (change: Change) => number | 'everything' | null
}

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
  let organisationsKnown: FactOf<'organisations'>[] | null = null
  const organisations = () =>
    (organisationsKnown ??= [...store('organisations').values()].flat() as FactOf<'organisations'>[])
  const history = () => withLists((kind) => [...store(kind).values()].flat())
  /** As much of the history as decides what becomes of the touched groups. */
  const part = (touched: ReadonlyMap<Kind, ReadonlySet<string>>) =>
    withLists((kind) => {
      if (kind === 'organisations') return organisations()
      return [...(touched.get(kind) ?? [])].flatMap((group) => store(kind).get(group) ?? [])
    })

  /** Initiatives and pledges as they stand, for what is added to them. */
  const initiatives = { get: (id: string) => store('initiatives').get(id)?.[0] as InitiativeFact | undefined }
  let funder = funderOf(opened)
  const pledges = datedPledges(opened, funder)
  const remember = (changed: History) => {
    for (const [id, one] of datedPledges(changed, funder)) pledges.set(id, one)
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

  const sortAgain = (changing: Change): number | null => {
    const touched = touchedGroups(changing)
    if (touched.size === 0) return null
    const before = part(touched)
    applyTo(store, changing)
    const after = part(touched)
    for (const id of touched.get('pledges') ?? []) pledges.delete(id)
    remember(after)
    return replaceInMonths(months, before, after)
  }
  const restate = (told: InitiativeFact): number | null => {
    const known = initiatives.get(told.id) as InitiativeFact
    store('initiatives').set(told.id, [told])
    return restateInMonths(months, known, told)
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

  const enter = (entered: readonly FactOf<'organisations'>[]) => {
    const { publicFunders, localPublicFunders, privateOrganisations } = funderGroups({
      ...opened,
      organisations: entered,
    })
    for (const id of publicFunders) groups.publicFunders.add(id)
    for (const id of localPublicFunders) groups.localPublicFunders.add(id)
    for (const id of privateOrganisations) groups.privateOrganisations.add(id)
  }

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
      const entered = change.added?.organisations ?? []
      if (entered.length > 0) enter(entered)
      const { changing, restated, adding } = divided(change, store)
      let earliest = sortAgain(changing)
      for (const one of restated) earliest = earlier(earliest, restate(one))
      applyTo(store, { added: adding })
      if (entered.length > 0) {
        organisationsKnown = null
        funder = funderOf({ ...opened, organisations: organisations() })
      }
      return earlier(earliest, addToMonths(adding))
    },
  }
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}
