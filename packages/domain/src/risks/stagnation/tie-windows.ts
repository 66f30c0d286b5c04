import type { MonthFacts } from '../dated-facts.ts'
import type { StagnationParameters } from '../parameters.ts'

/** Ties of the window (the last 12 months) beside ties of the memory (the 36 months before it). */
export interface TieWindows {
  /** Takes the facts of the month before `month` and slides both windows to it. */
  readonly moveTo: (month: number, facts: MonthFacts) => void
  readonly read: () => TieCounts
  /** Distinct pairs of the window, sorted, and whether each is untied in the memory. */
  readonly pairs: () => { readonly organisationIds: readonly [string, string]; readonly isNew: boolean }[]
  readonly newPartnerIds: () => string[]
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

interface Pair {
  readonly a: string
  readonly b: string
  inWindow: number
  inMemory: number
}

interface MonthOfTies {
  readonly pairs: Pair[]
  readonly joined: string[]
  readonly pooled: string[]
  jointInitiatives: number
}

/**
 * Keeps pairs, partners and pools by sliding counters: every tie enters the window once, moves to the memory once and leaves it once.
 * A tie begins on the day the second of the two joins the initiative; partners who start it together tie on its first day. Initiatives
 * with more partners than mostPartnersForPairs give no pairs, and their partners no possible pairs. Source: docs/indicators.md §3, §4A, §9.
 */
export function tieWindows(lines: StagnationParameters): TieWindows {
  const { windowMonths } = lines
  const { memoryMonths, mostPartnersForPairs } = lines.novelty
  const months = new Map<number, MonthOfTies>()
  const present = new Map<string, Map<string, number>>()
  const pairs = new Map<string, Map<string, Pair>>()
  const joinedInWindow = new Map<string, number>()
  const joinedInMemory = new Map<string, number>()
  const pooledInWindow = new Map<string, number>()
  const newInWindow = new Set<string>()
  let windowPairs = 0
  let windowPairsTied = 0
  let triedPairs = 0
  let jointInitiatives = 0

  const neighbours = (name: string) => {
    const known = pairs.get(name)
    if (known !== undefined) return known
    const none = new Map<string, Pair>()
    pairs.set(name, none)
    return none
  }
  const pairOf = (one: string, other: string): Pair => {
    const known = pairs.get(one)?.get(other)
    if (known !== undefined) return known
    const pair: Pair = { a: one, b: other, inWindow: 0, inMemory: 0 }
    neighbours(one).set(other, pair)
    neighbours(other).set(one, pair)
    return pair
  }
  const bothPooled = (pair: Pair) => pooledInWindow.has(pair.a) && pooledInWindow.has(pair.b)
  const countWindow = (pair: Pair, by: 1 | -1) => {
    const was = pair.inWindow > 0
    pair.inWindow += by
    const is = pair.inWindow > 0
    if (was === is) return
    windowPairs += by
    if (pair.inMemory > 0) windowPairsTied += by
  }
  const countMemory = (pair: Pair, by: 1 | -1) => {
    const was = pair.inMemory > 0
    pair.inMemory += by
    const is = pair.inMemory > 0
    if (was === is) return
    if (pair.inWindow > 0) windowPairsTied += by
    if (bothPooled(pair)) triedPairs += by
    if (!is && pair.inWindow === 0) {
      pairs.get(pair.a)?.delete(pair.b)
      pairs.get(pair.b)?.delete(pair.a)
    }
  }
  const countPooled = (name: string, by: 1 | -1) => {
    const next = (pooledInWindow.get(name) ?? 0) + by
    if (by === 1) pooledInWindow.set(name, next)
    if ((by === 1 && next === 1) || next === 0) {
      for (const [other, pair] of pairs.get(name) ?? []) {
        if (pair.inMemory > 0 && pooledInWindow.has(other)) triedPairs += by
      }
    }
    if (next === 0) pooledInWindow.delete(name)
    else pooledInWindow.set(name, next)
  }
  const countJoined = (joined: Map<string, number>, name: string, by: 1 | -1) => {
    const next = (joined.get(name) ?? 0) + by
    if (next === 0) joined.delete(name)
    else joined.set(name, next)
    if (joinedInWindow.has(name) && !joinedInMemory.has(name)) newInWindow.add(name)
    else newInWindow.delete(name)
  }

  const tiesOf = (facts: MonthFacts): MonthOfTies => {
    const ties: MonthOfTies = { pairs: [], joined: [], pooled: [], jointInitiatives: 0 }
    for (const { id } of facts.starts) present.set(id, new Map())
    const byInitiative = new Map<string, MonthFacts['joins'][number][]>()
    for (const join of facts.joins) {
      const others = byInitiative.get(join.initiativeId)
      if (others === undefined) byInitiative.set(join.initiativeId, [join])
      else others.push(join)
    }
    for (const [id, joins] of byInitiative) {
      const members = present.get(id)
      if (members === undefined) continue
      const before = members.size
      const joined = joins.map((join) => join.organisationId).filter((name) => !members.has(name))
      for (const join of joins) members.set(join.organisationId, join.on)
      const isTooLarge = mostPartnersForPairs !== null && members.size > mostPartnersForPairs
      const newcomers = [...new Set(joined)]
      ties.joined.push(...newcomers)
      if (before < 2 && members.size >= 2) ties.jointInitiatives += 1
      if (isTooLarge) continue
      ties.pooled.push(...newcomers)
      const settled = [...members.keys()].filter((name) => !newcomers.includes(name))
      newcomers.forEach((name, index) => {
        for (const other of settled) ties.pairs.push(pairOf(name, other))
        for (const other of newcomers.slice(index + 1)) ties.pairs.push(pairOf(name, other))
      })
    }
    for (const { initiativeId, organisationId } of facts.leaves) present.get(initiativeId)?.delete(organisationId)
    for (const id of facts.ends) present.delete(id)
    return ties
  }

  return {
    moveTo(month, facts) {
      const entering = tiesOf(facts)
      months.set(month - 1, entering)
      for (const pair of entering.pairs) countWindow(pair, 1)
      for (const name of entering.joined) countJoined(joinedInWindow, name, 1)
      for (const name of entering.pooled) countPooled(name, 1)
      jointInitiatives += entering.jointInitiatives

      const leaving = months.get(month - 1 - windowMonths)
      if (leaving !== undefined) {
        for (const pair of leaving.pairs) {
          countMemory(pair, 1)
          countWindow(pair, -1)
        }
        for (const name of leaving.joined) {
          countJoined(joinedInMemory, name, 1)
          countJoined(joinedInWindow, name, -1)
        }
        for (const name of leaving.pooled) countPooled(name, -1)
        jointInitiatives -= leaving.jointInitiatives
      }
      const forgotten = months.get(month - 1 - windowMonths - memoryMonths)
      for (const pair of forgotten?.pairs ?? []) countMemory(pair, -1)
      for (const name of forgotten?.joined ?? []) countJoined(joinedInMemory, name, -1)
      months.delete(month - 1 - windowMonths - memoryMonths)
    },
    pairs: () => {
      const found = new Set([...months.values()].flatMap((month) => month.pairs.filter((pair) => pair.inWindow > 0)))
      return [...found]
        .map((pair) => ({
          organisationIds: (pair.a < pair.b ? [pair.a, pair.b] : [pair.b, pair.a]) as [string, string],
          isNew: pair.inMemory === 0,
        }))
        .sort((one, other) => (one.organisationIds.join(' ') < other.organisationIds.join(' ') ? -1 : 1))
    },
    newPartnerIds: () => [...newInWindow].sort(),
    read: () => {
      const pool = pooledInWindow.size
      const possiblePairs = (pool * (pool - 1)) / 2
      return {
        jointInitiatives,
        pairs: windowPairs,
        newPairs: windowPairs - windowPairsTied,
        possiblePairs,
        untriedPairs: possiblePairs - triedPairs,
        partners: joinedInWindow.size,
        newPartners: newInWindow.size,
      }
    },
  }
}
