import { logGamma } from './log-gamma.ts'

/**
 * Two-sided tail of the standard normal distribution, P(|Z| ≥ |z|) = erfc(|z| / √2), → 0..1.
 * The complementary incomplete gamma Q(1/2, z²/2), by series below 1.5 and by continued fraction above; relative error below 1e-12.
 */
export function normalTwoSidedTail(z: number): number {
  const x = (z * z) / 2
  if (x === 0) return 1
  return x < 1.5 ? 1 - lowerSeries(x) : upperFraction(x)
}

function front(x: number): number {
  return Math.exp(-x + 0.5 * Math.log(x) - logGamma(0.5))
}

function lowerSeries(x: number): number {
  let term = 2
  let sum = term
  for (let step = 1; step < 1000 && Math.abs(term) > Math.abs(sum) * 1e-17; step += 1) {
    term *= x / (0.5 + step)
    sum += term
  }
  return sum * front(x)
}

function upperFraction(x: number): number {
  let b = x + 0.5
  let c = 1e300
  let d = 1 / b
  let value = d
  for (let step = 1; step < 10_000; step += 1) {
    const a = -step * (step - 0.5)
    b += 2
    d = 1 / (a * d + b)
    c = b + a / c
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return value * front(x)
}
