import { type Day, dayNumber } from '../values/day.ts'
import { firstDayNumber } from '../values/month.ts'

/** Why a value is not known, beside where the records end. */
export const plainReasons = ['no-history', 'too-few', 'zero-denominator', 'unknown-source', 'not-applicable'] as const

/** Why a value is not known. Not knowing is an answer: such a value is null, never zero. */
export type Reason = (typeof plainReasons)[number] | `incomplete-after:${Day}`

/** Why a month cannot be read: the facts end before the day before it begins (`month` as its index); null where they do not. */
export function incompleteAt(dataCompleteThrough: Day | null, month: number): Reason | null {
  if (dataCompleteThrough === null || dayNumber(dataCompleteThrough) >= firstDayNumber(month) - 1) return null
  return `incomplete-after:${dataCompleteThrough}`
}
