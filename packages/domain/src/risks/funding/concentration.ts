import { compareRatio } from '../statistics/threshold.ts'

export interface Concentration {
  /** Σp², 1/N..1. */
  readonly hhi: number | null
  /** (HHI − 1/N) / (1 − 1/N); null for one funder. Never a trigger: two equal funders give 0. */
  readonly hhiNormalised: number | null
  /** Hill number of order 2, 1 / Σp², 1..N. */
  readonly effectiveNumber: number | null
  /** Hill number of order 1, exp of the Shannon entropy, 1..N. */
  readonly hill1: number | null
  /** Share of the largest. */
  readonly reliance: number | null
  /** Least number of funders who together hold at least half (CHAOSS absence factor). */
  readonly absenceFactor: number | null
  /** Share of the three largest together. */
  readonly topThreeShare: number | null
  /** Funders with a positive net amount: the Hill number of order 0. */
  readonly n: number
}

/**
 * Concentration of amounts over funders. amounts: net, one per funder, any one unit; net ≤ 0 is left out.
 * All values are null when nothing positive remains. Amounts are sorted first, so their order changes no bit.
 * Source: Herfindahl, Hirschman; Hill 1973; CHAOSS; docs/indicators.md §4B.
 */
export function concentration(amounts: readonly number[]): Concentration {
  const positive = amounts.filter((amount) => amount > 0).sort((a, b) => b - a)
  const n = positive.length
  const total = sum(positive)
  const largest = positive[0]
  if (largest === undefined) {
    return {
      hhi: null,
      hhiNormalised: null,
      effectiveNumber: null,
      hill1: null,
      reliance: null,
      absenceFactor: null,
      topThreeShare: null,
      n: 0,
    }
  }
  const hhi = sum(positive.map((amount) => amount * amount)) / (total * total)
  return {
    hhi,
    hhiNormalised: n === 1 ? null : (hhi - 1 / n) / (1 - 1 / n),
    effectiveNumber: 1 / hhi,
    hill1: Math.exp(-sum(positive.map((amount) => (amount / total) * Math.log(amount / total)))),
    reliance: largest / total,
    absenceFactor: absenceFactor(positive, total),
    topThreeShare: sum(positive.slice(0, 3)) / total,
    n,
  }
}

export interface ConcentrationLines {
  readonly reliance: readonly [number, number, number]
  readonly effectiveFunders: readonly [number, number, number]
}

/**
 * Sub-level 0..3 of integer amounts: the largest level at which reliance has reached its line or the effective number of
 * funders has fallen below its line. Compared exactly. amounts: positive safe integers, at least one.
 */
export function concentrationLevel(amounts: readonly number[], lines: ConcentrationLines): 0 | 1 | 2 | 3 {
  const total = amounts.reduce((all, amount) => all + BigInt(amount), 0n)
  const squares = amounts.reduce((all, amount) => all + BigInt(amount) * BigInt(amount), 0n)
  const largest = amounts.reduce((most, amount) => Math.max(most, amount), 0)
  for (const level of [3, 2, 1] as const) {
    const reliant = compareRatio(largest, total, lines.reliance[level - 1] as number) >= 0
    const narrow = compareRatio(total * total, squares, lines.effectiveFunders[level - 1] as number) < 0
    if (reliant || narrow) return level
  }
  return 0
}

/** Sum of the amounts of a group of funders / sum of all positive amounts; null when nothing positive remains. */
export function groupShare(amounts: ReadonlyMap<string, number>, group: ReadonlySet<string>): number | null {
  const positive = [...amounts].filter(([, amount]) => amount > 0)
  const total = sum(positive.map(([, amount]) => amount))
  if (total === 0) return null
  return sum(positive.filter(([funder]) => group.has(funder)).map(([, amount]) => amount)) / total
}

function absenceFactor(descending: readonly number[], total: number): number {
  let held = 0
  let holders = 0
  for (const amount of descending) {
    held += amount
    holders += 1
    if (held * 2 >= total) break
  }
  return holders
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
