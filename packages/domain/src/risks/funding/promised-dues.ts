import { firstDayNumber } from '../../values/month.ts'
import type { MonthFacts } from '../dated-facts.ts'
import { type Numbered, numbered } from '../numbered.ts'
import type { FundingParameters } from '../parameters.ts'
import { countBelow } from '../statistics/ascending.ts'

/** What pledgers owed by now and what they paid of it. */
export interface PromisedDues {
  readonly moveTo: (month: number, facts: MonthFacts) => void
  readonly read: (month: number) => DueCounts
  /** Pledges with an amount due in that year and not settled in full, sorted. */
  readonly unpaidPledgeIds: (month: number) => string[]
  readonly state: () => DuesState
}

export interface DueCounts {
  /** Amounts due in the year that ended graceDays ago. */
  readonly dues: number
  readonly dueMinor: number
  readonly paidMinor: number
  /** Amounts due in the last 12 months, whether ripe or not: the year's budget. */
  readonly yearDueMinor: number
}

interface Account {
  /** Due days and running totals of amounts due, ascending. */
  readonly days: number[]
  readonly totals: number[]
  receivedMinor: number
  /** The fold that may write here; another one takes a copy first. */
  readonly owner: object
}

interface DuesState {
  readonly pledges: Numbered
  readonly accounts: readonly (Account | undefined)[]
  readonly open: ReadonlySet<number>
}

/**
 * One account a pledge: receipts settle its oldest dues first. An account is read while it has dues in the year that ended graceDays
 * ago. Pledges later written off stay due; declined, withdrawn and cancelled ones never count. Source: docs/indicators.md §4B.
 */
export function promisedDues(lines: FundingParameters, from?: DuesState): PromisedDues {
  const pledges = from?.pledges ?? numbered()
  const accounts = from?.accounts.slice() ?? []
  const open = new Set(from?.open)
  let owner = {}
  const { graceDays } = lines.fulfilment

  const account = (pledge: number): Account => {
    const known = accounts[pledge]
    if (known?.owner === owner) return known
    const own: Account = {
      days: known?.days.slice() ?? [],
      totals: known?.totals.slice() ?? [],
      receivedMinor: known?.receivedMinor ?? 0,
      owner,
    }
    while (accounts.length <= pledge) accounts.push(undefined)
    accounts[pledge] = own
    return own
  }
  const firstDayOfYear = (month: number) => firstDayNumber(month - lines.windowMonths) - graceDays + 1
  const standing = (pledge: number, yearFrom: number, ripeBefore: number) => {
    const { days, totals, receivedMinor } = accounts[pledge] as Account
    const oldest = countBelow(days, yearFrom)
    const ripe = countBelow(days, ripeBefore)
    const dueBefore = totals[oldest - 1] ?? 0
    const owed = (totals[ripe - 1] ?? 0) - dueBefore
    return { dues: ripe - oldest, owed, settled: Math.min(owed, Math.max(0, receivedMinor - dueBefore)) }
  }

  return {
    moveTo(month, facts) {
      for (const { pledge, on, amountMinor } of [...facts.dues].sort((a, b) => a.on - b.on)) {
        if (amountMinor <= 0) continue
        const number = pledges.numberOf(pledge.id)
        const owed = account(number)
        owed.days.push(on)
        owed.totals.push((owed.totals.at(-1) ?? 0) + amountMinor)
        open.add(number)
      }
      for (const { pledge, amountMinor } of facts.payments)
        account(pledges.numberOf(pledge.id)).receivedMinor += amountMinor
      const yearFrom = firstDayOfYear(month)
      for (const one of open) if ((accounts[one]?.days.at(-1) ?? yearFrom) < yearFrom) open.delete(one)
    },
    read(month) {
      const ripeBefore = firstDayNumber(month) - graceDays + 1
      const yearFrom = firstDayOfYear(month)
      const budgetFrom = firstDayNumber(month - lines.windowMonths)
      let dues = 0
      let dueMinor = 0
      let paidMinor = 0
      let yearDueMinor = 0
      for (const pledge of open) {
        const one = standing(pledge, yearFrom, ripeBefore)
        dues += one.dues
        dueMinor += one.owed
        paidMinor += one.settled
        const { days, totals } = accounts[pledge] as Account
        yearDueMinor += (totals.at(-1) ?? 0) - (totals[countBelow(days, budgetFrom) - 1] ?? 0)
      }
      return { dues, dueMinor, paidMinor, yearDueMinor }
    },
    unpaidPledgeIds(month) {
      const ripeBefore = firstDayNumber(month) - graceDays + 1
      const yearFrom = firstDayOfYear(month)
      const isUnpaid = (pledge: number) => {
        const { owed, settled } = standing(pledge, yearFrom, ripeBefore)
        return settled < owed
      }
      return [...open].filter(isUnpaid).map(pledges.nameOf).sort()
    },
    state() {
      // What is handed over is shared from now on: either side takes its own copy of an account before it writes there.
      owner = {}
      return { pledges, accounts, open }
    },
  }
}
