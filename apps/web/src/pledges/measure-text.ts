import { hundredthsOf } from '@commonweal/domain/values/money'
import { minorOf } from '../money/money.ts'

/** An amount as typed, in minor units; null where it is none. */
export function readAmount(typed: string, currency: string): number | null {
  return typed.trim() ? minorOf(typed, currency) : null
}

/** A quantity as typed, to the hundredth; comma or point. Null where it is none. */
export function readQuantity(typed: string): number | null {
  const text = typed.trim().replace(',', '.')
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(text)) return null
  const quantity = Number(text)
  return hundredthsOf(quantity) === null ? null : quantity
}
