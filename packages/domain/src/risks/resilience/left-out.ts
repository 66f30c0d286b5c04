import type { Day } from '../../values/day.ts'
import { addMonthsToDay, type Month } from '../../values/month.ts'
import { isOtherCash } from '../funders.ts'
import type { History, PledgeFact } from '../history.ts'

/** Money of another currency than the community's, in its own minor units; nothing of it is in any reading. */
export interface MoneyLeftOut {
  readonly currency: string
  /** Received in the window; where receipts are not kept, what confirmed pledges had due in it. */
  readonly incomeMinor: number
  /** Due of confirmed pledges from the month on. */
  readonly aheadMinor: number
  /** Costs due in the window or later. */
  readonly costMinor: number
  /** What the latest day before the month states, all accounts of that day together. */
  readonly reservesMinor: number
}

type Part = Exclude<keyof MoneyLeftOut, 'currency'>

/** What stays out of the figures of a month because it is in other currencies, by currency; none where nothing does. Source: docs/adr/0013. */
export function moneyLeftOut(history: History, month: Month, windowMonths: number): MoneyLeftOut[] {
  const today = `${month}-01`
  const from = addMonthsToDay(today, -windowMonths)
  const sums = new Map<string, Record<Part, number>>()
  const add = (currency: string, part: Part, amountMinor: number | null) => {
    const all = sums.get(currency) ?? { incomeMinor: 0, aheadMinor: 0, costMinor: 0, reservesMinor: 0 }
    sums.set(currency, { ...all, [part]: all[part] + (amountMinor ?? 0) })
  }
  const isWithin = (day: Day) => day >= from && day < today

  const pledges = new Map(
    (history.pledges ?? []).filter((one) => isOtherCash(one, history.currency)).map((one) => [one.id, one]),
  )
  const currencyOf = ({ currency }: PledgeFact) => currency ?? history.currency
  for (const { pledgeId, receivedOn, amountMinor } of history.receipts ?? []) {
    const pledge = pledges.get(pledgeId)
    if (pledge && isWithin(receivedOn)) add(currencyOf(pledge), 'incomeMinor', amountMinor)
  }
  for (const { pledgeId, dueOn, amountMinor } of history.instalments ?? []) {
    const pledge = pledges.get(pledgeId)
    if (pledge?.status !== 'confirmed') continue
    if (dueOn >= today) add(currencyOf(pledge), 'aheadMinor', amountMinor)
    else if (history.receipts === null && isWithin(dueOn)) add(currencyOf(pledge), 'incomeMinor', amountMinor)
  }
  for (const { currency, dueOn, amountMinor } of history.costs ?? [])
    if (currency !== history.currency && dueOn >= from) add(currency, 'costMinor', amountMinor)
  const stated = (history.reserves ?? []).filter((one) => one.currency !== history.currency && one.on < today)
  for (const { currency, on, amountMinor } of stated)
    if (!stated.some((one) => one.currency === currency && one.on > on)) add(currency, 'reservesMinor', amountMinor)

  return [...sums]
    .map(([currency, sum]): MoneyLeftOut => ({ currency, ...sum }))
    .filter((one) => one.incomeMinor !== 0 || one.aheadMinor !== 0 || one.costMinor !== 0 || one.reservesMinor !== 0)
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}
