import type { History, InstalmentFact, PledgeFact } from '../../../packages/domain/src/risks/history.ts'
import { parameters } from '../../../packages/domain/src/risks/parameters.ts'
import { dayNumber } from '../../../packages/domain/src/values/day.ts'
import { addMonthsToDayNumber, firstDayNumber, monthIndexOfDay } from '../../../packages/domain/src/values/month.ts'
import { groupedBy } from './grouped.ts'
import { naiveCliff, naiveRunway, reservesAt, type Scheduled } from './naive-money-ahead.ts'

const lines = parameters.funding

type Instalments = ReadonlyMap<string, readonly InstalmentFact[]>

interface Money {
  readonly pledge: PledgeFact
  readonly funder: string
  readonly on: number
  readonly amountMinor: number
}

/** The seven sub-levels at the first day of a month, recomputed from all facts as the definitions say (docs/indicators.md §4B). */
export function naiveFunding(history: History, month: number) {
  const today = firstDayNumber(month)
  const pledges = new Map((history.pledges ?? []).map((one) => [one.id, one]))
  const isCash = (one: PledgeFact) =>
    (one.kind === 'cash' || one.kind === 'freedom-grant') && (one.currency ?? history.currency) === history.currency
  const known = [...pledges.values()].filter(
    (one) =>
      isCash(one) &&
      (one.status === 'confirmed' || one.status === 'written-off') &&
      one.confirmedOn !== null &&
      dayNumber(one.confirmedOn) < today,
  )
  const instalments = groupedBy(history.instalments ?? [], (one) => one.pledgeId)
  const funderOf = funders(history)
  const receipts = (history.receipts ?? [])
    .map((one): Partial<Money> => {
      const pledge = pledges.get(one.pledgeId)
      if (pledge === undefined || one.amountMinor === null || !isCash(pledge)) return {}
      const funder = funderOf(pledge.organisationId)
      return { pledge, funder, on: dayNumber(one.receivedOn), amountMinor: one.amountMinor }
    })
    .filter((one): one is Money => one.on !== undefined && one.on < today)
  const from = (back: number) => firstDayNumber(month - back)
  const window = positiveBy(receipts.filter((one) => one.on >= from(12)))
  const before = positiveBy(receipts.filter((one) => one.on >= from(24) && one.on < from(12)))
  const first = receipts.length === 0 ? null : Math.min(...receipts.map((one) => one.on))
  const incomeMonths = first === null ? null : month - monthOf(first)
  const income = sum([...window.values()])
  const scheduled = scheduledBy(history, known, instalments, receipts)
  const sublevels = {
    concentration: concentration(history, receipts, window, incomeMonths, month),
    incomeFall: incomeFall(income, sum([...before.values()]), incomeMonths),
    runway: naiveRunway(history, scheduled, month),
    cliff: naiveCliff(scheduled, month),
    fulfilment: fulfilment(known, instalments, receipts, today, month),
    retention: retention(receipts, before, today, month),
    publicShare: publicShare(history, window, incomeMonths),
  }
  const levels = Object.values(sublevels)
    .map((one) => one.level)
    .filter((level) => level !== null)
  const isOld = incomeMonths !== null && incomeMonths >= lines.leastHistoryMonths
  const score = isOld && levels.length > 0 ? Math.max(...levels) : null
  return {
    score,
    income: isOld ? income : null,
    sublevels,
    isCapped: incomeMonths === null || incomeMonths < lines.formingMonths,
  }
}

function concentration(
  history: History,
  receipts: readonly Money[],
  window: ReadonlyMap<string, number>,
  incomeMonths: number | null,
  month: number,
) {
  const total = sum([...window.values()])
  if (incomeMonths === null || incomeMonths < lines.leastHistoryMonths || total <= lines.incomeFloorMinor)
    return { level: null }
  const largest = Math.max(...window.values())
  const squares = [...window.values()].reduce((all, amount) => all + BigInt(amount) ** 2n, 0n)
  const reached = lines.concentration.reliance.map(
    (reliance, index) =>
      BigInt(largest) * 1000n >= thousandths(reliance) * BigInt(total) ||
      BigInt(total) ** 2n * 1000n < thousandths(lines.concentration.effectiveFunders[index] as number) * squares,
  )
  const level = reached.lastIndexOf(true) + 1
  return {
    level: level === 0 ? 0 : covered(history, receipts, window, largest, level, month),
    reliance: largest / total,
  }
}

