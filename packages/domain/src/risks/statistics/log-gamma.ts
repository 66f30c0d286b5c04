const COEFFICIENTS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const

/**
 * Natural logarithm of the gamma function. value > 0, unitless; relative error below 1e-14 for value ≥ 0.5.
 * Throws RangeError for value ≤ 0. Source: Lanczos approximation, g = 7, nine coefficients.
 */
export function logGamma(value: number): number {
  if (!(value > 0)) throw new RangeError(`logGamma needs a positive number, not ${value}`)
  if (value < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * value)) - logGamma(1 - value)
  const shifted = value - 1
  const base = shifted + 7.5
  let sum: number = COEFFICIENTS[0]
  COEFFICIENTS.forEach((coefficient, index) => {
    if (index > 0) sum += coefficient / (shifted + index)
  })
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum)
}
