/**
 * Exponentially weighted moving average: z_t = weight · x_t + (1 − weight) · z_(t−1), starting at the first known value;
 * an unknown period carries the last z. weight in 0..1; same unit as x. Optional chart, never a trigger.
 */
export function exponentialAverage(series: readonly (number | null)[], weight: number): (number | null)[] {
  let last: number | null = null
  return series.map((value) => {
    if (value !== null) last = last === null ? value : weight * value + (1 - weight) * last
    return last
  })
}

/**
 * Poisson CUSUM against a drop from rate `normal` to rate `low` a period: path_t = max(0, path_(t−1) + k − x_t) with
 * k = (normal − low) / ln(normal / low); an alarm is the first position where the path exceeds `limit`, null for none.
 */
export function poissonCusum(
  series: readonly number[],
  normal: number,
  low: number,
  limit: number,
): { readonly path: readonly number[]; readonly alarmIndex: number | null } {
  const reference = (normal - low) / Math.log(normal / low)
  let sum = 0
  const path = series.map((value) => (sum = Math.max(0, sum + reference - value)))
  const alarmIndex = path.findIndex((value) => value > limit)
  return { path, alarmIndex: alarmIndex === -1 ? null : alarmIndex }
}