function covered(
  history: History,
  receipts: readonly Money[],
  window: ReadonlyMap<string, number>,
  largest: number,
  level: number,
  month: number,
): number {
  const costs = (history.costs ?? []).filter(
    (one) => one.currency === history.currency && dayNumber(one.dueOn) < firstDayNumber(month),
  )
  const reserves = reservesAt(history, month)
  if (costs.length === 0 || reserves === null) return level
  const months = Math.min(lines.cover.meanMonths, month - Math.min(...costs.map((one) => monthIndexOfDay(one.dueOn))))
  if (months === 0) return level
  const since = firstDayNumber(month - months)
  const cost = sum(costs.filter((one) => dayNumber(one.dueOn) >= since).map((one) => one.amountMinor))
  const recent = receipts.filter((one) => one.on >= since)
  const leaders = [...window.keys()].filter((funder) => window.get(funder) === largest)
  const rest = Math.min(
    ...leaders.map((funder) => sum(recent.filter((one) => one.funder !== funder).map((one) => one.amountMinor))),
  )
  const shortfall = cost - rest
  if (shortfall <= 0 || reserves * months > lines.cover.easeAboveMonths * shortfall) return Math.max(1, level - 1)
  return reserves * months < lines.cover.tightenBelowMonths * shortfall ? Math.min(3, level + 1) : level
}

function incomeFall(income: number, before: number, incomeMonths: number | null) {
  if (incomeMonths === null || incomeMonths < lines.incomeFall.leastHistoryMonths || before <= 0) return { level: null }
  const reached = lines.incomeFall.lines.map((line) => BigInt(income) * 1000n <= thousandths(line) * BigInt(before))
  return { level: reached.lastIndexOf(true) + 1, ratio: income / before }
}

function fulfilment(
  known: readonly PledgeFact[],
  instalments: Instalments,
  receipts: readonly Money[],
  today: number,
  month: number,
) {
  const { graceDays, leastDues, leastBudgetShare } = lines.fulfilment
  const [yearFrom, ripeBefore] = [firstDayNumber(month - 12) - graceDays + 1, today - graceDays + 1]
  const receiptsOf = groupedBy(receipts, (one) => one.pledge.id)
  let [dues, owed, paid, budget] = [0, 0, 0, 0]
  for (const pledge of known) {
    const due = duesOf(instalments, pledge).filter((one) => one.on < today)
    if (!due.some((one) => one.on >= yearFrom)) continue
    const settledBefore = sum(due.filter((one) => one.on < yearFrom).map((one) => one.amountMinor))
    const ripe = due.filter((one) => one.on >= yearFrom && one.on < ripeBefore)
    const received = sum((receiptsOf.get(pledge.id) ?? []).map((one) => one.amountMinor))
    const owes = sum(ripe.map((one) => one.amountMinor))
    dues += ripe.length
    owed += owes
    paid += Math.min(owes, Math.max(0, received - settledBefore))
    budget += sum(due.filter((one) => one.on >= firstDayNumber(month - 12)).map((one) => one.amountMinor))
  }
  const isEnough =
    dues >= leastDues || (budget > 0 && BigInt(owed) * 1000n >= thousandths(leastBudgetShare) * BigInt(budget))
  if (dues === 0 || !isEnough) return { level: null }
  return { level: below(paid, owed, lines.fulfilment.lines), share: paid / owed }
}

