/**
 * Probability of a silence at least this long given the rhythm before it: (T / (T + g))^n, the Lomax tail.
 * events n distinct days seen in exposureMonths T; gapMonths g ≥ 0 → 0..1, null without an event or exposure.
 * Source: docs/indicators.md §5.2.
 */
export function gapSurprise(events: number, exposureMonths: number, gapMonths: number): number | null {
  if (events <= 0 || exposureMonths <= 0) return null
  return (exposureMonths / (exposureMonths + gapMonths)) ** events
}
