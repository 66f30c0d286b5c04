/**
 * Spread of counts over kinds (sectors): Blau 1 − Σp², normalised by the size of the taxonomy, unbiased for small counts,
 * Shannon entropy and its exponential, the effective number of kinds. counts: non-negative integers; taxonomySize ≥ kinds.
 * Null values where undefined. Reported, never a trigger. Source: Blau 1977, Shannon 1948; docs/indicators.md §6, §8.
 */
export function diversity(
  counts: readonly number[],
  taxonomySize: number,
): {
  readonly blau: number | null
  readonly blauNormalised: number | null
  readonly blauUnbiased: number | null
  readonly shannon: number | null
  readonly effectiveKinds: number | null
} {
  const present = counts.filter((count) => count > 0).sort((a, b) => b - a)
  const total = present.reduce((sum, count) => sum + count, 0)
  if (total === 0) return { blau: null, blauNormalised: null, blauUnbiased: null, shannon: null, effectiveKinds: null }
  const squares = present.reduce((sum, count) => sum + count * count, 0)
  const samePairs = present.reduce((sum, count) => sum + count * (count - 1), 0)
  const blau = (total * total - squares) / (total * total)
  const shannon = Math.max(0, -present.reduce((sum, count) => sum + (count / total) * Math.log(count / total), 0))
  return {
    blau,
    blauNormalised: taxonomySize > 1 ? blau / (1 - 1 / taxonomySize) : null,
    blauUnbiased: total > 1 ? 1 - samePairs / (total * (total - 1)) : null,
    shannon,
    effectiveKinds: Math.exp(shannon),
  }
}
