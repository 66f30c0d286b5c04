import { type Day, dayNumber } from '../../values/day.ts'
import { firstDayNumber, type Month, monthFromIndex, monthIndexOfDay } from '../../values/month.ts'
import { isOwnCash } from '../funders.ts'
import type { History, InstalmentFact, PledgeFact } from '../history.ts'
import type { Gone } from './who-leaves.ts'

export interface MoneyLost {
  /** Instalments of those who go that fall due within the horizon, minor units of the community's currency. */
  readonly byMonth: readonly { readonly month: Month; readonly amountMinor: number }[]
  readonly amountMinor: number
  /** What they already owed on the day: due before it and not received; null where receipts are not kept. */
  readonly overdueMinor: number | null
  /** Promises without a plan of instalments: how many, and their whole amounts; they stand in no other sum. */
  readonly unplanned: { readonly pledges: number; readonly amountMinor: number }
  readonly otherCurrencies: readonly { readonly currency: string; readonly amountMinor: number }[]
}

/** A promise in kind, in its own unit; two decimals at most. */
export interface QuantityLost {
  readonly kind: string
  readonly unit: string
  readonly quantity: number
}

export interface Losses {
  /** Null where pledges are not kept. */
  readonly money: MoneyLost | null
  readonly inKind: readonly QuantityLost[]
  readonly pledgeIds: readonly string[]
}

const CASH = ['cash', 'freedom-grant']

/** What the confirmed pledges of those who go would have brought from the first day of `now` to before month `end`. */
export function lossesOf(history: History, gone: Gone, now: number, end: number): Losses {
  const pledges = (history.pledges ?? []).filter(
    (one) => one.status === 'confirmed' && gone.organisationIds.has(one.organisationId) && isKnownBy(one, now),
  )
  const instalments = Map.groupBy(history.instalments ?? [], (one) => one.pledgeId)
  const isAhead = (day: Day) => monthIndexOfDay(day) >= now && monthIndexOfDay(day) < end
  const money = pledges.filter((one) => CASH.includes(one.kind))
  const own = money.filter((one) => isOwnCash(one, history.currency))
  const ofPlan = (one: PledgeFact) => instalments.get(one.id) ?? []

  const byMonth = new Map<number, number>()
  const others = new Map<string, number>()
  for (const one of money)
    for (const { dueOn, amountMinor } of ofPlan(one)) {
      if (amountMinor === null || !isAhead(dueOn)) continue
      if (own.includes(one)) add(byMonth, monthIndexOfDay(dueOn), amountMinor)
      else add(others, one.currency ?? history.currency, amountMinor)
    }
  const unplanned = own.filter((one) => one.amountMinor !== null && ofPlan(one).length === 0 && !hasEnded(one, now))
  const inKind = new Map<string, number>()
  for (const one of pledges) {
    if (CASH.includes(one.kind) || one.unit === null) continue
    add(inKind, `${one.kind} ${one.unit}`, quantityAhead(one, ofPlan(one), isAhead, now, end))
  }
  const bringsMore = (one: PledgeFact) =>
    ofPlan(one).some((due) => isAhead(due.dueOn)) || (ofPlan(one).length === 0 && !hasEnded(one, now))
  return {
    money:
      history.pledges === null
        ? null
        : {
            byMonth: [...byMonth]
              .sort(([a], [b]) => a - b)
              .map(([month, amountMinor]) => ({ month: monthFromIndex(month), amountMinor })),
            amountMinor: [...byMonth.values()].reduce((sum, amount) => sum + amount, 0),
            overdueMinor: history.receipts === null ? null : overdue(history, own, ofPlan, now),
            unplanned: {
              pledges: unplanned.length,
              amountMinor: unplanned.reduce((sum, one) => sum + (one.amountMinor ?? 0), 0),
            },
            otherCurrencies: [...others]
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([currency, amountMinor]) => ({ currency, amountMinor })),
          },
    inKind: [...inKind]
      .map(([key, quantity]) => {
        const [kind = '', ...unit] = key.split(' ')
        return { kind, unit: unit.join(' '), quantity: Math.round(quantity * 100) / 100 }
      })
      .filter((one) => one.quantity > 0)
      .sort((a, b) => (`${a.kind} ${a.unit}` < `${b.kind} ${b.unit}` ? -1 : 1)),
    pledgeIds: pledges
      .filter(bringsMore)
      .map((one) => one.id)
      .sort(),
  }
}

/** Whether a pledge was known before month `now`; one that nothing dates always was. */
export function isKnownBy(one: PledgeFact, now: number): boolean {
  const knownOn = one.confirmedOn ?? one.from
  return knownOn === null || monthIndexOfDay(knownOn) < now
}

function hasEnded(one: PledgeFact, now: number): boolean {
  return one.to !== null && monthIndexOfDay(one.to) < now
}

/** By its plan where it has one; else evenly by day over its period; without an end, whole. */
function quantityAhead(
  pledge: PledgeFact,
  plan: readonly InstalmentFact[],
  isAhead: (day: Day) => boolean,
  now: number,
  end: number,
): number {
  const planned = plan.filter((one) => one.quantity !== null)
  if (planned.length > 0)
    return planned.filter((one) => isAhead(one.dueOn)).reduce((sum, one) => sum + (one.quantity ?? 0), 0)
  const quantity = pledge.quantity ?? 0
  if (hasEnded(pledge, now)) return 0
  if (pledge.from === null || pledge.to === null) return quantity
  const first = dayNumber(pledge.from)
  const days = dayNumber(pledge.to) - first + 1
  const from = Math.max(first, firstDayNumber(now))
  const to = Math.min(first + days, firstDayNumber(end))
  return to <= from ? 0 : (quantity * (to - from)) / days
}

function overdue(
  history: History,
  own: readonly PledgeFact[],
  planOf: (one: PledgeFact) => readonly InstalmentFact[],
  now: number,
): number {
  const ids = new Set(own.map((one) => one.id))
  const received = new Map<string, number>()
  for (const one of history.receipts ?? []) {
    if (ids.has(one.pledgeId) && monthIndexOfDay(one.receivedOn) < now)
      add(received, one.pledgeId, one.amountMinor ?? 0)
  }
  return own.reduce((sum, one) => {
    const due = planOf(one).reduce(
      (total, part) => total + (monthIndexOfDay(part.dueOn) < now ? (part.amountMinor ?? 0) : 0),
      0,
    )
    return sum + Math.max(0, due - (received.get(one.id) ?? 0))
  }, 0)
}

function add<Key>(sums: Map<Key, number>, key: Key, by: number): void {
  sums.set(key, (sums.get(key) ?? 0) + by)
}
