import { logGamma } from './log-gamma.ts'
import type { Interval } from './wilson.ts'

const PRECISION = 1e-15
const MOST_STEPS = 1000
const HALVINGS = 200
const TAIL = 0.025

/**
 * Interval at 95 % of the rate behind k events in an exposure, by a Gamma posterior with Jeffreys' prior: Gamma(k + ½, exposure).
 * k: integer ≥ 0, exposure > 0 → events per unit of exposure; the lower bound of none is 0. Null without exposure.
 * Source: docs/indicators.md §5.1.
 */
export function rateInterval(k: number, exposure: number): Interval | null {
  if (!(exposure > 0)) return null
  const shape = k + 0.5
  return { low: k === 0 ? 0 : gammaQuantile(shape, TAIL) / exposure, high: gammaQuantile(shape, 1 - TAIL) / exposure }
}

/**
 * Regularised lower incomplete gamma function P(shape, x): the probability that a Gamma(shape, 1) variable is at most x.
 * shape > 0, x ≥ 0 → 0..1. Throws RangeError outside these. Source: series below shape + 1, continued fraction by Lentz above.
 */
export function incompleteGamma(shape: number, x: number): number {
  if (!(shape > 0) || !(x >= 0)) throw new RangeError(`incompleteGamma(${shape}, ${x})`)
  if (x === 0) return 0
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape))
  if (x < shape + 1) {
    let term = 1 / shape
    let sum = term
    for (let step = 1; step <= MOST_STEPS && term > sum * PRECISION; step += 1) {
      term *= x / (shape + step)
      sum += term
    }
    return Math.min(1, front * sum)
  }
  let b = x + 1 - shape
  let c = Infinity
  let d = 1 / b
  let fraction = d
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const a = -step * (step - shape)
    b += 2
    d = 1 / (a * d + b)
    c = b + a / c
    fraction *= c * d
    if (Math.abs(c * d - 1) < PRECISION) break
  }
  return Math.max(0, 1 - front * fraction)
}

/** The x at which P(shape, x) reaches the probability, by halving. */
function gammaQuantile(shape: number, probability: number): number {
  let low = 0
  let high = shape + 1
  while (incompleteGamma(shape, high) < probability) high *= 2
  for (let step = 0; step < HALVINGS && low < high; step += 1) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (incompleteGamma(shape, middle) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}
