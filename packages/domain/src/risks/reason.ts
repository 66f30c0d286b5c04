import type { Day } from '../values/day.ts'

/** Why a value is not known. Not knowing is an answer: such a value is null, never zero. */
export type Reason =
  | 'no-history'
  | 'too-few'
  | 'zero-denominator'
  | 'unknown-source'
  | 'not-applicable'
  | `incomplete-after:${Day}`
