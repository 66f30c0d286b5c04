import type { Day } from '../../values/day.ts'

/** One thing that would happen; amounts in minor units of the community's currency. */
export type Step =
  /** Nothing new: the windows move on. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'start'; readonly initiatives: number; readonly newPartnersEach: 0 | 1 }
  | { readonly kind: 'prolong'; readonly initiativeIds: readonly string[]; readonly months: number }
  | { readonly kind: 'return'; readonly organisationIds: readonly string[] }
  | {
      readonly kind: 'new-funders'
      readonly funders: number
      readonly amountMinorEach: number
      /** Paid at once, or promised for a year and paid month by month. */
      readonly as: 'payment' | 'pledge'
    }
  | { readonly kind: 'receive'; readonly pledgeIds: readonly string[]; readonly amountMinor: number }
  | { readonly kind: 'renew'; readonly pledgeIds: readonly string[]; readonly amountMinor: number }
  | { readonly kind: 'save'; readonly part: number; readonly amountMinorMonthly: number }

/** Events that would lower the score of one flag, found by reading the history again with them. */
export interface Way {
  readonly steps: readonly Step[]
  /** Last day before the reading that would be lower. */
  readonly by: Day
  readonly score: number
}
