import { dayFromNumber } from '../../values/day.ts'
import { addMonths, addMonthsToDay, firstDayNumber, type Month, monthIndex } from '../../values/month.ts'
import { uniqueBy } from '../dated-facts.ts'
import { funderOf, isOwnCash } from '../funders.ts'
import type { FundingSublevels } from '../funding/funding-reader.ts'
import type { History, PledgeFact } from '../history.ts'
import type { Parameters } from '../parameters.ts'
import { withNewFunders, withOwedReceived, withRenewed, withSavedCosts, yearly } from './funding-events.ts'
import { openFunding, type ReadMonth } from './opened-month.ts'
import { owedBefore } from './owed.ts'
import type { Step, Way } from './way.ts'

const MOST_PLEDGES = 8
/** Eight by themselves, and the first two to eight together. */
const FEW_OF_PLEDGES = 2 * MOST_PLEDGES - 1
const MOST_WAYS = 3
const COST_PARTS = [0.1, 0.25, 0.5]
const YEAR = 12
/** Funders and the part of the year's income each would bring, the least money first. */
const MONEY = [
  [1, 0.05],
  [1, 0.1],
  [1, 0.2],
  [2, 0.1],
  [1, 0.3],
  [2, 0.2],
  [1, 0.5],
  [3, 0.2],
  [2, 0.3],
  [3, 0.3],
  [1, 1],
  [2, 0.5],
  [3, 0.5],
  [3, 1],
] as const

/** So much of one kind of event. */
interface Size {
  readonly step: Step
  readonly apply: (history: History) => History
  /** The same with one of its pledges fewer. */
  readonly fewer: readonly (() => Size)[]
}

/** One kind of event in growing sizes; of the first `few` a smaller one may do where larger ones do not. */
interface Kind {
  readonly sizes: readonly Size[]
  readonly few: number
}

/**
 * What would lower the funding score by the next reading: receipts that are owed, pledges renewed for a year, one to three new funders
 * who pay or promise, costs saved; alone, else two or three together. Of each combination the least that does; a combination that
 * holds a smaller one is left out. Empty where the score is zero or unknown, or where none of these would do. Every way is found by
 * reading the history again. Source: docs/indicators.md §7 rule 5, docs/adr/0091.
 */
export function fundingWays(
  history: History,
  month: Month,
  score: number | null,
  parameters: Parameters,
  read: ReadMonth<FundingSublevels> = openFunding(history, month, parameters),
): Way[] {
  if (score === null || score === 0) return []
  const next = addMonths(month, 1)
  const by = dayFromNumber(firstDayNumber(monthIndex(next)) - 1)
  const open: History = { ...history, dataCompleteThrough: null }
  const scoreWith = (hypothetical: History) => read(hypothetical, next).score
  const isLower = (then: number | null): then is number => then !== null && then < score

  const waiting = scoreWith(open)
  if (isLower(waiting)) return [{ steps: [{ kind: 'wait' }], by, score: waiting }]

  const kinds = kindsOf(open, month, parameters).filter((kind) => kind.sizes.length > 0)
  const ways: Way[] = []
  const found: number[][] = []
  const scoreOf = (choice: readonly Size[]) => scoreWith(choice.reduce((all, size) => size.apply(all), open))
  const suffices = (choice: readonly Size[]) => isLower(scoreOf(choice))
  for (const together of subsets(kinds.length)) {
    if (ways.length >= MOST_WAYS) break
    if (found.some((smaller) => smaller.every((kind) => together.includes(kind)))) continue
    const all = together.map((kind) => kinds[kind] as Kind)
    const enough = leastAlone(all, suffices) ?? leastTogether(all, suffices)
    if (enough === null) continue
    const least = withoutNeedless(enough, suffices)
    ways.push({ steps: least.map((size) => size.step), by, score: scoreOf(least) as number })
    found.push([...together])
  }
  return ways
}

