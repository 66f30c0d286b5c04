import type { Month } from '../../values/month.ts'
import type { ThresholdSpan } from '../thresholds.ts'
import type { NetworkAfter } from './cut-off.ts'
import type { FlagsAhead } from './horizon.ts'
import type { InitiativeBelow } from './initiatives-below.ts'
import type { Losses } from './losses.ts'
import type { MoneyCourse } from './money-ahead.ts'
import type { WayToGoOn } from './question.ts'
import type { RaisedFlag } from './raised-flags.ts'
import type { SpaceLost } from './spaces-lost.ts'

/** What would happen, month by month and beside what would happen anyway. */
export interface StressAnswer {
  readonly engine: string
  /** Of the lines in force in the month of the question. */
  readonly parametersVersion: string
  /** Which lines judge which months of the horizon; the first begins with the month of the question. */
  readonly thresholds: readonly ThresholdSpan[]
  readonly month: Month
  readonly horizonMonths: number
  readonly goesOn: WayToGoOn
  readonly currency: string
  readonly gone: {
    readonly organisationIds: readonly string[]
    readonly alongIds: readonly string[]
    readonly spaceIds: readonly string[]
  }
  readonly losses: Losses
  readonly money: {
    readonly with: MoneyCourse
    readonly without: MoneyCourse
    readonly reservesMinor: number | null
    /** Confirmed pledges in the community's currency that the courses rest on. */
    readonly pledges: number
  }
  readonly initiatives: { readonly running: number; readonly below: readonly InitiativeBelow[] }
  readonly spaces: readonly SpaceLost[]
  readonly network: NetworkAfter
  /** From the month of the question on; the first month is the same in both, because it only sees the past. */
  readonly flags: { readonly with: readonly FlagsAhead[]; readonly without: readonly FlagsAhead[] }
  readonly raised: readonly RaisedFlag[]
}