function retention(receipts: readonly Money[], before: ReadonlyMap<string, number>, today: number, month: number) {
  const [from, to] = [firstDayNumber(month - 24), firstDayNumber(month - 12)]
  const paid = groupedBy(
    receipts.filter((one) => one.amountMinor > 0),
    (one) => one.funder,
  )
  const cohort = [...before].flatMap(([funder, amountMinor]) => {
    const days = (paid.get(funder) ?? []).map((one) => one.on)
    const last = Math.max(...days.filter((on) => on < to))
    const renewBy = last >= from ? addMonthsToDayNumber(last, lines.retention.renewalMonths) : Infinity
    return renewBy > today ? [] : [{ amountMinor, hasPaidAgain: days.some((on) => on >= to && on <= renewBy) }]
  })
  if (cohort.length < lines.retention.leastFunders) return { level: null }
  const kept = sum(cohort.filter((one) => one.hasPaidAgain).map((one) => one.amountMinor))
  const all = sum(cohort.map((one) => one.amountMinor))
  return { level: below(kept, all, lines.retention.lines), share: kept / all }
}

function publicShare(history: History, window: ReadonlyMap<string, number>, incomeMonths: number | null) {
  const total = sum([...window.values()])
  if (incomeMonths === null || incomeMonths < lines.leastHistoryMonths || total <= lines.incomeFloorMinor)
    return { level: null }
  const isPublic = new Set(history.organisations.filter((one) => one.legalStatus === 'public').map((one) => one.id))
  const ofPublic = sum([...window].filter(([funder]) => isPublic.has(funder)).map(([, amount]) => amount))
  const reached = lines.publicShare.lines.map((line) => BigInt(ofPublic) * 1000n >= thousandths(line) * BigInt(total))
  return { level: reached.lastIndexOf(true) + 1, share: ofPublic / total }
}

/** What confirmed pledges schedule, and whether the word of each pledger is proven by now. */
function scheduledBy(
  history: History,
  known: readonly PledgeFact[],
  instalments: Instalments,
  receipts: readonly Money[],
): Scheduled[] {
  const privates = new Set(history.organisations.filter((one) => one.legalStatus === 'private').map((one) => one.id))
  const payments = new Map<string, number>()
  for (const { pledge, amountMinor } of receipts)
    if (amountMinor > 0) payments.set(pledge.organisationId, (payments.get(pledge.organisationId) ?? 0) + 1)
  return known
    .filter((one) => one.status === 'confirmed')
    .map((pledge) => ({
      pledge,
      isProven:
        !privates.has(pledge.organisationId) ||
        (payments.get(pledge.organisationId) ?? 0) >= lines.runway.provenPayments,
      dues: (instalments.get(pledge.id) ?? []).flatMap((one) =>
        one.amountMinor !== null ? [{ month: monthIndexOfDay(one.dueOn), amountMinor: one.amountMinor }] : [],
      ),
    }))
}

function duesOf(instalments: Instalments, pledge: PledgeFact): { on: number; amountMinor: number }[] {
  const knownOn = dayNumber(pledge.confirmedOn as string)
  return (instalments.get(pledge.id) ?? [])
    .filter((one) => (one.amountMinor ?? 0) > 0)
    .map((one) => ({ on: Math.max(dayNumber(one.dueOn), knownOn), amountMinor: one.amountMinor as number }))
}

/** The public body each organisation counts as, or itself. */
function funders(history: History): (organisationId: string) => string {
  const organisations = new Map(history.organisations.map((one) => [one.id, one]))
  return function funderOf(organisationId): string {
    const parent = organisations.get(organisations.get(organisationId)?.parentId ?? '')
    return parent?.legalStatus === 'public' ? funderOf(parent.id) : organisationId
  }
}

function positiveBy(money: readonly Money[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { funder, amountMinor } of money) sums.set(funder, (sums.get(funder) ?? 0) + amountMinor)
  return new Map([...sums].filter(([, amount]) => amount > 0))
}

function below(part: number, whole: number, of: readonly number[]): number {
  return of.map((line) => BigInt(part) * 1000n < thousandths(line) * BigInt(whole)).lastIndexOf(true) + 1
}

function thousandths(line: number): bigint {
  return BigInt(Math.round(line * 1000))
}

function monthOf(day: number): number {
  let month = Math.floor(day / 31) + 1970 * 12 - 1
  while (firstDayNumber(month + 1) <= day) month += 1
  return month
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
