import { median } from './median.ts'
import { normalTwoSidedTail } from './normal-tail.ts'

export interface Trend {
  readonly n: number
  /** Rising pairs minus falling pairs. */
  readonly S: number
  readonly variance: number
  readonly Z: number
  readonly pNormal: number
  /** Exact two-sided probability; null with ties or for n > 10. */
  readonly pExact: number | null
  /** Sen's slope: median of the pairwise slopes, per step of the series. */
  readonly sen: number
}

/**
 * Mann-Kendall test of a trend on non-overlapping periods; null entries are unknown periods and are left out.
 * Null result below four values. Explains, never triggers. Source: Mann 1945, Kendall 1975, Sen 1968; docs/indicators.md §8.
 */
export function mannKendall(series: readonly (number | null)[]): Trend | null {
  const known = knownPoints(series)
  const n = known.length
  if (n < 4) return null
  const S = concordance(known)
  const ties = tieSizes(known)
  const variance = kendallVariance(n, ties)
  const Z = standardised(S, variance)
  return {
    n,
    S,
    variance,
    Z,
    pNormal: normalTwoSidedTail(Z),
    pExact: n <= 10 && ties.length === 0 ? exactTwoSided(n, S) : null,
    sen: senLine(series)?.slope ?? 0,
  }
}

/** Mann-Kendall over seasons: S and variance are summed over the seasons of the given period. Source: Hirsch, Slack & Smith 1982. */
export function seasonalMannKendall(
  series: readonly (number | null)[],
  period: number,
): { readonly S: number; readonly variance: number; readonly Z: number } {
  let S = 0
  let variance = 0
  for (let season = 0; season < period; season += 1) {
    const known = knownPoints(series.filter((_, index) => index % period === season))
    S += concordance(known)
    variance += kendallVariance(known.length, tieSizes(known))
  }
  return { S, variance, Z: standardised(S, variance) }
}

/** Sen's line: slope = median pairwise slope per step, intercept = median of value − slope · position; null below two values. */
export function senLine(
  series: readonly (number | null)[],
): { readonly slope: number; readonly intercept: number } | null {
  const known = knownPoints(series)
  const slopes: number[] = []
  known.forEach((early, index) => {
    for (const late of known.slice(index + 1)) slopes.push((late.value - early.value) / (late.at - early.at))
  })
  const slope = median(slopes)
  if (slope === null) return null
  return { slope, intercept: median(known.map((point) => point.value - slope * point.at)) ?? 0 }
}

interface Point {
  readonly at: number
  readonly value: number
}

function knownPoints(series: readonly (number | null)[]): Point[] {
  return series.flatMap((value, at) => (value === null ? [] : [{ at, value }]))
}

function concordance(points: readonly Point[]): number {
  let sum = 0
  points.forEach((early, index) => {
    for (const late of points.slice(index + 1)) sum += Math.sign(late.value - early.value)
  })
  return sum
}

function tieSizes(points: readonly Point[]): number[] {
  const sizes = new Map<number, number>()
  for (const point of points) sizes.set(point.value, (sizes.get(point.value) ?? 0) + 1)
  return [...sizes.values()].filter((size) => size > 1)
}

function kendallVariance(n: number, ties: readonly number[]): number {
  const weight = (size: number) => size * (size - 1) * (2 * size + 5)
  return (weight(n) - ties.reduce((sum, size) => sum + weight(size), 0)) / 18
}

function standardised(S: number, variance: number): number {
  return variance === 0 || S === 0 ? 0 : (S - Math.sign(S)) / Math.sqrt(variance)
}

/** Share of the n! orderings whose concordance is at least as far from zero: counted by the number of inversions. */
function exactTwoSided(n: number, S: number): number {
  let orderings = [1]
  for (let size = 2; size <= n; size += 1) {
    const next = Array.from({ length: orderings.length + size - 1 }, () => 0)
    orderings.forEach((count, inversions) => {
      for (let added = 0; added < size; added += 1) next[inversions + added] = (next[inversions + added] ?? 0) + count
    })
    orderings = next
  }
  const mostInversions = (n * (n - 1)) / 2
  let asFar = 0
  let all = 0
  orderings.forEach((count, inversions) => {
    all += count
    if (Math.abs(mostInversions - 2 * inversions) >= Math.abs(S)) asFar += count
  })
  return asFar / all
}
