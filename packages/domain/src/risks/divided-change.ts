import { type AnyFact, type Change, type Facts, type Kind, naming, type Store } from './fact-groups.ts'
import type { InitiativeFact, ParticipationFact } from './history.ts'
import { isSameSpan } from './told-spans.ts'

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
    const changed = new Set(kinds.flatMap((kind) => (removed[kind] ?? []).map(naming(kind))))
    const again = new Set<string>()
    for (const kind of kinds) compare(kind, added[kind] ?? [], kinds, store, { changed, again })
    for (const kind of kinds) {
      const facts = added[kind] ?? []
      adding[kind] = facts
      if (facts.length === 0 || (changed.size === 0 && (again.size === 0 || kind !== 'initiatives'))) continue
      const nameOf = naming(kind)
      const [come, old]: [AnyFact[], AnyFact[]] = [[], []]
      for (const fact of facts) {
        const name = nameOf(fact)
        if (changed.has(name)) old.push(fact)
        else if (kind === 'initiatives' && again.has(name)) restated.push(fact as InitiativeFact)
        else come.push(fact)
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
    const facts = kinds.flatMap((kind) => [...(added[kind] ?? []), ...(removed[kind] ?? [])].map(naming(kind)))
    if (facts.length === 0) continue
    const names = new Set(facts)
    for (const kind of kinds) touched.set(kind, names)
  }
  return touched
}

/** What becomes of the groups that facts belong to, by name. */
interface Compared {
  /** Groups in which others count otherwise. */
  readonly changed: Set<string>
  /** Initiatives told again that leave their group as it is. */
  readonly again: Set<string>
}

function compare(
  kind: Kind,
  facts: readonly AnyFact[],
  together: readonly Kind[],
  store: Store,
  { changed, again }: Compared,
): void {
  if (facts.length === 0 || NEVER_CHANGE_OTHERS.has(kind)) return
  const nameOf = naming(kind)
  const own = store(kind)
  const beside = together.filter((other) => other !== kind).map(store)
  // The facts of a group mostly come together: what is known of the last is known of the next.
  let last: string | null = null
  let others: readonly AnyFact[] = []
  let isThere = false
  for (const fact of facts) {
    const name = nameOf(fact)
    if (name !== last) {
      last = name
      others = own.get(name) ?? []
      // A participation counts for itself unless it was told already.
      isThere = others.length > 0 || (kind !== 'participations' && beside.some((groups) => groups.has(name)))
    }
    if (!isThere) continue
    if (kind === 'initiatives' && isRestated(fact, others)) again.add(name)
    else if (kind !== 'participations' || isTold(fact, others)) changed.add(name)
  }
}

/** Whether a participation is among those of its initiative already. */
function isTold(fact: AnyFact, others: readonly AnyFact[]): boolean {
  const one = fact as ParticipationFact
  return others.some((known) => isSameSpan(known as ParticipationFact, one))
}

/** Whether an initiative tells of itself anew and of its participations and costs as before: these go by its first day. */
function isRestated(fact: AnyFact, [known]: readonly AnyFact[]): boolean {
  return known !== undefined && (known as InitiativeFact).startedOn === (fact as InitiativeFact).startedOn
}
