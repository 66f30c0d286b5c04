import { hundredthsOf, quantityOf } from '../values/money.ts'

/** What a pledge, an instalment or a receipt counts: money in minor units, or a quantity in its unit. Never added up. */
export interface Measured {
  readonly amountMinor: number | null
  readonly quantity: number | null
}

export const measures = ['amount', 'quantity'] as const
export type Measure = (typeof measures)[number]

/**
 * So much of one measure in its smallest parts (minor units, hundredths of the unit); null where there is none of it.
 * Throws RangeError for what is no whole number of parts.
 */
export function partsOf(thing: Measured, measure: Measure): number | null {
  if (measure === 'amount') {
    if (thing.amountMinor !== null && !Number.isSafeInteger(thing.amountMinor))
      throw new RangeError(`not minor units: ${thing.amountMinor}`)
    return thing.amountMinor
  }
  if (thing.quantity === null) return null
  const hundredths = hundredthsOf(thing.quantity)
  if (hundredths === null) throw new RangeError(`not a quantity of hundredths: ${thing.quantity}`)
  return hundredths
}

/** Parts of one measure as amounts travel: the other measure is empty. */
export function measuredOf(measure: Measure, parts: number): { amountMinor: number | null; quantity: number | null } {
  return measure === 'amount'
    ? { amountMinor: parts, quantity: null }
    : { amountMinor: null, quantity: quantityOf(parts) }
}
