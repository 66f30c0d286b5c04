import { isolatedIn } from '@commonweal/words/isolated'

const formats = new Map<string, Intl.NumberFormat>()

/** Digits after the decimal sign of a currency: 2 for EUR, 0 for JPY, 3 for TND. */
export function exponentOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** Minor units as an exact decimal string: 123456 of EUR is `1234.56`. No float on the way. */
export function decimalOf(amountMinor: number, currency: string): string {
  const exponent = exponentOf(currency)
  const sign = amountMinor < 0 ? '-' : ''
  const digits = Math.abs(amountMinor)
    .toString()
    .padStart(exponent + 1, '0')
  return exponent === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

/** An amount for reading; Intl formats the exact decimal string, so no digit is lost. */
export function sayMoney(amountMinor: number, currency: string, locale: string): string {
  const said = moneyFormat(locale, currency).format(decimalOf(amountMinor, currency) as Intl.StringNumericLiteral)
  return isolatedIn(said, locale)
}

/** The same for a sheet of few figures: without cents where there are none. */
export function sayMoneyBriefly(amountMinor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' })
  return isolatedIn(format.format(decimalOf(amountMinor, currency) as Intl.StringNumericLiteral), locale)
}

/** One for each language and currency: making it takes longer than a hundred uses, and a list shows many sums. */
function moneyFormat(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency })
  formats.set(key, format)
  return format
}

/**
 * What a person typed, as minor units; null where it is not an amount. `1234.5`, `1234,5`, `1.234,50` and `1,234.50` are
 * read; the last sign counts as decimal when no more digits follow it than the currency has.
 */
export function minorOf(typed: string, currency: string): number | null {
  const exponent = exponentOf(currency)
  const compact = typed.trim().replace(/[\s\u00a0\u202f'’]/g, '')
  const [, whole = '', sign = '', decimals = ''] = /^(.*?)(?:([.,])(\d*))?$/.exec(compact) ?? []
  const isDecimal = sign === '' || (decimals.length <= exponent && !whole.includes(sign))
  const grouped = isDecimal ? whole : compact
  if (!/^\d+$|^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$/.test(grouped)) return null
  const amount = Number(grouped.replace(/[.,]/g, '') + (isDecimal ? decimals : '').padEnd(exponent, '0'))
  return Number.isSafeInteger(amount) ? amount : null
}
