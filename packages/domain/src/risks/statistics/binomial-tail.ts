import { logGamma } from './log-gamma.ts'

/** Natural logarithm below which a probability loses digits: numbers are exact down to about 1e-308. */
const SMALLEST_LOG = -690

/**
 * P(X ≤ k) for X ~ Bin(n, p). Integers 0 ≤ k, 1 ≤ n; p in 0..1 → 0..1, rising in k.
 * Direct sum of the probability mass; each term by log-gamma, so that n may be large. Source: docs/indicators.md §9.
 */
export function binomialTail(k: number, n: number, p: number): number {
  if (k >= n || p <= 0) return 1
  if (k < 0 || p >= 1) return 0
  const logP = Math.log(p)
  const logQ = Math.log1p(-p)
  // The direct sum begins at the chance of no hit, which must not vanish below the smallest number.
  if (n <= 200 && n * logQ > SMALLEST_LOG) return directSum(k, n, p)
  let sum = 0
  for (let hits = 0; hits <= k; hits += 1) {
    const logChoices = logGamma(n + 1) - logGamma(hits + 1) - logGamma(n - hits + 1)
    sum += Math.exp(logChoices + hits * logP + (n - hits) * logQ)
  }
  return Math.min(1, sum)
}

function directSum(k: number, n: number, p: number): number {
  let term = (1 - p) ** n
  let sum = term
  for (let hits = 1; hits <= k; hits += 1) {
    term *= ((n - hits + 1) / hits) * (p / (1 - p))
    sum += term
  }
  return Math.min(1, sum)
}
