import { isolatedIn } from '@commonweal/words/isolated'
import { sayDay } from '../time/days.ts'
import { decimalOf, sayMoney } from '../money/money.ts'
import { useCommunity } from '../session/community.tsx'
import { useWords, type Say } from '../words/words.tsx'
import '../words/of/common.ts'

/** Words and numbers of the readings in one language and currency. */
export interface Voice {
  readonly t: Say
  readonly number: (value: number) => string
  /** A figure to two digits after the sign. */
  readonly fine: (value: number) => string
  /** A share 0..1 as a percentage. */
  readonly share: (ratio: number) => string
  /** A probability: small ones are not rounded to nothing. */
  readonly chance: (probability: number) => string
  /** Money from minor units, to the whole unit: readings speak of sizes, not of cents. */
  readonly money: (amountMinor: number) => string
  /** The same in another currency. */
  readonly moneyIn: (amountMinor: number, currency: string) => string
  readonly month: (month: string) => string
  readonly day: (day: string) => string
  /** Which lines judge: the day of the product's table, and which change of this community's own stands on top of it. */
  readonly version: (version: string) => string
  readonly list: (items: readonly string[]) => string
}

export function voiceOf(t: Say, locale: string, currency: string): Voice {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const fineNumbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const fineShares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 })
  const said = (text: string) => isolatedIn(text, locale)
  const lists = new Intl.ListFormat(locale)
  return {
    t,
    number: (value) => said(numbers.format(value)),
    fine: (value) => said(fineNumbers.format(value)),
    share: (ratio) => said((ratio > 0 && ratio < 0.1 ? fineShares : shares).format(ratio)),
    chance: (p) => said(p > 0 && p < 0.001 ? `< ${fineShares.format(0.001)}` : fineShares.format(p)),
    money: (amountMinor) => said(money.format(decimalOf(amountMinor, currency) as Intl.StringNumericLiteral)),
    moneyIn: (amountMinor, other) => sayMoney(amountMinor, other, locale),
    month: (month) => sayMonth(month, locale),
    day: (day) => said(sayDay(day, locale)),
    version: (version) => {
      const [table = '', own] = version.split('+')
      const day = /^\d{4}-\d{2}-\d{2}$/.test(table) ? said(sayDay(table, locale)) : table
      return own === undefined ? day : t('common:ownChange', { lines: day, number: said(numbers.format(Number(own))) })
    },
    list: (items) => (items.length > 1 ? t('common:several', { list: lists.format(items) }) : (items[0] ?? '')),
  }
}

export function sayMonth(month: string, locale: string, width: 'long' | 'short' = 'long'): string {
  const instant = new Date(`${month}-01T00:00:00Z`)
  return new Intl.DateTimeFormat(locale, { month: width, year: 'numeric', timeZone: 'UTC' }).format(instant)
}

export function useVoice(): Voice {
  const { t, locale } = useWords()
  return voiceOf(t, locale, useCommunity().currency)
}
