import { firstDayNumber } from '../../values/month.ts'
import type { MonthFacts } from '../dated-facts.ts'
import { type Numbered, numbered } from '../numbered.ts'
import type { FundingParameters } from '../parameters.ts'
import { countBelow } from '../statistics/ascending.ts'

/** What pledgers owed by now and what they paid of it. */
export interface PromisedDues {
  readonly moveTo: (month: number, facts: MonthFacts) => void
  /** Reads the month last moved to, and lets go of the accounts that no month from there on reads. */
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

/** Where an account stands; replaced at each step and never changed. */
interface Account {
  /** Due days and running totals of amounts due, ascending; shared with whoever stands further, so the first `length` count. */
  readonly days: number[]
  readonly totals: number[]
  readonly length: number
  readonly receivedMinor: number
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
  const { graceDays } = lines.fulfilment

  const put = (pledge: number, account: Account) => {
    while (accounts.length <= pledge) accounts.push(undefined)
    accounts[pledge] = account
  }
  const firstDayOfYear = (month: number) => firstDayNumber(month - lines.windowMonths) - graceDays + 1
  const standing = (account: Account, yearFrom: number, ripeBefore: number) => {
    const { receivedMinor } = account
    const oldest = duesBelow(account, yearFrom)
    const ripe = duesBelow(account, ripeBefore)
    const dueBefore = dueUpTo(account, oldest)
    const owed = dueUpTo(account, ripe) - dueBefore
    return { dues: ripe - oldest, owed, settled: Math.min(owed, Math.max(0, receivedMinor - dueBefore)) }
  }

  return {
    moveTo(_month, facts) {
      for (const { pledge, on, amountMinor } of [...facts.dues].sort((a, b) => a.on - b.on)) {
        if (amountMinor <= 0) continue
        const number = pledges.numberOf(pledge.id)
        put(number, withDue(accounts[number] ?? nothingDue(), on, amountMinor))
        open.add(number)
      }
      for (const { pledge, amountMinor } of facts.payments) {
        const number = pledges.numberOf(pledge.id)
        const known = accounts[number] ?? nothingDue()
        put(number, { ...known, receivedMinor: known.receivedMinor + amountMinor })
      }
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
        const account = accounts[pledge] as Account
        if (lastDueOn(account) < yearFrom) {
          open.delete(pledge)
          continue
        }
        const one = standing(account, yearFrom, ripeBefore)
        dues += one.dues
        dueMinor += one.owed
        paidMinor += one.settled
        yearDueMinor += dueUpTo(account, account.length) - dueUpTo(account, duesBelow(account, budgetFrom))
      }
      return { dues, dueMinor, paidMinor, yearDueMinor }
    },
    unpaidPledgeIds(month) {
      const ripeBefore = firstDayNumber(month) - graceDays + 1
      const yearFrom = firstDayOfYear(month)
      const isUnpaid = (pledge: number) => {
        const { owed, settled } = standing(accounts[pledge] as Account, yearFrom, ripeBefore)
        return settled < owed
      }
      return [...open].filter(isUnpaid).map(pledges.nameOf).sort()
    },
    state: () => ({ pledges, accounts, open }),
  }
}

const nothingDue = (): Account => ({ days: [], totals: [], length: 0, receivedMinor: 0 })

/** The account with one more amount due. Who stands where the lists end adds to them; who stands before others have added takes a copy. */
function withDue({ days, totals, length, receivedMinor }: Account, on: number, amountMinor: number): Account {
  const isLast = days.length === length
  const own = isLast ? { days, totals } : { days: days.slice(0, length), totals: totals.slice(0, length) }
  own.days.push(on)
  own.totals.push((totals[length - 1] ?? 0) + amountMinor)
  return { ...own, length: length + 1, receivedMinor }
}

/** How many amounts are due before a day. */
function duesBelow({ days, length }: Account, day: number): number {
  return Math.min(length, countBelow(days, day))
}

function dueUpTo({ totals }: Account, dues: number): number {
  return totals[dues - 1] ?? 0
}

function lastDueOn({ days, length }: Account): number {
  return days[length - 1] ?? -Infinity
}
