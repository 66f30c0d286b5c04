import type { History } from '../../packages/domain/src/risks/history.ts'
import { dayFromNumber } from '../../packages/domain/src/values/day.ts'
import {
  addMonths,
  firstDayNumber,
  type Month,
  monthFromIndex,
  monthIndex,
} from '../../packages/domain/src/values/month.ts'
import type { Row } from './data-folder.ts'
import { emptyHistory } from './package-history.ts'

interface Booking {
  readonly on: string
  readonly month: Month
  readonly counterparty: string
  readonly isIncome: boolean
  readonly amountMinor: number
  readonly feeMinor: number
}

/**
 * An open ledger as a history: contributions are receipts by counterparty (refunds reduce them), everything else and the fees are the
 * cost of their month, the running balance at each month's end is the reserve. There are no pledges ahead, so instalments are unknown.
 * Complete through the last month that has ended before the last row.
 */
export function ledgerHistory(rows: readonly Row[]): History | null {
  const bookings = rows.map(bookingOf).sort((a, b) => (a.on < b.on ? -1 : 1))
  const [first, last] = [bookings[0], bookings.at(-1)]
  if (first === undefined || last === undefined) return null
  const currency = rows[0]?.['currency'] ?? ''
  const funders = [...new Set(bookings.filter(({ isIncome }) => isIncome).map(({ counterparty }) => counterparty))]
  const months = monthsFrom(first.month, last.month)
  let balanceMinor = 0
  const closing = months.map((month) => {
    const ofMonth = bookings.filter((booking) => booking.month === month)
    const costMinor = -ofMonth.reduce((sum, one) => sum + one.feeMinor + (one.isIncome ? 0 : one.amountMinor), 0)
    balanceMinor += ofMonth.reduce((sum, one) => sum + one.amountMinor + one.feeMinor, 0)
    return { on: lastDayOf(month), costMinor, balanceMinor }
  })
  return {
    ...emptyHistory,
    currency,
    dataCompleteThrough: lastDayOf(addMonths(last.month, -1)),
    organisations: funders.map((id) => ({ id, sector: 'other', legalStatus: 'unknown', parentId: null })),
    pledges: funders.map((id) => ({
      id,
      initiativeId: null,
      organisationId: id,
      kind: 'cash',
      route: 'donation',
      amountMinor: null,
      currency,
      quantity: null,
      unit: null,
      confirmedOn: bookings.find((one) => one.isIncome && one.counterparty === id)?.on ?? null,
      from: null,
      to: null,
      status: 'confirmed',
    })),
    receipts: bookings
      .filter(({ isIncome }) => isIncome)
      .map(({ counterparty, on, amountMinor }) => ({
        pledgeId: counterparty,
        receivedOn: on,
        amountMinor,
        quantity: null,
      })),
    costs: closing.map(({ on, costMinor }) => ({ initiativeId: null, dueOn: on, amountMinor: costMinor, currency })),
    reserves: closing.map(({ on, balanceMinor }) => ({ on, amountMinor: balanceMinor, currency })),
  }
}

/** A contribution received, or one handed back: a gift to somebody else is a cost. */
function bookingOf(row: Row): Booking {
  const on = (row['datetime'] ?? '').slice(0, 10)
  const isContribution = row['kind'] === 'CONTRIBUTION'
  return {
    on,
    month: on.slice(0, 7),
    counterparty: row['counterparty'] ?? '',
    isIncome: isContribution && (row['type'] === 'CREDIT' || row['is_refund'] === 'REFUND'),
    amountMinor: minor(row['amount']),
    feeMinor: minor(row['payment_processor_fee']),
  }
}

function minor(text: string | undefined): number {
  return Math.round(Number(text || '0') * 100)
}

function monthsFrom(from: Month, to: Month): Month[] {
  const first = monthIndex(from)
  return Array.from({ length: monthIndex(to) - first + 1 }, (_, index) => monthFromIndex(first + index))
}

function lastDayOf(month: Month): string {
  return dayFromNumber(firstDayNumber(monthIndex(month) + 1) - 1)
}
