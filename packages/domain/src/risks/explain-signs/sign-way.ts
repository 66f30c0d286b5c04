import type { Sector } from '../../partners/sectors.ts'
import type { Sentence } from '../explain/value.ts'
import type { Day } from '../../values/day.ts'
import type { Row } from './sign-rows.ts'

export const signStepCodes = [
  'wait',
  'other-sectors',
  'deputies',
  'second-contacts',
  'other-leads',
  'around-bridge',
  'private-income',
  'other-hosts',
  'room',
  'meetings-in-rooms',
  'youth-joins',
  'youth-begins',
  'paid-hours',
] as const
export type SignStepCode = (typeof signStepCodes)[number]

/** One kind of event and how much of it there would be: its code with values, and what it would happen to. */
export interface SignStep extends Sentence<SignStepCode> {
  readonly things: Row['of']
  /** Wanted sectors that would be there again. */
  readonly sectors: readonly Sector[]
}

/** Events that would lower a sign, found by reading the next month with them: of one kind, or of several that are needed together. */
export interface SignWay {
  readonly steps: readonly SignStep[]
  /** Last day before the reading that would be lower. */
  readonly by: Day
  readonly score: number
}
