/**
 * Round values from `least` to `most` to write beside a chart: multiples of 1, 2, 2.5 or 5 times a power of ten, in steps that make at most four.
 * Values in any unit, most ≥ least; the step is at least `finest`. A span of nothing gives `least` alone.
 */
export function roundValues(least: number, most: number, finest = 0): number[] {
  const span = most - least
  if (!(span > 0)) return [least]
  const power = 10 ** Math.floor(Math.log10(span / STEPS))
  const step = Math.max(finest, (candidates.find((one) => one * power >= span / STEPS) ?? 10) * power)
  const first = Math.ceil(least / step)
  const last = Math.floor(most / step)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}

const STEPS = 4
const candidates = [1, 2, 2.5, 5, 10] as const