type Suffices = (choice: readonly Size[]) => boolean

/** Of one kind the first of its few sizes that does: a larger one need not, since what ends within a year may be a cliff of its own. */
function leastAlone([kind, ...others]: readonly Kind[], suffices: Suffices): readonly Size[] | null {
  if (kind === undefined || others.length > 0) return null
  const size = kind.sizes.slice(0, kind.few).find((one) => suffices([one]))
  return size === undefined ? null : [size]
}

/** Of kinds whose largest sizes suffice together makes one after the other as small as it can be while the others stay. */
function leastTogether(all: readonly Kind[], suffices: Suffices): readonly Size[] | null {
  const areAsked = all.length === 1 && all.every(({ sizes, few }) => sizes.length <= few)
  const largest = all.map(({ sizes }) => sizes.at(-1) as Size)
  if (areAsked || !suffices(largest)) return null
  return all.reduce<readonly Size[]>(
    // The size it has suffices, so that one is found.
    (choice, { sizes }, position) =>
      choice.with(position, sizes.find((size) => suffices(choice.with(position, size))) as Size),
    largest,
  )
}

/** Leaves out one pledge after the other without which it does as well. */
function withoutNeedless(choice: readonly Size[], suffices: Suffices): readonly Size[] {
  for (const [position, { fewer }] of choice.entries())
    for (const one of fewer) {
      const less = choice.with(position, one())
      if (suffices(less)) return withoutNeedless(less, suffices)
    }
  return choice
}

/** Every choice of one, two or three of `count` kinds, the fewest first. */
function subsets(count: number): number[][] {
  const all = Array.from({ length: count }, (_, index) => index)
  return [
    ...all.map((a) => [a]),
    ...all.flatMap((a) => all.slice(a + 1).map((b) => [a, b])),
    ...all.flatMap((a) => all.slice(a + 1).flatMap((b) => all.filter((c) => c > b).map((c) => [a, b, c]))),
  ]
}

function kindsOf(history: History, month: Month, parameters: Parameters): Kind[] {
  const today = `${month}-01`
  const pledges = uniqueBy(history.pledges ?? [], (one) => one.id).filter(
    (one) => one.status === 'confirmed' && isOwnCash(one, history.currency),
  )
  return [
    { sizes: owedSizes(history, month, pledges), few: FEW_OF_PLEDGES },
    { sizes: renewalSizes(history, month, pledges), few: FEW_OF_PLEDGES },
    ...(['payment', 'pledge'] as const).map((as) => ({ sizes: moneySizes(history, month, as), few: MONEY.length })),
    // Of what is saved more is never worse.
    { sizes: costSizes(history, today, month, parameters), few: 0 },
  ]
}

function owedSizes(history: History, month: Month, pledges: readonly PledgeFact[]): Kind['sizes'] {
  const owedOf = owedBefore(history, `${month}-01`)
  const owed = pledges
    .map((one) => ({ id: one.id, amountMinor: owedOf(one.id) }))
    .filter((one) => one.amountMinor > 0)
    .toSorted((a, b) => b.amountMinor - a.amountMinor || (a.id < b.id ? -1 : 1))
  return growing(owed, owed.length, (chosen) => {
    const pledgeIds = chosen.map((one) => one.id)
    const amountMinor = chosen.reduce((sum, one) => sum + one.amountMinor, 0)
    return {
      step: { kind: 'receive', pledgeIds, amountMinor },
      apply: (one: History) => withOwedReceived(one, month, pledgeIds),
    }
  })
}

