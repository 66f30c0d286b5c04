import { type Month, monthFromIndex } from '../../values/month.ts'
import { datedFacts, type DatedFacts, datedPledges, type MonthFacts, monthsIn, sortByMonth } from '../dated-facts.ts'
import type { History } from '../history.ts'
import { besideThePast, touchingFrom } from './horizon.ts'
import { type Adding, nothingAdded } from './question.ts'
import type { Gone } from './who-leaves.ts'
import { withAdditions } from './with-additions.ts'
import { withoutLeaving } from './without-leaving.ts'

/** The months from a departure on as they would go on, kept so that a question sorts only what it changes. */
export interface MonthsAfter {
  /** Facts from the month of the departure on, changed by who goes and who comes; null where that changes none of them. */
  readonly changedBy: (gone: Gone, adding: Adding) => DatedFacts | null
}

type ListName = Exclude<keyof MonthFacts, 'pledgesStopped'>

/** The facts of a month, each list beside the groups its items are of. */
type GroupedMonth = Map<ListName, { readonly items: unknown[]; readonly groups: number[] }>

/** Facts that are sorted together, because what becomes of one depends on the others: see sortByMonth. */
interface Group {
  readonly number: number
  readonly part: {
    readonly [
      Kind in
        | 'memberships'
        | 'initiatives'
        | 'participations'
        | 'bookings'
        | 'pledges'
        | 'instalments'
        | 'receipts'
        | 'costs'
        | 'reserves'
    ]: NonNullable<History[Kind]>[number][]
  }
}

/**
 * Sorts the facts from the first day of `now` on once, group by group, and remembers which group each comes from. A departure then leaves
 * out the facts of the groups it touches and sorts these alone again: what it costs is what it touches. Source: docs/adr/0109.
 */
export function monthsAfter(carriedOn: History, now: number): MonthsAfter {
  const month: Month = monthFromIndex(now)
  const day = `${month}-01`
  const ahead = touchingFrom(carriedOn, day)
  const groups = groupsOf(ahead)
  const touchedBy = groupsByPart(groups)
  const months = groupedMonths(ahead, groups, now, day)

  return {
    changedBy(gone, adding) {
      const touched = touchedBy(gone, adding)
      if (touched.size === 0 && adding === nothingAdded) return null
      const part = partOf(ahead, touched)
      const changed = withAdditions(withoutLeaving(part, day, gone), month, adding)
      if (changed === part) return null
      const facts = datedFacts(besideThePast(changed, day))
      const isTouched = new Uint8Array(groups.size)
      for (const { number } of touched) isTouched[number] = 1
      const known = new Map<number, MonthFacts>()
      return {
        ...facts,
        at(index) {
          const before = known.get(index)
          if (before !== undefined) return before
          const found = mixed(months.get(index), isTouched, facts.at(index))
          known.set(index, found)
          return found
        },
      }
    },
  }
}

/** The items of the untouched groups of a month, and what the touched ones have become. */
function mixed(grouped: GroupedMonth | undefined, isTouched: Uint8Array, changed: MonthFacts): MonthFacts {
  if (grouped === undefined) return changed
  const lists = (Object.entries(changed) as [ListName, readonly unknown[]][]).map(([name, items]) => {
    const kept = grouped.get(name)
    if (kept === undefined) return [name, items]
    const left = kept.items.filter((_, position) => isTouched[kept.groups[position] as number] === 0)
    return [name, left.concat(items)]
  })
  return Object.fromEntries(lists) as MonthFacts
}

function groupsOf(history: History): Map<string, Group> {
  const groups = new Map<string, Group>()
  const group = (name: string) => {
    const known = groups.get(name)
    if (known !== undefined) return known.part
    const part: Group['part'] = {
      memberships: [],
      initiatives: [],
      participations: [],
      bookings: [],
      pledges: [],
      instalments: [],
      receipts: [],
      costs: [],
      reserves: [],
    }
    groups.set(name, { number: groups.size, part })
    return part
  }
  for (const one of history.memberships ?? []) group(`membership ${one.organisationId}`).memberships.push(one)
  for (const one of history.initiatives) group(`initiative ${one.id}`).initiatives.push(one)
  for (const one of history.participations) group(`initiative ${one.initiativeId}`).participations.push(one)
  for (const one of history.costs ?? []) group(`initiative ${one.initiativeId}`).costs.push(one)
  for (const one of history.bookings ?? []) group(`booking ${one.id}`).bookings.push(one)
  for (const one of history.pledges ?? []) group(`pledge ${one.id}`).pledges.push(one)
  for (const one of history.instalments ?? []) group(`pledge ${one.pledgeId}`).instalments.push(one)
  for (const one of history.receipts ?? []) group(`pledge ${one.pledgeId}`).receipts.push(one)
  for (const one of history.reserves ?? []) group('reserves').reserves.push(one)
  return groups
}

