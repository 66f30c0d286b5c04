import { dayFromNumber, dayNumber } from '../../values/day.ts'
import { addMonthsToDay, firstDayNumber } from '../../values/month.ts'
import type { DatedFacts, MonthFacts } from '../dated-facts.ts'
import type { FundingParameters } from '../parameters.ts'
import { countBelow } from '../statistics/ascending.ts'

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
}

/** A funder of the year before last whose time to pay again has passed. */
export interface Renewal {
  readonly funderId: string
  readonly amountMinor: number
  readonly hasPaidAgain: boolean
}

/** Which facts tell the income: receipts where the community keeps them, else instalments as they fall due; null where neither is kept. */
export function incomeBasis(facts: DatedFacts): IncomeBasis | null {
  if (facts.history.pledges === null) return null
  if (facts.history.receipts !== null) return 'receipts'
  return facts.history.instalments === null ? null : 'instalments'
}

/** Slides two yearly windows over the income: every payment enters, moves on and leaves once. Source: docs/indicators.md §3, §4B. */
export function incomeWindows(basis: IncomeBasis | null, lines: FundingParameters): IncomeWindows {
  const { windowMonths } = lines
  const months = new Map<number, Map<string, number>>()
  const window = new Map<string, Sum>()
  const before = new Map<string, Sum>()
  const paidOn = new Map<string, number[]>()
  let firstMonth: number | null = null

  const slide = (sums: Map<string, Sum>, month: number, by: 1 | -1) => {
    for (const [funderId, amountMinor] of months.get(month) ?? []) {
      const sum = sums.get(funderId) ?? { amountMinor: 0, months: 0 }
      sum.amountMinor += by * amountMinor
      sum.months += by
      if (sum.months === 0) sums.delete(funderId)
      else sums.set(funderId, sum)
    }
  }

  return {
    basis,
    moveTo(month, facts) {
      const payments = paymentsOf(facts, basis)
      if (payments.length > 0) {
        firstMonth ??= month - 1
        const byFunder = new Map<string, number>()
        for (const { pledge, amountMinor } of payments) {
          byFunder.set(pledge.funderId, (byFunder.get(pledge.funderId) ?? 0) + amountMinor)
        }
        months.set(month - 1, byFunder)
        for (const { pledge, on, amountMinor } of [...payments].sort((a, b) => a.on - b.on)) {
          if (amountMinor <= 0) continue
          const days = paidOn.get(pledge.funderId)
          if (days === undefined) paidOn.set(pledge.funderId, [on])
          else days.push(on)
        }
      }
      slide(window, month - 1, 1)
      slide(window, month - 1 - windowMonths, -1)
      slide(before, month - 1 - windowMonths, 1)
      slide(before, month - 1 - 2 * windowMonths, -1)
      months.delete(month - 1 - 2 * windowMonths)
    },
    firstMonth: () => firstMonth,
    byFunder: () => positive(window),
    yearBefore: () => [...positive(before).values()].reduce((sum, amount) => sum + amount, 0),
    recent(month, span, funderId) {
      let all = 0
      let ofFunder = 0
      for (let one = month - span; one < month; one += 1) {
        for (const [funder, amountMinor] of months.get(one) ?? []) {
          all += amountMinor
          if (funder === funderId) ofFunder += amountMinor
        }
      }
      return { all, ofFunder }
    },
    renewals(month, renewalMonths) {
      const cohortTo = firstDayNumber(month - windowMonths)
      const cohortFrom = firstDayNumber(month - 2 * windowMonths)
      return [...positive(before)].flatMap(([funderId, amountMinor]) => {
        const days = paidOn.get(funderId) ?? []
        const next = countBelow(days, cohortTo)
        const last = days[next - 1]
        if (last === undefined || last < cohortFrom) return []
        const renewBy = dayNumber(addMonthsToDay(dayFromNumber(last), renewalMonths))
        if (renewBy > firstDayNumber(month)) return []
        const again = days[next]
        return [{ funderId, amountMinor, hasPaidAgain: again !== undefined && again <= renewBy }]
      })
    },
  }
}

interface Sum {
  amountMinor: number
  months: number
}

/** The month's income by the facts that tell it. */
export function paymentsOf(facts: MonthFacts, basis: IncomeBasis | null): MonthFacts['dues'] {
  if (basis === null) return []
  return basis === 'receipts' ? facts.payments : facts.dues.filter((due) => due.pledge.fact.status === 'confirmed')
}

function positive(sums: ReadonlyMap<string, Sum>): Map<string, number> {
  return new Map(
    [...sums]
      .filter(([, sum]) => sum.amountMinor > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([funderId, sum]) => [funderId, sum.amountMinor]),
  )
}
