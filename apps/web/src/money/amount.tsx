import { isolatedIn } from '@commonweal/words/isolated'
import { sayNumber } from '@commonweal/words/say-number'
import { sayMoney } from './money.ts'
import { Missing, Money, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'

/** Money in minor units of a currency, or a quantity of a unit; both only where a promise has both. */
export interface Measures {
  readonly amountMinor: number | null
  readonly currency: string | null
  readonly quantity: number | null
  readonly unit: string | null
}

/** So much money, or so much of a unit; never added up. */
export function Amount({ of }: { of: Measures }) {
  const { locale } = useWords()
  const { amountMinor, currency, quantity, unit } = of
  if (amountMinor === null && quantity === null) return <Missing />
  return (
    <>
      {amountMinor !== null && <Money minor={amountMinor} currency={currency} />}
      {amountMinor !== null && quantity !== null && ' + '}
      {quantity !== null && (
        <data value={quantity}>
          {isolatedIn(sayNumber(quantity, locale), locale)} <Own>{unit}</Own>
        </data>
      )}
    </>
  )
}

/** The same as text, for sentences. */
export function sayAmount({ amountMinor, currency, quantity, unit }: Measures, locale: string): string {
  const parts = [
    amountMinor !== null && currency ? sayMoney(amountMinor, currency, locale) : null,
    quantity === null ? null : `${isolatedIn(sayNumber(quantity, locale), locale)} ${unit ?? ''}`.trim(),
  ]
  return parts.filter(Boolean).join(' + ')
}
