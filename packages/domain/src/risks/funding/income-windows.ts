import { addMonthsToDayNumber, firstDayNumber } from '../../values/month.ts'
import type { DatedFacts, MonthFacts } from '../dated-facts.ts'
import { count, type Numbered, numbered } from '../numbered.ts'
import type { FundingParameters } from '../parameters.ts'

export type IncomeBasis = 'receipts' | 'instalments'

/** Money by funder in the last 12 months and in the 12 before, in whole minor units of the community's currency. */
export interface IncomeWindows {
  readonly moveTo: (month: number, facts: MonthFacts) => void
  readonly basis: IncomeBasis | null
  readonly firstMonth: () => number | null
  /** Funders with a positive net amount in the window, sorted by id. */
  readonly byFunder: () => ReadonlyMap<string, number>
  /** Sum of positive net amounts in the 12 months before the window. */
  readonly yearBefore: () => number
  /** All income of the last `months` months, and its part from one funder. */
  readonly recent: (
    month: number,
    months: number,
    funderId: string,
  ) => { readonly all: number; readonly ofFunder: number }
  readonly renewals: (month: number, renewalMonths: number) => readonly Renewal[]
  readonly state: () => IncomeState
}

/** A funder of the year before last whose time to pay again has passed. */
export interface Renewal {
  readonly funderId: string
  readonly amountMinor: number
  readonly hasPaidAgain: boolean
}

/** What one month brought; never changed once it is there. */
interface MonthOfIncome {
  readonly byFunder: ReadonlyMap<number, number>
  readonly total: number
}

/** First and last day of a month on which a funder paid, and the month before in which it did. */
interface PaidMonth {
  readonly first: number
  readonly last: number
  readonly before: PaidMonth | undefined
}

interface IncomeState {
  readonly funders: Numbered
  readonly months: ReadonlyMap<number, MonthOfIncome>
  readonly window: Sums
  readonly before: Sums
  readonly paid: readonly (PaidMonth | undefined)[]
  readonly firstMonth: number | null
  /** Funders in the order of their ids, as far as they were asked for; replaced and never changed. */
  readonly order: readonly number[]
}

/** Net amounts by funder, and in how many months of the window each has any. */
interface Sums {
  readonly amounts: number[]
  readonly months: number[]
}

/** Which facts tell the income: receipts where the community keeps them, else instalments as they fall due; null where neither is kept. */
export function incomeBasis(facts: DatedFacts): IncomeBasis | null {
  if (facts.history.pledges === null) return null
  if (facts.history.receipts !== null) return 'receipts'
  return facts.history.instalments === null ? null : 'instalments'
}

