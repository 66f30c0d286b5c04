import { firstDayNumber } from '../../values/month.ts'
import type { MonthFacts } from '../dated-facts.ts'
import type { FundingParameters } from '../parameters.ts'
import { countBelow } from '../statistics/ascending.ts'

/** What pledgers owed by now and what they paid of it. */
export interface PromisedDues {
  readonly moveTo: (month: number, facts: MonthFacts) => void
  readonly read: (month: number) => DueCounts
}

export interface DueCounts {
  /** Amounts due in the year that ended graceDays ago. */
  readonly dues: number
  readonly dueMinor: number
  readonly paidMinor: number
  /** Amounts due in the last 12 months, whether ripe or not: the year's budget. */
  readonly yearDueMinor: number
  readonly unpaidPledgeIds: readonly string[]
}

interface Account {
  readonly pledgeId: string
  /** Due days and running totals of amounts due, ascending. */
  readonly days: number[]
  readonly totals: number[]
  receivedMinor: number
}

/**
 * One account a pledge: receipts settle its oldest dues first. An account is read while it has dues in the year that ended graceDays
 * ago. Pledges later written off stay due; declined, withdrawn and cancelled ones never count. Source: docs/indicators.md §4B.
 */
export function promisedDues(lines: FundingParameters): PromisedDues {
  const accounts = new Map<string, Account>()
  const open = new Set<Account>()
  const { graceDays } = lines.fulfilment

  const account = (pledgeId: string): Account => {
    const known = accounts.get(pledgeId)
    if (known !== undefined) return known
    const opened: Account = { pledgeId, days: [], totals: [], receivedMinor: 0 }
    accounts.set(pledgeId, opened)
    return opened
  }

  return {
    moveTo(month, facts) {
      for (const { pledge, on, amountMinor } of [...facts.dues].sort((a, b) => a.on - b.on)) {
        if (amountMinor <= 0) continue
        const owed = account(pledge.id)
        owed.days.push(on)
        owed.totals.push((owed.totals.at(-1) ?? 0) + amountMinor)
        open.add(owed)
      }
      for (const { pledge, amountMinor } of facts.payments) account(pledge.id).receivedMinor += amountMinor
      const yearFrom = firstDayNumber(month - lines.windowMonths) - graceDays + 1
      for (const one of open) if ((one.days.at(-1) ?? yearFrom) < yearFrom) open.delete(one)
    },
    read(month) {
      const ripeBefore = firstDayNumber(month) - graceDays + 1
      const yearFrom = firstDayNumber(month - lines.windowMonths) - graceDays + 1
      const budgetFrom = firstDayNumber(month - lines.windowMonths)
      let dues = 0
      let dueMinor = 0
      let paidMinor = 0
      let yearDueMinor = 0
      const unpaidPledgeIds: string[] = []
      for (const { pledgeId, days, totals, receivedMinor } of open) {
        const oldest = countBelow(days, yearFrom)
        const ripe = countBelow(days, ripeBefore)
        const dueBefore = totals[oldest - 1] ?? 0
        const owed = (totals[ripe - 1] ?? 0) - dueBefore
        const settled = Math.min(owed, Math.max(0, receivedMinor - dueBefore))
        dues += ripe - oldest
        dueMinor += owed
        paidMinor += settled
        yearDueMinor += (totals.at(-1) ?? 0) - (totals[countBelow(days, budgetFrom) - 1] ?? 0)
        if (settled < owed) unpaidPledgeIds.push(pledgeId)
      }
      return { dues, dueMinor, paidMinor, yearDueMinor, unpaidPledgeIds: unpaidPledgeIds.sort() }
    },
  }
}
