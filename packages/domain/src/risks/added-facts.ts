import type { FactOf, Facts, Kind } from './fact-groups.ts'
import {
  type FactStore,
  type GroupNames,
  initiativeIn,
  type InitiativeGroup,
  listIn,
  pledgeIn,
  type PledgeGroup,
} from './fact-store.ts'
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
  // The facts of a group mostly come together.
  let id: string | null = null
  let group: InitiativeGroup | null = null
  const groupOf = (initiativeId: string): InitiativeGroup | null => {
    if (initiativeId === id) return group
    id = initiativeId
    return (group = again.initiatives.has(initiativeId) ? null : initiativeIn(store, initiativeId))
  }
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
  let id: string | null = null
  let group: PledgeGroup | null = null
  const groupOf = (pledgeId: string): PledgeGroup | null => {
    if (pledgeId === id) return group
    id = pledgeId
    return (group = again.pledges.has(pledgeId) ? null : pledgeIn(store, pledgeId))
  }
  for (const one of added.instalments ?? []) {
    const known = groupOf(one.pledgeId)
    // A pledge that lies in the months lies there with its instalments.
    if (known === null || known.dated !== null) {
      again.pledges.add(one.pledgeId)
      group = null
      left.instalments.push(one)
    } else known.instalments.push(one)
  }
  for (const { fact, group: entered } of come) {
    // The list goes on growing when more is told; what lies in the months does not.
    entered.dated = datedPledge(fact, entered.instalments.slice(), funderOf(fact.organisationId), currency)
    placePledge(entered.dated, monthOf)
  }
  id = null
  for (const one of added.receipts ?? []) {
    const known = groupOf(one.pledgeId)
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