/** Slides two yearly windows over the income: every payment enters, moves on and leaves once. Source: docs/indicators.md §3, §4B. */
export function incomeWindows(
  basis: IncomeBasis | null,
  lines: FundingParameters,
  from: IncomeState = noIncome(),
): IncomeWindows {
  const { windowMonths } = lines
  const { funders } = from
  const months = new Map(from.months)
  const window = copied(from.window)
  const before = copied(from.before)
  const paid = from.paid.slice()
  let { firstMonth } = from
  let { order } = from
  let read: ReadonlyMap<string, number> | null = null

  const slide = (sums: Sums, month: number, by: 1 | -1) => {
    for (const [funder, amountMinor] of months.get(month)?.byFunder ?? []) {
      count(sums.amounts, funder, by * amountMinor)
      count(sums.months, funder, by)
    }
  }
  /** Funders in the order of their ids, which only a new name can change. */
  const sorted = (): readonly number[] => {
    if (order.length === funders.size()) return order
    const newcomers = Array.from({ length: funders.size() - order.length }, (_, index) => order.length + index)
    order = [...order, ...newcomers].sort((a, b) => (funders.nameOf(a) < funders.nameOf(b) ? -1 : 1))
    return order
  }
  /** The net amount of a funder; 0 where nothing positive is left or nothing was paid. */
  const amountOf = ({ amounts, months: present }: Sums, funder: number): number =>
    (present[funder] ?? 0) > 0 ? Math.max(0, amounts[funder] ?? 0) : 0
  const positive = (sums: Sums): Map<string, number> => {
    const found = new Map<string, number>()
    for (const funder of sorted()) {
      const amountMinor = amountOf(sums, funder)
      if (amountMinor > 0) found.set(funders.nameOf(funder), amountMinor)
    }
    return found
  }
  const enter = (month: number, payments: MonthFacts['dues']) => {
    firstMonth ??= month
    const byFunder = new Map<number, number>()
    const days = new Map<number, { first: number; last: number }>()
    let total = 0
    for (const { pledge, on, amountMinor } of payments) {
      const funder = funders.numberOf(pledge.funderId)
      byFunder.set(funder, (byFunder.get(funder) ?? 0) + amountMinor)
      total += amountMinor
      if (amountMinor <= 0) continue
      const known = days.get(funder)
      days.set(funder, { first: Math.min(known?.first ?? on, on), last: Math.max(known?.last ?? on, on) })
    }
    months.set(month, { byFunder, total })
    for (const [funder, { first, last }] of days) {
      while (paid.length <= funder) paid.push(undefined)
      paid[funder] = { first, last, before: paid[funder] }
    }
  }

  return {
    basis,
    moveTo(month, facts) {
      read = null
      const payments = paymentsOf(facts, basis)
      if (payments.length > 0) enter(month - 1, payments)
      slide(window, month - 1, 1)
      slide(window, month - 1 - windowMonths, -1)
      slide(before, month - 1 - windowMonths, 1)
      slide(before, month - 1 - 2 * windowMonths, -1)
      months.delete(month - 1 - 2 * windowMonths)
    },
    firstMonth: () => firstMonth,
    byFunder: () => (read ??= positive(window)),
    yearBefore: () => {
      let sum = 0
      before.amounts.forEach((amountMinor) => (sum += Math.max(0, amountMinor)))
      return sum
    },
    recent(month, span, funderId) {
      const funder = funders.known(funderId) ?? -1
      let all = 0
      let ofFunder = 0
      for (let one = month - span; one < month; one += 1) {
        const income = months.get(one)
        all += income?.total ?? 0
        ofFunder += income?.byFunder.get(funder) ?? 0
      }
      return { all, ofFunder }
    },
    renewals(month, renewalMonths) {
      const cohortTo = firstDayNumber(month - windowMonths)
      const cohortFrom = firstDayNumber(month - 2 * windowMonths)
      const today = firstDayNumber(month)
      const found: Renewal[] = []
      for (const funder of sorted()) {
        const amountMinor = amountOf(before, funder)
        if (amountMinor === 0) continue
        let again: PaidMonth | undefined
        let last = paid[funder]
        for (; last !== undefined && last.first >= cohortTo; last = last.before) again = last
        if (last === undefined || last.last < cohortFrom) continue
        const renewBy = addMonthsToDayNumber(last.last, renewalMonths)
        if (renewBy > today) continue
        const hasPaidAgain = again !== undefined && again.first <= renewBy
        found.push({ funderId: funders.nameOf(funder), amountMinor, hasPaidAgain })
      }
      return found
    },
    state: () => ({ funders, months, window, before, paid, firstMonth, order }),
  }
}

function noIncome(): IncomeState {
  return {
    funders: numbered(),
    months: new Map(),
    window: { amounts: [], months: [] },
    before: { amounts: [], months: [] },
    paid: [],
    firstMonth: null,
    order: [],
  }
}

function copied({ amounts, months }: Sums): Sums {
  return { amounts: amounts.slice(), months: months.slice() }
}

/** The month's income by the facts that tell it. */
export function paymentsOf(facts: MonthFacts, basis: IncomeBasis | null): MonthFacts['dues'] {
  if (basis === null) return []
  return basis === 'receipts' ? facts.payments : facts.dues.filter((due) => due.pledge.fact.status === 'confirmed')
}
