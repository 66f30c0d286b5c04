/** Middle of the values; null for none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2
}

interface Share {
  readonly part: number
  readonly whole: number
}

/** Middle of the shares as an exact share; null for none. */
export function middleShare(shares: readonly Share[]): Share | null {
  const sorted = shares.toSorted((a, b) => a.part * b.whole - b.part * a.whole)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half]
  const lower = sorted[half - 1]
  if (upper === undefined) return null
  if (sorted.length % 2 === 1 || lower === undefined) return upper
  return { part: lower.part * upper.whole + upper.part * lower.whole, whole: 2 * lower.whole * upper.whole }
}