/** Pledges that end within a year, or ended within the last and were followed by none of the same funder. */
function renewalSizes(history: History, month: Month, pledges: readonly PledgeFact[]): Kind['sizes'] {
  const today = `${month}-01`
  const [earliest, latest] = [addMonthsToDay(today, -YEAR), addMonthsToDay(today, YEAR)]
  const funder = funderOf(history)
  const lastOfFunder = new Map<string, PledgeFact>()
  // By id where two end on one day, so that the order of the facts decides nothing.
  const endOf = ({ to, id }: PledgeFact) => `${to ?? ''} ${id}`
  for (const one of pledges.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1)))
    lastOfFunder.set(funder(one.organisationId), one)
  const ending = [...lastOfFunder.values()]
    .filter(({ to }) => to !== null && to >= earliest && to < latest)
    .toSorted((a, b) => yearly(b) - yearly(a) || (a.id < b.id ? -1 : 1))
  return growing(ending, MOST_PLEDGES, (chosen) => ({
    step: {
      kind: 'renew',
      pledgeIds: chosen.map((one) => one.id),
      amountMinor: chosen.reduce((sum, one) => sum + yearly(one), 0),
    },
    apply: (one: History) => withRenewed(one, month, chosen),
  }))
}

function moneySizes(history: History, month: Month, as: 'payment' | 'pledge'): Kind['sizes'] {
  const yearMinor = yearOfMoney(history, month)
  if (yearMinor === 0) return []
  return MONEY.map(([funders, part]) => {
    const amountMinorEach = Math.ceil(yearMinor * part)
    return {
      step: { kind: 'new-funders', funders, amountMinorEach, as },
      apply: (one: History) => withNewFunders(one, month, funders, amountMinorEach, as),
      fewer: [],
    }
  })
}

function costSizes(history: History, today: string, month: Month, { funding }: Parameters): Kind['sizes'] {
  const yearFrom = addMonthsToDay(today, -YEAR)
  const yearMinor = (history.costs ?? [])
    .filter((one) => one.initiativeId === null && one.currency === history.currency)
    .filter((one) => one.dueOn >= yearFrom && one.dueOn < today)
    .reduce((sum, one) => sum + one.amountMinor, 0)
  if (yearMinor <= 0) return []
  return COST_PARTS.map((part) => {
    const amountMinorMonthly = Math.ceil((yearMinor * (1 - part)) / YEAR)
    return {
      step: { kind: 'save', part, amountMinorMonthly: Math.ceil((yearMinor * part) / YEAR) },
      apply: (one: History) => withSavedCosts(one, month, amountMinorMonthly, funding.runway.furthestMonths + 2),
      fewer: [],
    }
  })
}

/** The year's money against which new money is sized: what came in, or what fell due where more was promised. */
function yearOfMoney(history: History, month: Month): number {
  const [from, to] = [addMonthsToDay(`${month}-01`, -YEAR), `${month}-01`]
  const own = new Set((history.pledges ?? []).filter((one) => isOwnCash(one, history.currency)).map((one) => one.id))
  const within = (
    facts: readonly { readonly pledgeId: string; readonly on: string; readonly amountMinor: number | null }[],
  ) =>
    facts
      .filter((one) => own.has(one.pledgeId) && one.on >= from && one.on < to)
      .reduce((sum, one) => sum + (one.amountMinor ?? 0), 0)
  return Math.max(
    within((history.receipts ?? []).map((one) => ({ ...one, on: one.receivedOn }))),
    within((history.instalments ?? []).map((one) => ({ ...one, on: one.dueOn }))),
  )
}

/** Each of the first by itself, then the first two, three and so on together. */
function growing<Item>(
  items: readonly Item[],
  most: number,
  sizeOf: (chosen: readonly Item[]) => Omit<Size, 'fewer'>,
): readonly Size[] {
  const size = (chosen: readonly Item[]): Size => ({
    ...sizeOf(chosen),
    fewer:
      chosen.length === 1 || chosen.length > MOST_PLEDGES
        ? []
        : chosen.map((_, index) => () => size(chosen.toSpliced(index, 1))),
  })
  const first = items.slice(0, most)
  return [
    ...first.slice(0, MOST_PLEDGES).map((one) => size([one])),
    ...first.slice(1).map((_, index) => size(first.slice(0, index + 2))),
  ]
}
