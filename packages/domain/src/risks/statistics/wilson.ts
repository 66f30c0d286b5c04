/** Two-sided 95 % quantile of the standard normal distribution. */
export const Z_95 = 1.959963984540054

export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Wilson score interval of a share k of n at 95 %. Integers 0 ≤ k ≤ n → bounds in 0..1; null for n = 0.
 * Source: Wilson 1927; docs/indicators.md §5.3.
 */
export function wilsonInterval(k: number, n: number): Interval | null {
  if (n <= 0) return null
  const share = k / n
  const z2 = Z_95 * Z_95
  const centre = share + z2 / (2 * n)
  const halfWidth = Z_95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  const scale = 1 + z2 / n
  return {
    low: k === 0 ? 0 : Math.max(0, (centre - halfWidth) / scale),
    high: k === n ? 1 : Math.min(1, (centre + halfWidth) / scale),
  }
}
