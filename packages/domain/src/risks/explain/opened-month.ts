import { type Month, monthIndex } from '../../values/month.ts'
import { type DatedFacts, type MonthFacts, monthsIn, noFacts, sortByMonth } from '../dated-facts.ts'
import type { Kind } from '../fact-groups.ts'
import { funderGroups } from '../funders.ts'
import { fundingReader, type FundingSublevels } from '../funding/funding-reader.ts'
import type { History } from '../history.ts'
import type { Parameters } from '../parameters.ts'
import { type StagnationFamilies, stagnationReader } from '../stagnation/stagnation-reader.ts'
import { fundingIn, fundingOf, type OneMonth, stagnationIn, stagnationOf } from './one-month.ts'
import { costFamily, moneyFamily, onlyOf, sharedMonths, workFamily } from './shared-months.ts'

/** Reads a month of a history: the same as reading it alone, and quick where it shares its facts with the history that was opened. */
export type ReadMonth<Readings> = (history: History, month: Month) => OneMonth<Readings>

/** Of so many months before the one that is opened every second one can be gone back to; further back one a year. */
const RECENT_MONTHS = 48
const RECENTLY_ONE_IN = 2
const ONE_MONTH_IN = 12

const NOTHING_TOLD = noFacts()

/**
 * Opens a month to read its families again for histories in which other initiatives are told, or others who take part. Of any other
 * history, and of a month before it, everything is read. Source: docs/adr/0117.
 */
export function openStagnation(history: History, month: Month, parameters: Parameters): ReadMonth<StagnationFamilies> {
  const work = sharedMonths(history, workFamily)
  const others = sortedMonths({
    ...history,
    initiatives: [],
    participations: [],
    memberships: null,
    costs: null,
    reserves: null,
  })
  return opened(history, month, {
    differs: workFamily.kinds,
    rests: ['bookings', 'pledges', 'instalments', 'receipts'],
    firstMonth: firstOf(work.months, others),
    monthsOf(other) {
      const { from, months } = work.of(other)
      return {
        from,
        at(index) {
          const { starts, ends, joins, leaves, initiativeActs } = months.get(index) ?? NOTHING_TOLD
          const acts = others.get(index)?.initiativeActs ?? []
          // No family reads what organisations do elsewhere.
          return { ...NOTHING_TOLD, starts, ends, joins, leaves, initiativeActs: [...initiativeActs, ...acts] }
        },
      }
    },
    begin: (facts) => stagnationReader(facts, parameters),
    read: (reader, now, other) => stagnationIn(reader, now, other, parameters),
    alone: (other, at) => stagnationOf(other, at, parameters),
  })
}

/** Opens a month to read its sub-levels again for histories in which other pledges, instalments, receipts or costs are told. */
export function openFunding(history: History, month: Month, parameters: Parameters): ReadMonth<FundingSublevels> {
  const money = sharedMonths(history, moneyFamily)
  const costs = sharedMonths(history, costFamily, {
    initiatives: new Map(history.initiatives.map((one) => [one.id, one])),
    pledges: new Map(),
  })
  const reserves = sortedMonths(onlyOf(history, { reserves: history.reserves }))
  return opened(history, month, {
    differs: [...moneyFamily.kinds, ...costFamily.kinds],
    rests: ['currency', 'organisations', 'initiatives', 'reserves'],
    firstMonth: firstOf(money.months, costs.months, reserves),
    monthsOf(other) {
      const [paid, spent] = [money.of(other), costs.of(other)]
      return {
        from: earlier(paid.from, spent.from),
        at: (index) => ({
          ...(paid.months.get(index) ?? NOTHING_TOLD),
          costs: spent.months.get(index)?.costs ?? [],
          costsAhead: spent.months.get(index)?.costsAhead ?? [],
          reserves: reserves.get(index)?.reserves ?? [],
        }),
      }
    },
    begin: (facts) => fundingReader(facts, parameters),
    read: (reader, now, other) => fundingIn(reader, now, other, parameters),
    alone: (other, at) => fundingOf(other, at, parameters),
  })
}

interface Reader<Self> {
  readonly moveTo: (month: number, readFrom?: number) => void
  readonly copy: () => Self
}

interface Opening<Own, Readings> {
  /** Kinds of facts in which another history may differ. */
  readonly differs: readonly Kind[]
  /** What it has to share. */
  readonly rests: readonly (keyof History)[]
  readonly firstMonth: number | null
  /** The facts of another history by month, and the earliest month in which they differ. */
  readonly monthsOf: (other: History) => { readonly from: number | null; readonly at: DatedFacts['at'] }
  readonly begin: (facts: DatedFacts) => Own
  readonly read: (reader: Own, now: number, other: History) => OneMonth<Readings>
  readonly alone: ReadMonth<Readings>
}

/** Reads the opened month once and keeps where the reader stood on the way, for other histories to go on from before they differ. */
function opened<Own extends Reader<Own>, Readings>(
  history: History,
  month: Month,
  { differs, rests, firstMonth, monthsOf, begin, read, alone }: Opening<Own, Readings>,
): ReadMonth<Readings> {
  const now = monthIndex(month)
  const first = firstMonth ?? now
  // Copies of a reader see facts through this: those of the history that is being read. One is read at a time.
  let { at } = monthsOf(history)
  const facts: DatedFacts = { history, firstMonth, at: (index) => at(index), ...funderGroups(history) }
  const stands: { readonly month: number; readonly reader: Own }[] = []
  const reader = begin(facts)
  for (let one = first + 1; one <= now; one += 1) {
    reader.moveTo(one, now)
    const ago = now - one
    if (ago % (ago < RECENT_MONTHS ? RECENTLY_ONE_IN : ONE_MONTH_IN) === 0)
      stands.push({ month: one, reader: reader.copy() })
  }
  const isShared = (other: History) =>
    rests.every((name) => other[name] === history[name]) &&
    differs.every((kind) => (other[kind] === null) === (history[kind] === null))

  return (other, asked) => {
    const to = monthIndex(asked)
    if (to < now || !isShared(other)) return alone(other, asked)
    const own = monthsOf(other)
    ;({ at } = own)
    const from = own.from ?? to
    const stand = stands.findLast((one) => one.month <= from)
    const copy = stand?.reader.copy() ?? begin(facts)
    for (let one = (stand?.month ?? Math.min(first, from)) + 1; one <= to; one += 1) copy.moveTo(one, now)
    return read(copy, to, other)
  }
}

function sortedMonths(history: History): ReadonlyMap<number, MonthFacts> {
  const months = new Map<number, MonthFacts>()
  sortByMonth(history, monthsIn(months))
  return months
}

function firstOf(...tables: readonly ReadonlyMap<number, MonthFacts>[]): number | null {
  const months = tables.flatMap((table) => [...table.keys()])
  return months.length === 0 ? null : Math.min(...months)
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}
