import {
  type AnyFact,
  type Change,
  type Facts,
  type Groups,
  type Kind,
  nameOf,
  type Store,
  WITH_ID,
} from './fact-groups.ts'
import type { InitiativeFact, ParticipationFact } from './history.ts'

/** A change by what it does to the facts there are. */
export interface DividedChange {
  /** What makes others of its group count otherwise: the groups are sorted again. */
  readonly changing: Change
  /** Initiatives that begin as before and end, or mean to end, on another day: their participations and costs stay as they are. */
  readonly restated: readonly InitiativeFact[]
  /** What leaves everything else as it is. */
  readonly adding: Facts
}

/** Kinds whose groups are sorted together: a change in one touches the group of the same name in the others. */
const TOGETHER: readonly (readonly Kind[])[] = [
  ['initiatives', 'participations', 'costs'],
  ['pledges', 'instalments', 'receipts'],
  ['memberships'],
  ['bookings'],
  ['reserves'],
]

/** Kinds whose facts count for themselves, whatever else their group has. */
const NEVER_CHANGE_OTHERS: ReadonlySet<Kind> = new Set(['memberships', 'receipts', 'costs', 'reserves'])

/**
 * Facts that only add to what is there, and the rest. A fact adds where nothing told before becomes another for it: its initiative or
 * pledge stays as it is, and it is not one that was told already.
 */
export function divided({ added = {}, removed = {} }: Change, store: Store): DividedChange {
  const [adding, changing] = [{} as Record<Kind, readonly AnyFact[]>, {} as Record<Kind, readonly AnyFact[]>]
  const restated: InitiativeFact[] = []
  for (const kinds of TOGETHER) {
    const changed = new Set(kinds.flatMap((kind) => (removed[kind] ?? []).map((fact) => nameOf(kind, fact))))
    const isOld = groupsThatAreThere(kinds.map(store))
    for (const kind of kinds) {
      if (NEVER_CHANGE_OTHERS.has(kind)) continue
      for (const fact of added[kind] ?? []) {
        if (changesOthers(kind, fact, isOld, store)) changed.add(nameOf(kind, fact))
      }
    }
    for (const kind of kinds) {
      const facts = added[kind] ?? []
      const isWithId = WITH_ID.has(kind)
      if (changed.size === 0 && !isWithId) {
        adding[kind] = facts
        continue
      }
      const [come, old]: [AnyFact[], AnyFact[]] = [[], []]
      for (const fact of facts) {
        const name = nameOf(kind, fact)
        if (changed.has(name)) old.push(fact)
        else if (!isWithId || !store(kind).has(name)) come.push(fact)
        // What has an id and is known changes others, but for an initiative told anew.
        else restated.push(fact as InitiativeFact)
      }
      adding[kind] = come
      changing[kind] = old
    }
  }
  adding.organisations = added.organisations ?? []
  return { changing: { added: changing as unknown as Facts, removed }, restated, adding: adding as unknown as Facts }
}

/** What belongs together with the facts of a change, by kind: the groups to sort again. */
export function touchedGroups({ added = {}, removed = {} }: Change): Map<Kind, Set<string>> {
  const touched = new Map<Kind, Set<string>>()
  for (const kinds of TOGETHER) {
    const facts = kinds.flatMap((kind) =>
      [...(added[kind] ?? []), ...(removed[kind] ?? [])].map((fact) => nameOf(kind, fact)),
    )
    if (facts.length === 0) continue
    const names = new Set(facts)
    for (const kind of kinds) touched.set(kind, names)
  }
  return touched
}

/** Whether there are facts of a group already. The last answer is kept: the facts of a group mostly come together. */
function groupsThatAreThere(stores: readonly Groups[]): (name: string) => boolean {
  let last: string | null = null
  let isThere = false
  return (name) => {
    if (name === last) return isThere
    last = name
    isThere = stores.some((groups) => groups.has(name))
    return isThere
  }
}

/** Whether a fact makes others of a group that is there count otherwise, or counts otherwise for them. */
function changesOthers(kind: Kind, fact: AnyFact, isOld: (name: string) => boolean, store: Store): boolean {
  if (kind !== 'participations')
    return isOld(nameOf(kind, fact)) && !(kind === 'initiatives' && isRestated(fact as InitiativeFact, store))
  const one = fact as ParticipationFact
  return (store(kind).get(one.initiativeId) ?? []).some((known) => isSameSpan(known as ParticipationFact, one))
}

function isSameSpan(a: ParticipationFact, b: ParticipationFact): boolean {
  return a.organisationId === b.organisationId && a.from === b.from && a.to === b.to
}

/** Whether an initiative tells of itself anew and of its participations and costs as before: these go by its first day. */
function isRestated(fact: InitiativeFact, store: Store): boolean {
  const known = store('initiatives').get(fact.id)?.[0] as InitiativeFact | undefined
  return known !== undefined && known.startedOn === fact.startedOn
}
