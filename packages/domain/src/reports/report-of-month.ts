import { type Measured, partsOf } from '../pledges/measured.ts'
import { evaluate } from '../risks/timeline.ts'
import { uniqueBy } from '../risks/dated-facts.ts'
import { owedBefore } from '../risks/explain/owed.ts'
import { factsBehind } from '../risks/facts-behind.ts'
import { isOwnCash } from '../risks/funders.ts'
import type { History, MembershipFact } from '../risks/history.ts'
import type { Parameters } from '../risks/parameters.ts'
import type { Reason } from '../risks/reason.ts'
import { addDays, type Day } from '../values/day.ts'
import { addMonthsToDay, type Month } from '../values/month.ts'

/** Months a report looks back. */
export const REPORTED_MONTHS = 12

/** What a report says of one month beside its two flags; sees what a reading of that month sees. Lists are dated, the latest first. */
export interface ReportOfMonth {
  readonly month: Month
  readonly from: Day
  readonly through: Day
  /** Minor units of the community's currency; shares 0..1; null where unknown. */
  readonly figures: {
    readonly partnersActive: number | null
    readonly initiativesRunning: number
    /** Instalments of confirmed pledges still to fall due, and the last day of them. */
    readonly moneyAheadMinor: number | null
    readonly moneyAheadUntil: Day | null
    readonly effectiveFunders: number | null
    readonly publicShare: number | null
  }
  readonly came: readonly { readonly organisationId: string; readonly on: Day }[] | null
  readonly left: readonly { readonly organisationId: string; readonly on: Day }[] | null
  readonly finished: readonly { readonly initiativeId: string; readonly on: Day; readonly endState: string | null }[]
  /** What has fallen due and not arrived, the largest first; null where receipts are not kept. */
  readonly owed: readonly { readonly pledgeId: string; readonly amountMinor: number }[] | null
  /** Promises of hours, goods and other currencies that are behind; null where receipts are not kept. */
  readonly owedOtherwise: number | null
  /** The flags that are up, each with the month since which it is. */
  readonly raised: readonly { readonly flag: 'stagnation' | 'funding'; readonly onset: Month | null }[]
  /** Readings that could not be made, by flag. */
  readonly unread: readonly {
    readonly flag: 'stagnation' | 'funding'
    readonly reading: string
    readonly reason: Reason
  }[]
}

/** Puts together what a council or a funder asks first: five figures, who came and left, what ended, what is open. */
export function reportOfMonth(history: History, month: Month, parameters: Parameters): ReportOfMonth {
  const today = `${month}-01`
  const from = addMonthsToDay(today, -REPORTED_MONTHS)
  const { stagnation, funding } = evaluate(history, month, parameters)
  const { participation } = factsBehind(history, month, parameters).stagnation
  const ahead = moneyAhead(history, today)
  return {
    month,
    from,
    through: addDays(today, -1),
    figures: {
      partnersActive: stagnation.families.participation.now,
      initiativesRunning: participation.initiativeIds.length,
      moneyAheadMinor: ahead?.amountMinor ?? null,
      moneyAheadUntil: ahead?.until ?? null,
      effectiveFunders: funding.readings.effectiveFunders,
      publicShare: funding.readings.publicShare,
    },
    came: history.memberships && came(history.memberships, from, today),
    left: history.memberships && left(history.memberships, from, today),
    finished: history.initiatives
      .flatMap(({ id, endedOn, endState }) =>
        endedOn !== null && endedOn >= from && endedOn < today ? [{ initiativeId: id, on: endedOn, endState }] : [],
      )
      .toSorted((a, b) => latestFirst(a.on, b.on) || (a.initiativeId < b.initiativeId ? -1 : 1)),
    owed: history.receipts === null ? null : owed(history, today),
    owedOtherwise: history.receipts === null ? null : owedOtherwise(history, today),
    raised: Object.entries({ stagnation, funding }).flatMap(([flag, { heldLevel, onset }]) =>
      heldLevel === 'none' ? [] : [{ flag: flag as 'stagnation' | 'funding', onset }],
    ),
    unread: [...unreadIn('stagnation', stagnation.families), ...unreadIn('funding', funding.sublevels)],
  }
}

