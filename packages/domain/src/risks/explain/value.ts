import type { Day } from '../../values/day.ts'
import type { Month } from '../../values/month.ts'

/** The plain fraction a share is close to. */
export type Fraction = 'all' | 'nearly-all' | 'three-quarters' | 'two-thirds' | 'half' | 'third'

/** A value that says how it is to be read, so that web, mails and reports put it into words alike. */
export type Value =
  | { readonly type: 'number'; readonly value: number }
  /** 0..1, or above 1 where it is a ratio. */
  | { readonly type: 'share'; readonly value: number; readonly near?: Fraction }
  | { readonly type: 'probability'; readonly value: number }
  | { readonly type: 'months'; readonly value: number }
  | { readonly type: 'days'; readonly value: number }
  /** Minor units of the community's currency. */
  | { readonly type: 'money'; readonly value: number }
  | { readonly type: 'day'; readonly value: Day }
  | { readonly type: 'month'; readonly value: Month }

/** A sentence to be said: its code and what is filled into it. The words live in the catalogue. */
export interface Sentence<Code extends string = string> {
  readonly code: Code
  readonly values: Readonly<Record<string, Value>>
}

export const numberOf = (value: number): Value => ({ type: 'number', value })
export const monthsOf = (value: number): Value => ({ type: 'months', value })
export const moneyOf = (value: number): Value => ({ type: 'money', value })
export const dayOf = (value: Day): Value => ({ type: 'day', value })

/** A share with the plain fraction it is close to, within three hundredths. */
export function shareOf(value: number): Value {
  const near = nearFraction(value)
  return near === null ? { type: 'share', value } : { type: 'share', value, near }
}

function nearFraction(share: number): Fraction | null {
  if (share === 1) return 'all'
  if (share > 1) return null
  if (share >= 0.92) return 'nearly-all'
  const isNear = (fraction: number) => Math.abs(share - fraction) <= 0.03
  if (isNear(1 / 3)) return 'third'
  if (isNear(1 / 2)) return 'half'
  if (isNear(2 / 3)) return 'two-thirds'
  return isNear(3 / 4) ? 'three-quarters' : null
}
