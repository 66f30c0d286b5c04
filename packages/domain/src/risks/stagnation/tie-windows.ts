import type { MonthFacts } from '../dated-facts.ts'
import { type Counters, counters, type Numbered, numbered } from '../numbered.ts'
import type { StagnationParameters } from '../parameters.ts'
import { type PairTable, pairTable } from './pair-table.ts'

/** Ties of the window (the last 12 months) beside ties of the memory (the 36 months before it). */
export interface TieWindows {
  /**
   * Takes the facts of the month before `month` and slides both windows to it. With `readFrom` no earlier month is read: of ties that
   * neither window holds by then nothing is kept.
   */
  readonly moveTo: (month: number, facts: MonthFacts, readFrom?: number) => void
  readonly read: () => TieCounts
  /** Distinct pairs of the window, sorted, and whether each is untied in the memory. */
  readonly pairs: () => { readonly organisationIds: readonly [string, string]; readonly isNew: boolean }[]
  readonly newPartnerIds: () => string[]
  readonly state: () => TieState
}

export interface TieCounts {
  /** Initiatives of the window with at least two partners. */
  readonly jointInitiatives: number
  /** Distinct pairs of the window, and those of them not tied in the memory. */
  readonly pairs: number
  readonly newPairs: number
  /** Pairs possible among the partners of the window, and those of them not tied in the memory. */
  readonly possiblePairs: number
  readonly untriedPairs: number
  /** Partners who joined an initiative in the window, and those of them who joined none in the memory. */
  readonly partners: number
  readonly newPartners: number
}

/** What one month brought, by number; never changed once it is there. */
interface MonthOfTies {
  readonly pairs: readonly number[]
  readonly joined: readonly number[]
  readonly pooled: readonly number[]
  readonly jointInitiatives: number
}

interface TieState {
  readonly table: PairTable
  readonly months: ReadonlyMap<number, MonthOfTies>
  /** Present partners by initiative; undefined before it starts and after it ends. */
  readonly members: readonly (readonly number[] | undefined)[]
  /** Present partners once more for each further participation of theirs in the same initiative; lists are replaced, never changed. */
  readonly again: ReadonlyMap<number, readonly number[]>
  /** Of each pair its ties in the window and in the memory. */
  readonly pairs: Counters
  /** Of each partner what it joined in the window and in the memory, and where it counts for possible pairs of the window. */
  readonly joined: Counters
  readonly totals: Totals
}

const [IN_WINDOW, IN_MEMORY, POOLED] = [0, 1, 2] as const

interface Totals {
  jointInitiatives: number
  windowPairs: number
  windowPairsTied: number
  triedPairs: number
  pool: number
  partners: number
  newPartners: number
}

/**
 * Keeps pairs, partners and pools by sliding counters: every tie enters the window once, moves to the memory once and leaves it once.
 * A tie begins on the day the second of the two joins the initiative; partners who start it together tie on its first day. Initiatives
 * with more partners than mostPartnersForPairs give no pairs, and their partners no possible pairs. Source: docs/indicators.md §3, §4A, §9.
 */
