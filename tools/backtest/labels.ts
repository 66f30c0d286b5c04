/** A fall that happened, and the month in which things had recovered from it; null while they had not. Months from the series' start. */
export interface Fall {
  readonly at: number
  readonly recoveredAt: number | null
}

/** Fewest running initiatives a peak must hold for its half to mean anything; set by judgement. */
const LEAST_PEAK = 8
/** A recovery doubles the lowest count since the fall, and by at least this many. */
const LEAST_RECOVERY = 3

/**
 * Label (b): the months in which a count first stood at half of its trailing peak or below, each with its recovery (d): the first
 * month at twice the lowest count since the fall. After a recovery a new peak begins.
 */
export function fallsToHalf(counts: readonly number[]): Fall[] {
  const falls: Fall[] = []
  let peak = 0
  let fallenAt: number | null = null
  let lowest = Infinity
  counts.forEach((count, month) => {
    if (fallenAt === null) {
      peak = Math.max(peak, count)
      if (peak >= LEAST_PEAK && count * 2 <= peak) {
        fallenAt = month
        lowest = count
      }
      return
    }
    lowest = Math.min(lowest, count)
    if (count < Math.max(2 * lowest, lowest + LEAST_RECOVERY)) return
    falls.push({ at: fallenAt, recoveredAt: month })
    fallenAt = null
    peak = count
  })
  if (fallenAt !== null) falls.push({ at: fallenAt, recoveredAt: null })
  return falls
}

/** Label (a): the first month with fewer than three active organisations after there were three; null when that never came. */
export function dissolution(activeOrganisations: readonly number[]): number | null {
  const begun = activeOrganisations.findIndex((count) => count >= 3)
  if (begun === -1) return null
  const ended = activeOrganisations.findIndex((count, month) => month > begun && count < 3)
  return ended === -1 ? null : ended
}

/**
 * Label (c): the months in which the income of the last year first stood at half of that of the year before, each with its recovery
 * (d): the first month in which the year brought at least as much as the year before. ratios: null without two years of income.
 */
export function incomeHalvings(ratios: readonly (number | null)[]): Fall[] {
  const falls: Fall[] = []
  let fallenAt: number | null = null
  ratios.forEach((ratio, month) => {
    if (ratio === null) return
    if (fallenAt === null && ratio <= 0.5) fallenAt = month
    else if (fallenAt !== null && ratio >= 1) {
      falls.push({ at: fallenAt, recoveredAt: month })
      fallenAt = null
    }
  })
  if (fallenAt !== null) falls.push({ at: fallenAt, recoveredAt: null })
  return falls
}
