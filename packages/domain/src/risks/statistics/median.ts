/** Middle of the sorted values, mean of the two middle ones for an even count; null for none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] as number
  if (sorted.length % 2 === 1) return upper
  return ((sorted[sorted.length / 2 - 1] as number) + upper) / 2
}

/** An exact share: part of whole, integers, whole > 0. */
export interface Share {
  readonly part: number
  readonly whole: number
}

/** Exact median of shares, as a share; null for none. Parts and wholes stay safe integers for wholes below 10^6. */
export function medianShare(shares: readonly Share[]): Share | null {
  if (shares.length === 0) return null
  const sorted = [...shares].sort((a, b) => a.part * b.whole - b.part * a.whole)
  const upper = sorted[Math.floor(sorted.length / 2)] as Share
  if (sorted.length % 2 === 1) return upper
  const lower = sorted[sorted.length / 2 - 1] as Share
  return { part: lower.part * upper.whole + upper.part * lower.whole, whole: 2 * lower.whole * upper.whole }
}