export function tieWindows(lines: StagnationParameters, from: TieState = noTies(numbered(), numbered())): TieWindows {
  const { windowMonths } = lines
  const { memoryMonths, mostPartnersForPairs } = lines.novelty
  const { table } = from
  const months = new Map(from.months)
  const members = from.members.slice()
  const again = new Map(from.again)
  const tied = from.pairs.copy()
  const joined = from.joined.copy()
  const totals = { ...from.totals }

  const isPooled = (partner: number) => joined.at(partner, POOLED) > 0
  const countWindow = (pair: number, by: 1 | -1) => {
    const next = tied.add(pair, IN_WINDOW, by)
    if (next !== (by === 1 ? 1 : 0)) return
    totals.windowPairs += by
    if (tied.at(pair, IN_MEMORY) > 0) totals.windowPairsTied += by
  }
  const countMemory = (pair: number, by: 1 | -1) => {
    const next = tied.add(pair, IN_MEMORY, by)
    if (next !== (by === 1 ? 1 : 0)) return
    if (tied.at(pair, IN_WINDOW) > 0) totals.windowPairsTied += by
    if (isPooled(table.oneOf(pair)) && isPooled(table.otherOf(pair))) totals.triedPairs += by
  }
  const countPooled = (partner: number, by: 1 | -1) => {
    const next = joined.add(partner, POOLED, by)
    if (next !== (by === 1 ? 1 : 0)) return
    totals.pool += by
    for (const pair of table.pairsOf(partner)) {
      if (tied.at(pair, IN_MEMORY) > 0 && isPooled(table.partnerIn(pair, partner))) totals.triedPairs += by
    }
  }
  const isIn = (partner: number) => joined.at(partner, IN_WINDOW) > 0
  const isNew = (partner: number) => isIn(partner) && joined.at(partner, IN_MEMORY) === 0
  const countJoined = (where: typeof IN_WINDOW | typeof IN_MEMORY, partner: number, by: 1 | -1) => {
    const [wasIn, wasNew] = [isIn(partner), isNew(partner)]
    joined.add(partner, where, by)
    totals.partners += Number(isIn(partner)) - Number(wasIn)
    totals.newPartners += Number(isNew(partner)) - Number(wasNew)
  }

  const tiesOf = (facts: MonthFacts, isKept: boolean): MonthOfTies => {
    const ties = { pairs: [] as number[], joined: [] as number[], pooled: [] as number[], jointInitiatives: 0 }
    for (const { id } of facts.starts) setMembers(members, table.initiatives.numberOf(id), [])
    for (const [id, organisationIds] of joinsByInitiative(facts)) {
      const initiative = table.initiatives.numberOf(id)
      const settled = members[initiative]
      if (settled === undefined) continue
      const newcomers: number[] = []
      for (const partner of organisationIds.map(table.partners.numberOf)) {
        // Who takes up a further role was there before, and is there until the last of them ends.
        if (settled.includes(partner) || newcomers.includes(partner))
          again.set(initiative, [...(again.get(initiative) ?? []), partner])
        else newcomers.push(partner)
      }
      const present = [...settled, ...newcomers]
      setMembers(members, initiative, present)
      if (!isKept) continue
      ties.joined.push(...newcomers)
      if (settled.length < 2 && present.length >= 2) ties.jointInitiatives += 1
      if (mostPartnersForPairs !== null && present.length > mostPartnersForPairs) continue
      ties.pooled.push(...newcomers)
      newcomers.forEach((partner, index) => {
        for (const other of settled) ties.pairs.push(table.pairOf(partner, other))
        for (const other of newcomers.slice(index + 1)) ties.pairs.push(table.pairOf(partner, other))
      })
    }
    for (const { initiativeId, organisationId } of facts.leaves) {
      const initiative = table.initiatives.numberOf(initiativeId)
      const gone = table.partners.numberOf(organisationId)
      const present = members[initiative]
      const others = again.get(initiative) ?? []
      const position = others.indexOf(gone)
      if (position >= 0) again.set(initiative, others.toSpliced(position, 1))
      else if (present !== undefined) members[initiative] = present.filter((partner) => partner !== gone)
    }
    for (const id of facts.ends) {
      const initiative = table.initiatives.numberOf(id)
      setMembers(members, initiative, undefined)
      again.delete(initiative)
    }
    return ties
  }

  return {
    moveTo(month, facts, readFrom = month) {
      const isKept = month > readFrom - windowMonths - memoryMonths
      const entering = tiesOf(facts, isKept)
      if (!isKept) return
      months.set(month - 1, entering)
      for (const pair of entering.pairs) countWindow(pair, 1)
      for (const partner of entering.joined) countJoined(IN_WINDOW, partner, 1)
      for (const partner of entering.pooled) countPooled(partner, 1)
      totals.jointInitiatives += entering.jointInitiatives

      const leaving = months.get(month - 1 - windowMonths)
      if (leaving !== undefined) {
        for (const pair of leaving.pairs) {
          countMemory(pair, 1)
          countWindow(pair, -1)
        }
        for (const partner of leaving.joined) {
          countJoined(IN_MEMORY, partner, 1)
          countJoined(IN_WINDOW, partner, -1)
        }
        for (const partner of leaving.pooled) countPooled(partner, -1)
        totals.jointInitiatives -= leaving.jointInitiatives
      }
      const forgotten = months.get(month - 1 - windowMonths - memoryMonths)
      for (const pair of forgotten?.pairs ?? []) countMemory(pair, -1)
      for (const partner of forgotten?.joined ?? []) countJoined(IN_MEMORY, partner, -1)
      months.delete(month - 1 - windowMonths - memoryMonths)
    },
    pairs: () => {
      const found = new Set([...months.values()].flatMap((month) => month.pairs))
      return [...found]
        .filter((pair) => tied.at(pair, IN_WINDOW) > 0)
        .map((pair) => ({ organisationIds: table.namesOf(pair), isNew: tied.at(pair, IN_MEMORY) === 0 }))
        .sort((one, other) => (one.organisationIds.join(' ') < other.organisationIds.join(' ') ? -1 : 1))
    },
    newPartnerIds: () =>
      Array.from({ length: table.partners.size() }, (_, partner) => partner)
        .filter(isNew)
        .map(table.partners.nameOf)
        .sort(),
    read: () => {
      const { jointInitiatives, windowPairs, windowPairsTied, triedPairs, pool, partners, newPartners } = totals
      const possiblePairs = (pool * (pool - 1)) / 2
      return {
        jointInitiatives,
        pairs: windowPairs,
        newPairs: windowPairs - windowPairsTied,
        possiblePairs,
        untriedPairs: possiblePairs - triedPairs,
        partners,
        newPartners,
      }
    },
    state: () => ({
      table,
      months,
      members,
      again,
      pairs: tied,
      joined,
      totals,
    }),
  }
}

/** Before the first tie; partners and initiatives get their numbers in the given tables. */
export function noTies(partners: Numbered, initiatives: Numbered): TieState {
  return {
    table: pairTable(partners, initiatives),
    months: new Map(),
    members: [],
    again: new Map(),
    pairs: counters(2),
    joined: counters(3),
    totals: {
      jointInitiatives: 0,
      windowPairs: 0,
      windowPairsTied: 0,
      triedPairs: 0,
      pool: 0,
      partners: 0,
      newPartners: 0,
    },
  }
}

function setMembers(
  members: (readonly number[] | undefined)[],
  initiative: number,
  present: readonly number[] | undefined,
): void {
  while (members.length <= initiative) members.push(undefined)
  members[initiative] = present
}

function joinsByInitiative(facts: MonthFacts): Map<string, string[]> {
  const joins = new Map<string, string[]>()
  for (const { initiativeId, organisationId } of facts.joins) {
    const others = joins.get(initiativeId)
    if (others === undefined) joins.set(initiativeId, [organisationId])
    else others.push(organisationId)
  }
  return joins
}
