import { incompleteBeta } from './incomplete-beta.ts'

/**
 * Probability that the present rate lies below `ratio` times the rate before: P(λ_now / λ_base < ratio) = I_x(k_now + a0, k_base + a0)
 * with x = ratio · T_now / (ratio · T_now + T_base). Counts ≥ 0, exposures > 0 in one unit (months), ratio > 0 → 0..1;
 * falling in k_now. prior a0 is 1/2 (Jeffreys). Source: docs/indicators.md §5.1.
 */
export function rateDropProbability(
  now: { readonly count: number; readonly months: number },
  base: { readonly count: number; readonly months: number },
  ratio: number,
  prior = 0.5,
): number {
  const x = (ratio * now.months) / (ratio * now.months + base.months)
  return incompleteBeta(now.count + prior, base.count + prior, x)
}
