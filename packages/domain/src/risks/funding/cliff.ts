/**
 * Funding cliff: the smallest m ≥ 0 with I(m..m+look−1) ≤ ratio · I(m−look..m−1) and something before it.
 * incomeAt(month) gives scheduled confirmed income, minor units, with months counted from the present; months before `earliest`
 * are not known and a window reaching there is not judged. Null when no such month up to `furthest`.
 * Compared exactly for integer incomes. Source: docs/indicators.md §4B.
 */
export function fundingCliff(
  incomeAt: (month: number) => number,
  span: { readonly look: number; readonly ratio: number; readonly earliest: number; readonly furthest: number },
): { readonly month: number; readonly beforeMinor: number; readonly afterMinor: number } | null {
  const ratioInThousandths = Math.round(span.ratio * 1000)
  for (let month = Math.max(0, span.earliest + span.look); month <= span.furthest; month += 1) {
    let beforeMinor = 0
    let afterMinor = 0
    for (let step = 0; step < span.look; step += 1) {
      beforeMinor += incomeAt(month - span.look + step)
      afterMinor += incomeAt(month + step)
    }
    if (beforeMinor > 0 && afterMinor * 1000 <= beforeMinor * ratioInThousandths)
      return { month, beforeMinor, afterMinor }
  }
  return null
}
