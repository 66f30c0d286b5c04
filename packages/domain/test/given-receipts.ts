import type { History } from '../src/risks/history.ts'
import { addMonths } from '../src/values/month.ts'
import { nothing, paid, pledge } from './given-promises.ts'
import { cost, reserve } from './given-town.ts'

/**
 * Funders who pay so much on the fifth of every month of 2023, by pledges of no known amount and without an end. When it falls due is
 * not kept, so that only what came is read.
 */
export function givenReceipts(monthly: Readonly<Record<string, number>>, more: Partial<History> = {}): History {
  const funders = Object.entries(monthly)
  const months = Array.from({ length: 12 }, (_, index) => addMonths('2023-01', index))
  return {
    ...nothing,
    organisations: [],
    pledges: funders.map(([id]) => pledge(id, id, { confirmedOn: '2023-01-01' })),
    receipts: months.flatMap((month) => funders.map(([id, amount]) => paid(id, `${month}-05`, amount))),
    ...more,
  }
}

/** So many funders of the same amount, named by a letter and a number. */
export function equal(letter: string, count: number, amount: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${letter}${index + 1}`, amount]))
}

/** Ten equal funders who bring 100 a month, general costs of 200 a month, and so much in reserve at the end of 2023. */
export function givenSpent(reservesMinor: number, more: NonNullable<History['costs']> = []): History {
  const months = Array.from({ length: 12 }, (_, index) => addMonths('2023-01', index))
  return givenReceipts(equal('f', 10, 10), {
    costs: [...months.map((month) => cost(`${month}-10`, null, 200)), ...more],
    reserves: [reserve('2023-12-31', reservesMinor)],
  })
}
