/**
 * Exact comparison of a ratio of integers with a threshold of at most three decimals: part / whole against threshold,
 * by cross-multiplication, so that a value standing exactly on the line is judged the same on every machine.
 * whole > 0. → negative, zero or positive as the ratio lies below, on or above the threshold.
 */
export function compareRatio(part: number | bigint, whole: number | bigint, threshold: number): number {
  const left = BigInt(part) * 1000n
  const right = BigInt(whole) * BigInt(Math.round(threshold * 1000))
  return left < right ? -1 : left > right ? 1 : 0
}
