import { addMonths } from '../../packages/domain/src/values/month.ts'
import type { Fall } from './labels.ts'
import type { Verdict } from './report.ts'

/** One part of the back-test: what it printed, and what it was asked. */
export interface Section {
  readonly title: string
  readonly lines: readonly string[]
  readonly verdicts: readonly Verdict[]
}

/** Falls as months, each with its recovery. */
export function monthsOf(from: string, falls: readonly Fall[]): string {
  if (falls.length === 0) return 'none'
  return falls
    .map(({ at, recoveredAt }) => {
      const recovered = recoveredAt === null ? 'not recovered' : `recovered ${addMonths(from, recoveredAt)}`
      return `${addMonths(from, at)} (${recovered})`
    })
    .join(', ')
}
