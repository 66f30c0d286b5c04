import type { FactOf, Facts, Kind } from './fact-groups.ts'
import { type FactStore, type GroupNames, initiativeIn, listIn, pledgeIn, type PledgeGroup } from './fact-store.ts'
import {
  datedPledge,
  type MonthOf,
  placeBooking,
  placeCost,
  placeInitiative,
  placeMembership,
  placeParticipation,
  placePledge,
  placeReceipt,
  placeReserve,
} from './placed-facts.ts'
import { restateInMonths } from './replaced-facts.ts'
import { isSameSpan } from './told-spans.ts'

/** Where added facts go, and what decides what becomes of them. */
export interface Adding {
  readonly store: FactStore
  readonly monthOf: MonthOf
  readonly currency: string
  readonly funderOf: (organisationId: string) => string
  /** Groups to be sorted again, whose facts are left; groups in which others count otherwise now are added. */
  readonly again: GroupNames
}

type Left = { readonly [K in Kind]: FactOf<K>[] }

/**
 * Takes into the store and its months, each once, the facts that leave all others as they are; gives back those of the groups to be
 * sorted again. A fact makes others of its group count otherwise where it is told after what belongs to it, or otherwise than before.
 */
export function addFacts(added: Facts, adding: Adding): Facts {
  const left: Left = {
    organisations: [],
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
  for (const one of added.organisations ?? []) adding.store.organisations.set(one.id, one)
  addWork(added, adding, left)
  addMoney(added, adding, left)
  addCounted(added, adding, left)
  return left
}

/** Initiatives, who takes part in them, and costs. */
function addWork(added: Facts, { store, monthOf, currency, again }: Adding, left: Left): void {
  for (const one of added.initiatives ?? []) {
    const known = store.initiatives.get(one.id)
    const isAgain = again.initiatives.has(one.id)
    if (known === undefined && !isAgain) {
      store.initiatives.set(one.id, { fact: one, participations: [], costs: [] })
      placeInitiative(one, monthOf)
    } else if (!isAgain && known?.fact?.startedOn === one.startedOn) {
      // Its participations and costs go by its first day alone.
      restateInMonths(known.fact, one, monthOf)
      known.fact = one
    } else {
      again.initiatives.add(one.id)
      left.initiatives.push(one)
    }
  }
  const groupOf = lookedUpOnce((id) => (again.initiatives.has(id) ? null : initiativeIn(store, id)))
  for (const one of added.participations ?? []) {
    const known = groupOf(one.initiativeId)
    if (known === null) {
      left.participations.push(one)
      continue
    }
    const { participations, fact } = known
    const startedOn = fact?.startedOn ?? null
    const isTold = participations.some((other) => isSameSpan(other, one))
    participations.push(one)
    if (startedOn !== null && !isTold) placeParticipation(one, startedOn, monthOf)
  }
  for (const one of added.costs ?? []) {
    const known = groupOf(one.initiativeId ?? `due ${one.dueOn}`)
    if (known === null) {
      left.costs.push(one)
      continue
    }
    known.costs.push(one)
    if (one.currency !== currency) continue
    placeCost(one, one.initiativeId === null ? null : (known.fact?.startedOn ?? null), monthOf)
  }
}

/** Pledges, what falls due of them, and what is received. */
function addMoney(added: Facts, { store, monthOf, currency, funderOf, again }: Adding, left: Left): void {
  const come: { readonly fact: FactOf<'pledges'>; readonly group: PledgeGroup }[] = []
  for (const one of added.pledges ?? []) {
    if (store.pledges.has(one.id)) again.pledges.add(one.id)
    if (again.pledges.has(one.id)) {
      left.pledges.push(one)
      continue
    }
    const group = { fact: one, dated: null, instalments: [], receipts: [] }
    store.pledges.set(one.id, group)
    come.push({ fact: one, group })
  }
  const find = (id: string) => (again.pledges.has(id) ? null : pledgeIn(store, id))
  const groupOf = lookedUpOnce(find)
  for (const one of added.instalments ?? []) {
    const known = again.pledges.size > 0 ? find(one.pledgeId) : groupOf(one.pledgeId)
    // A pledge that lies in the months lies there with its instalments.
    if (known === null || known.dated !== null) {
      again.pledges.add(one.pledgeId)
      left.instalments.push(one)
    } else known.instalments.push(one)
  }
  for (const { fact, group: entered } of come) {
    // The list goes on growing when more is told; what lies in the months does not.
    entered.dated = datedPledge(fact, entered.instalments.slice(), funderOf(fact.organisationId), currency)
    placePledge(entered.dated, monthOf)
  }
  const groupNow = lookedUpOnce(find)
  for (const one of added.receipts ?? []) {
    const known = groupNow(one.pledgeId)
    if (known === null) {
      left.receipts.push(one)
      continue
    }
    known.receipts.push(one)
    if (known.dated !== null) placeReceipt(one, known.dated, monthOf)
  }
}

/** What counts for itself. */
function addCounted(added: Facts, { store, monthOf, currency, again }: Adding, left: Left): void {
  for (const one of added.bookings ?? []) {
    if (store.bookings.has(one.id)) again.bookings.add(one.id)
    if (again.bookings.has(one.id)) {
      left.bookings.push(one)
      continue
    }
    store.bookings.set(one.id, one)
    placeBooking(one, monthOf)
  }
  for (const one of added.memberships ?? []) {
    if (again.memberships.has(one.organisationId)) {
      left.memberships.push(one)
      continue
    }
    listIn(store.memberships, one.organisationId).push(one)
    placeMembership(one, monthOf)
  }
  for (const one of added.reserves ?? []) {
    if (again.reserves.has(one.on)) {
      left.reserves.push(one)
      continue
    }
    listIn(store.reserves, one.on).push(one)
    if (one.currency === currency) placeReserve(one, monthOf)
  }
}

/** The facts of a group mostly come together: of those that follow each other the first alone is looked up. */
function lookedUpOnce<Group>(find: (name: string) => Group): (name: string) => Group {
  let last: { readonly name: string; readonly group: Group } | null = null
  return (name) => {
    if (last?.name !== name) last = { name, group: find(name) }
    return last.group
  }
}