/** Which groups a departure touches, and newcomers who join what is there. */
function groupsByPart(groups: ReadonlyMap<string, Group>): (gone: Gone, adding: Adding) => ReadonlySet<Group> {
  const ofOrganisation = new Map<string, Set<Group>>()
  const ofSpace = new Map<string, Set<Group>>()
  const bookingsOf = new Map<string, Set<Group>>()
  const note = (table: Map<string, Set<Group>>, id: string | null, group: Group) => {
    if (id === null) return
    const known = table.get(id)
    if (known === undefined) table.set(id, new Set([group]))
    else known.add(group)
  }
  for (const group of groups.values()) {
    const { memberships, participations, pledges, bookings } = group.part
    for (const one of [...memberships, ...participations, ...pledges, ...bookings])
      note(ofOrganisation, one.organisationId, group)
    for (const one of bookings) {
      note(ofOrganisation, one.hostId, group)
      note(ofSpace, one.spaceId, group)
      note(bookingsOf, one.initiativeId, group)
    }
  }
  return (gone, adding) => {
    const touched = new Set<Group>()
    for (const id of gone.organisationIds) for (const group of ofOrganisation.get(id) ?? []) touched.add(group)
    for (const id of gone.spaceIds) for (const group of ofSpace.get(id) ?? []) touched.add(group)
    for (const { initiativeId } of adding.partners) {
      const group = groups.get(`initiative ${initiativeId}`)
      if (group !== undefined) touched.add(group)
    }
    // An initiative that ends takes its bookings along.
    for (const { part } of touched)
      for (const { id } of part.initiatives) for (const group of bookingsOf.get(id) ?? []) touched.add(group)
    return touched
  }
}

/** The facts of some groups as a history of their own, in which everybody is still known; without what the two flags do not read. */
function partOf(history: History, groups: ReadonlySet<Group>): History {
  const chosen = [...groups]
  const list = <Kind extends keyof Group['part']>(kind: Kind) =>
    history[kind] === null ? null : (chosen.flatMap(({ part }) => part[kind]) as History[Kind])
  return {
    ...history,
    memberships: list('memberships'),
    initiatives: chosen.flatMap(({ part }) => part.initiatives),
    participations: chosen.flatMap(({ part }) => part.participations),
    bookings: list('bookings'),
    pledges: list('pledges'),
    instalments: list('instalments'),
    receipts: list('receipts'),
    costs: list('costs'),
    reserves: list('reserves'),
    spaces: null,
    coordinations: null,
    representations: null,
  }
}

function groupedMonths(
  history: History,
  groups: ReadonlyMap<string, Group>,
  now: number,
  day: string,
): ReadonlyMap<number, GroupedMonth> {
  const context = {
    initiatives: new Map(history.initiatives.map((one) => [one.id, one])),
    pledges: datedPledges(history),
  }
  const grouped = new Map<number, GroupedMonth>()
  for (const group of groups.values()) {
    const months = new Map<number, MonthFacts>()
    const own = besideThePast(partOf(history, new Set([group])), day, context.initiatives)
    sortByMonth(own, monthsIn(months), context)
    for (const [index, facts] of months) {
      if (index < now) continue
      const lists: GroupedMonth = grouped.get(index) ?? new Map()
      grouped.set(index, lists)
      for (const [name, items] of Object.entries(facts) as [ListName, readonly unknown[]][]) {
        if (items.length === 0) continue
        const list = lists.get(name) ?? { items: [], groups: [] }
        lists.set(name, list)
        for (const item of items) {
          list.items.push(item)
          list.groups.push(group.number)
        }
      }
    }
  }
  return grouped
}
