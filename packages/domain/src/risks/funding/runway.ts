/**
 * Months until the balance falls below zero: reserves + income − cost month by month; the month that breaks the balance counts
 * by the part of it that the balance still covers. incomeAt and costAt give minor units for month 0, 1, …
 * → months ≥ 0 (0 when the reserves are already gone), null when the balance holds for `furthest` months. Source: docs/indicators.md §4B.
 */
export function runwayMonths(
  reservesMinor: number,
  incomeAt: (month: number) => number,
  costAt: (month: number) => number,
  furthest: number,
): number | null {
  let balance = reservesMinor
  if (balance < 0) return 0
  for (let month = 0; month < furthest; month += 1) {
    const change = incomeAt(month) - costAt(month)
    if (balance + change < 0) return month + balance / -change
    balance += change
  }
  return null
}
