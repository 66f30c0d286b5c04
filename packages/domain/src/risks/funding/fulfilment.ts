export interface Due {
  /** Day number on which the amount was due. */
  readonly dueOn: number
  readonly dueMinor: number
  readonly paidMinor: number
}

/**
 * Kept promises: Σ min(paid, due) / Σ due over amounts due at least `graceDays` before `asOf`, by amount and by count.
 * Shares 0..1, null without any due amount; n is the number of due amounts. Source: docs/indicators.md §4B.
 */
export function fulfilment(
  dues: readonly Due[],
  asOf: number,
  graceDays: number,
): { readonly amountShare: number | null; readonly countShare: number | null; readonly n: number } {
  const ripe = dues.filter((due) => due.dueOn <= asOf - graceDays && due.dueMinor > 0)
  const dueMinor = ripe.reduce((sum, due) => sum + due.dueMinor, 0)
  const paidMinor = ripe.reduce((sum, due) => sum + Math.max(0, Math.min(due.paidMinor, due.dueMinor)), 0)
  if (dueMinor === 0) return { amountShare: null, countShare: null, n: 0 }
  return {
    amountShare: paidMinor / dueMinor,
    countShare: ripe.filter((due) => due.paidMinor >= due.dueMinor).length / ripe.length,
    n: ripe.length,
  }
}
