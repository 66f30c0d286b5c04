import { type Month, monthFromIndex } from '../../values/month.ts'
import { runwayMonths } from '../funding/runway.ts'
import type { FundingParameters } from '../parameters.ts'
import type { MoneyAt, MoneyMonth } from '../what-if/money-ahead.ts'

/** What is supposed of the money ahead. */
export interface Strain {
  /** Part of confirmed income that arrives, 0..1 in hundredths: 0.95 expected, 0.86 stress, 0.78 severe. */
  readonly haircut: number
  /** Part of its promise that the largest funder keeps, 0..1 in hundredths. */
  readonly largestPays: number
  /** Months by which every instalment comes later, 0..12. */
  readonly delayMonths: number
}

export interface Coverage {
  readonly months: readonly MoneyMonth[]
  /** Months until the balance falls below zero; null where it holds for as long as is looked ahead, or is not known. */
  readonly lastsMonths: number | null
  readonly negativeIn: Month | null
}

const HUNDREDTHS = 100
const THOUSANDTHS = 1000

/**
 * Reserves + scheduled confirmed income under strain − committed cost, month by month over `horizon` months. The balance is kept in
 * whole hundred-thousandths of minor units, so that nothing is rounded on the way; amounts shown are rounded down. Private funders who
 * have not yet paid twice count by the factor of the runway. Source: docs/indicators.md §4B (runway), docs/adr/0089.
 */
export function coverage(
  money: MoneyAt,
  strain: Strain,
  largestFunderId: string | null,
  horizon: number,
  lines: FundingParameters,
): Coverage {
  const { now, reservesMinor, isCostKnown, isScheduleKnown } = money
  const scale = HUNDREDTHS * THOUSANDTHS
  const proven = Math.round(strain.haircut * THOUSANDTHS)
  const unproven = Math.round(strain.haircut * lines.runway.unprovenFactor * THOUSANDTHS)
  const pays = Math.round(strain.largestPays * HUNDREDTHS)
  const income = new Map<number, number>()
  for (const { pledge, isProven, due } of money.pledges) {
    const part = (isProven ? proven : unproven) * (pledge.funderId === largestFunderId ? pays : HUNDREDTHS)
    for (const [month, amount] of due) {
      if (month < now) continue
      const arrives = month + strain.delayMonths
      income.set(arrives, (income.get(arrives) ?? 0) + amount * part)
    }
  }
  const isKnown = reservesMinor !== null && isCostKnown && isScheduleKnown
  let balance = (reservesMinor ?? 0) * scale
  const months = Array.from({ length: horizon }, (_, ahead): MoneyMonth => {
    const incomeScaled = income.get(now + ahead) ?? 0
    const costMinor = money.costAhead[ahead] ?? 0
    balance += incomeScaled - costMinor * scale
    return {
      month: monthFromIndex(now + ahead),
      incomeMinor: Math.floor(incomeScaled / scale),
      costMinor: isCostKnown ? costMinor : null,
      balanceMinor: isKnown ? Math.floor(balance / scale) : null,
    }
  })
  return {
    months,
    lastsMonths: isKnown
      ? runwayMonths(
          reservesMinor * scale,
          (ahead) => income.get(now + ahead) ?? 0,
          (ahead) => (money.costAhead[ahead] ?? 0) * scale,
          lines.runway.furthestMonths,
        )
      : null,
    negativeIn: months.find((one) => one.balanceMinor !== null && one.balanceMinor < 0)?.month ?? null,
  }
}
