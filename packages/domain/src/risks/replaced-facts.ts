import { monthIndexOfDay } from '../values/month.ts'
import { type DatedPledge, monthsIn, type MonthFacts, sortByMonth } from './dated-facts.ts'
import type { History, InitiativeFact } from './history.ts'
import { datedInitiative, type MonthOf, monthOfEnd } from './placed-facts.ts'

/** Takes out of the months what only the part before puts there, adds what only the part after does; the earliest month changed. */
export function replaceInMonths(months: Map<number, MonthFacts>, before: History, after: History): number | null {
  const textOf = itemTexts()
  const [gone, come] = [entriesOf(before, textOf), entriesOf(after, textOf)]
  let earliest: number | null = null
  const touch = (month: number) => {
    earliest = Math.min(earliest ?? month, month)
  }
  for (const [text, entries] of gone) {
    for (const { month, list } of entries.slice(come.get(text)?.length ?? 0)) {
      const items = monthsIn(months)(month)[list] as unknown[]
      const prefix = text.indexOf('\n') + 1
      const wanted = text.slice(prefix)
      items.splice(
        items.findIndex((item) => textOf(item) === wanted),
        1,
      )
      touch(month)
      if (isEmpty(months.get(month) as MonthFacts)) months.delete(month)
    }
  }
  for (const [text, entries] of come) {
    for (const { month, list, item } of entries.slice(gone.get(text)?.length ?? 0)) {
      ;(monthsIn(months)(month)[list] as unknown[]).push(item)
      touch(month)
    }
  }
  return earliest
}

/**
 * As `replaceInMonths` for an initiative that begins on the same day as before: only its end and what is planned can have changed, and
 * what many initiatives of a month do when they end need not be compared as text.
 */
export function restateInMonths(known: InitiativeFact, told: InitiativeFact, monthOf: MonthOf): void {
  const { id, startedOn } = told
  if (startedOn === null) return
  if (known.plannedEndOn !== told.plannedEndOn) {
    const { starts } = monthOf(monthIndexOfDay(startedOn))
    starts[starts.findIndex((one) => one.id === id)] = datedInitiative(told, startedOn)
  }
  const [end, newEnd] = [monthOfEnd(known, startedOn), monthOfEnd(told, startedOn)]
  if (end === newEnd) return
  if (end !== null) {
    const { ends } = monthOf(end)
    ends.splice(ends.indexOf(id), 1)
  }
  if (newEnd !== null) monthOf(newEnd).ends.push(id)
}

interface Entry {
  readonly month: number
  readonly list: keyof MonthFacts
  readonly item: unknown
}

/** What a history puts into the months, by a text that names month, list and item; equal items of one month share a text. */
function entriesOf(history: History, textOf: (item: unknown) => string): Map<string, Entry[]> {
  const months = new Map<number, MonthFacts>()
  sortByMonth(history, monthsIn(months))
  const entries = new Map<string, Entry[]>()
  for (const [month, facts] of months) {
    for (const [list, items] of Object.entries(facts) as [keyof MonthFacts, readonly unknown[]][]) {
      for (const item of items) {
        const text = `${month} ${list}\n${textOf(item)}`
        const others = entries.get(text)
        if (others === undefined) entries.set(text, [{ month, list, item }])
        else others.push({ month, list, item })
      }
    }
  }
  return entries
}

/** Items of months as text; what a pledge says is written once and not for each of its instalments. */
export function itemTexts(): (item: unknown) => string {
  const pledges = new Map<DatedPledge, string>()
  const pledgeText = (pledge: DatedPledge): string => {
    const known = pledges.get(pledge)
    if (known !== undefined) return known
    const text = JSON.stringify(pledge)
    pledges.set(pledge, text)
    return text
  }
  return (item) => {
    if (typeof item !== 'object' || item === null || !('pledge' in item)) return JSON.stringify(item)
    return `${JSON.stringify({ ...item, pledge: null })} ${pledgeText(item.pledge as DatedPledge)}`
  }
}

function isEmpty(facts: MonthFacts): boolean {
  return Object.values(facts).every((list: readonly unknown[]) => list.length === 0)
}