function moneyAhead(history: History, today: Day): { readonly amountMinor: number; readonly until: Day | null } | null {
  if (history.pledges === null || history.instalments === null) return null
  const confirmed = new Set(
    history.pledges
      .filter((one) => one.status === 'confirmed' && isOwnCash(one, history.currency))
      .filter((one) => (one.confirmedOn ?? one.from ?? today) < today)
      .map((one) => one.id),
  )
  const dues = history.instalments.filter((one) => confirmed.has(one.pledgeId) && one.dueOn >= today)
  return {
    amountMinor: dues.reduce((sum, one) => sum + (one.amountMinor ?? 0), 0),
    until: dues.reduce<Day | null>((last, { dueOn }) => (last === null || dueOn > last ? dueOn : last), null),
  }
}

/** Organisations that became active for the first time. */
function came(memberships: readonly MembershipFact[], from: Day, today: Day) {
  const first = new Map<string, Day>()
  for (const { organisationId, state, from: on } of memberships) {
    if (state !== 'active' || on === null) continue
    const known = first.get(organisationId)
    if (known === undefined || on < known) first.set(organisationId, on)
  }
  return within(first, from, today)
}

/** Organisations that left or were excluded, or whose last membership ended, and that have not come back since. */
function left(memberships: readonly MembershipFact[], from: Day, today: Day) {
  const last = new Map<string, MembershipFact>()
  for (const one of memberships) {
    if (one.from === null || one.from >= today) continue
    const known = last.get(one.organisationId)
    if (known === undefined || one.from >= (known.from ?? '')) last.set(one.organisationId, one)
  }
  const days = new Map<string, Day>()
  for (const [organisationId, { state, from: on, to }] of last) {
    if (state === 'left' || state === 'excluded') days.set(organisationId, on as Day)
    else if (state === 'active' && to !== null && to < today) days.set(organisationId, to)
  }
  return within(days, from, today)
}

function within(days: ReadonlyMap<string, Day>, from: Day, today: Day) {
  return [...days]
    .filter(([, on]) => on >= from && on < today)
    .map(([organisationId, on]) => ({ organisationId, on }))
    .toSorted((a, b) => latestFirst(a.on, b.on) || (a.organisationId < b.organisationId ? -1 : 1))
}

function owed(history: History, today: Day) {
  const owedOf = owedBefore(history, today)
  return uniqueBy(history.pledges ?? [], (one) => one.id)
    .filter((one) => one.status === 'confirmed' && isOwnCash(one, history.currency))
    .map((one) => ({ pledgeId: one.id, amountMinor: owedOf(one.id) }))
    .filter((one) => one.amountMinor > 0)
    .toSorted((a, b) => b.amountMinor - a.amountMinor || (a.pledgeId < b.pledgeId ? -1 : 1))
}

/** Confirmed pledges of anything but the community's own money of which more had fallen due than had arrived; never summed. */
function owedOtherwise({ pledges, instalments, receipts, currency }: History, today: Day): number {
  const behind = new Map<string, { amount: number; quantity: number }>()
  const add = (fact: { pledgeId: string } & Measured, by: 1 | -1) => {
    const { amount, quantity } = behind.get(fact.pledgeId) ?? { amount: 0, quantity: 0 }
    behind.set(fact.pledgeId, {
      amount: amount + by * (partsOf(fact, 'amount') ?? 0),
      quantity: quantity + by * (partsOf(fact, 'quantity') ?? 0),
    })
  }
  for (const one of instalments ?? []) if (one.dueOn < today) add(one, 1)
  for (const one of receipts ?? []) if (one.receivedOn < today) add(one, -1)
  return uniqueBy(pledges ?? [], (one) => one.id).filter((one) => {
    const { amount, quantity } = behind.get(one.id) ?? { amount: 0, quantity: 0 }
    return one.status === 'confirmed' && !isOwnCash(one, currency) && (amount > 0 || quantity > 0)
  }).length
}

function unreadIn(
  flag: 'stagnation' | 'funding',
  readings: Readonly<Record<string, { readonly reason?: Reason }>> | object,
): ReportOfMonth['unread'] {
  return Object.entries(readings as Record<string, { readonly reason?: Reason }>).flatMap(([reading, { reason }]) =>
    reason === undefined ? [] : [{ flag, reading, reason }],
  )
}

function latestFirst(a: Day, b: Day): number {
  return a === b ? 0 : a < b ? 1 : -1
}
