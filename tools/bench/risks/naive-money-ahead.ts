import type { History, PledgeFact } from '../../../packages/domain/src/risks/history.ts'
import { parameters } from '../../../packages/domain/src/risks/parameters.ts'
import { straightLine } from '../../../packages/domain/src/risks/funding/straight-line.ts'
import { dayNumber } from '../../../packages/domain/src/values/day.ts'
import { firstDayNumber, monthIndexOfDay } from '../../../packages/domain/src/values/month.ts'

const lines = parameters.funding

export interface Scheduled {
  readonly pledge: PledgeFact
  readonly isProven: boolean
  readonly dues: readonly { readonly month: number; readonly amountMinor: number }[]
}

/** Months until reserves and scheduled income, with a haircut, no longer cover committed cost. */
export function naiveRunway(history: History, scheduled: readonly Scheduled[], month: number) {
  const reserves = reservesAt(history, month)
  const costs = costsAhead(history, month)
  if (reserves === null || costs === null) return { level: null, months: null }
  const { haircut, unprovenFactor, furthestMonths } = lines.runway
  const dues = new Map<string, number>()
  for (const { isProven, dues: own } of scheduled) {
    for (const due of own) {
      const key = `${due.month} ${isProven}`
      dues.set(key, (dues.get(key) ?? 0) + due.amountMinor)
    }
  }
  const confidence = (isProven: boolean) => Math.round(haircut.expected * (isProven ? 1 : unprovenFactor) * 1000)
  let balance = reserves * 1000
  if (balance < 0) return { level: 3, months: 0 }
  for (let ahead = 0; ahead < furthestMonths; ahead += 1) {
    const due = (isProven: boolean) => (dues.get(`${month + ahead} ${isProven}`) ?? 0) * confidence(isProven)
    const change = due(true) + due(false) - (costs[ahead] as number) * 1000
    if (balance + change < 0) {
      const months = ahead + balance / -change
      return { level: lines.runway.lines.map((line) => months < line).lastIndexOf(true) + 1, months }
    }
    balance += change
  }
  return { level: 0, months: null }
}

/** Costs of the months ahead by their two streams; null before any cost is known. */
function costsAhead(history: History, month: number): number[] | null {
  const today = firstDayNumber(month)
  const startOf = new Map(history.initiatives.map((one) => [one.id, one.startedOn]))
  const costs = (history.costs ?? []).filter((one) => one.currency === history.currency)
  const due = costs.filter((one) => dayNumber(one.dueOn) < today)
  if (due.length === 0) return null
  const back = Math.min(lines.runway.runRateMonths, month - Math.min(...due.map((one) => monthIndexOfDay(one.dueOn))))
  const streams = [true, false].map((isOfInitiative) => {
    const isOurs = (one: { initiativeId: string | null }) => (one.initiativeId !== null) === isOfInitiative
    const planned = costs.filter((one) => {
      const startedOn = one.initiativeId === null ? null : (startOf.get(one.initiativeId) ?? null)
      const knownOn = one.knownOn ?? startedOn ?? one.dueOn
      return isOurs(one) && knownOn < one.dueOn && dayNumber(knownOn) < today
    })
    const lastPlanned = Math.max(-Infinity, ...planned.map((one) => monthIndexOfDay(one.dueOn)))
    const recent = due.filter((one) => isOurs(one) && monthIndexOfDay(one.dueOn) >= month - back)
    const mean = back === 0 ? 0 : Math.ceil(sum(recent.map(amountOf)) / back)
    const plannedIn = (at: number) => sum(planned.filter((one) => monthIndexOfDay(one.dueOn) === at).map(amountOf))
    const pastMonths = monthsOf(back, (index) =>
      sum(recent.filter((one) => monthIndexOfDay(one.dueOn) === month - back + index).map(amountOf)),
    )
    const reach = Math.max(0, Math.min(lastPlanned + 1 - month, lines.runway.furthestMonths))
    const aheadMonths = monthsOf(reach, (index) => plannedIn(month + index))
    const behind = (amounts: readonly number[]) => mean * amounts.length - 2 * sum(amounts)
    const furthestBehind = (amounts: readonly number[]) =>
      Math.max(0, ...amounts.map((_, index) => behind(amounts.slice(0, index + 1))))
    const goesOn = (amounts: readonly number[]) =>
      furthestBehind(amounts) <= furthestBehind(pastMonths) && longestPause(amounts) <= longestPause(pastMonths)
    const covered = aheadMonths.findLastIndex((_, index) => {
      const plan = aheadMonths.slice(0, index + 1)
      return goesOn(plan) && behind(plan) <= 0
    })
    return (at: number) => (at <= month + covered ? plannedIn(at) : Math.max(plannedIn(at), mean))
  })
  return Array.from({ length: lines.runway.furthestMonths }, (_, ahead) =>
    sum(streams.map((costIn) => costIn(month + ahead))),
  )
}

/** Months until half a year of scheduled income is at most half of the half year before it. */
export function naiveCliff(scheduled: readonly Scheduled[], month: number) {
  const ending = scheduled.filter(({ pledge }) => pledge.to !== null && pledge.amountMinor !== null)
  const spread = new Map<number, number>()
  for (const { pledge } of ending) {
    const from = pledge.from ?? (pledge.confirmedOn as string)
    for (const one of straightLine(from, pledge.to as string, pledge.amountMinor as number))
      spread.set(one.month, (spread.get(one.month) ?? 0) + one.amountMinor)
  }
  const { lookMonths, ratio, furthestMonths, leastPledges } = lines.cliff
  if (ending.length < leastPledges) return { level: null, months: null }
  const earliest = Math.min(...spread.keys()) - month
  const income = (from: number) =>
    sum(Array.from({ length: lookMonths }, (_, step) => spread.get(month + from + step) ?? 0))
  for (let ahead = Math.max(0, earliest + lookMonths); ahead <= furthestMonths; ahead += 1) {
    const before = income(ahead - lookMonths)
    if (before > 0 && income(ahead) <= ratio * before)
      return { level: lines.cliff.lines.map((line) => ahead <= line).lastIndexOf(true) + 1, months: ahead }
  }
  const hasAny = [...spread].some(
    ([at, amount]) => amount > 0 && at >= month - lookMonths && at < month + furthestMonths,
  )
  return { level: hasAny ? 0 : null, months: null }
}

function amountOf({ amountMinor }: { readonly amountMinor: number }): number {
  return amountMinor
}

function monthsOf(count: number, amountIn: (index: number) => number): number[] {
  return Array.from({ length: count }, (_, index) => amountIn(index))
}

/** The most months in a row without a cost. */
function longestPause(amounts: readonly number[]): number {
  return Math.max(
    0,
    ...amounts
      .map((amount) => (amount > 0 ? ' ' : '.'))
      .join('')
      .split(' ')
      .map((pause) => pause.length),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

/** Reserves of the latest day before the reading that states any. */
export function reservesAt(history: History, month: number): number | null {
  const known = (history.reserves ?? []).filter(
    (one) => one.currency === history.currency && dayNumber(one.on) < firstDayNumber(month),
  )
  const latest = known
    .map((one) => one.on)
    .sort()
    .at(-1)
  return latest === undefined
    ? null
    : known.filter((one) => one.on === latest).reduce((total, one) => total + one.amountMinor, 0)
}
