import { mannKendall } from '../../packages/domain/src/risks/statistics/mann-kendall.ts'
import { heldThroughUnknown, type Signals } from './signals.ts'

/** Monthly counts, the latest last; null: nobody knows. Each detector judges month by month, seeing only what lies before. */
type Counts = readonly (number | null)[]

/** Never an alarm. */
export function alwaysGreen(months: number): Signals {
  return Array.from({ length: months }, () => ({ isOn: false, isRead: true }))
}

/** On while the last event lies more than `days` days back. daysSince: null before the first event. */
export function gapAbove(days: number, daysSince: Counts): Signals {
  return heldThroughUnknown(daysSince.map((since) => (since === null ? null : since > days)))
}

/** On while the last `recent` months hold less than half of what the 12 before them held at the same pace. */
export function halved(counts: Counts, recent: number): Signals {
  return heldThroughUnknown(
    counts.map((_, month) => {
      const now = sumOf(counts, month + 1 - recent, month + 1)
      const before = sumOf(counts, month + 1 - recent - 12, month + 1 - recent)
      return now === null || before === null || before === 0 ? null : now * 12 * 2 < before * recent
    }),
  )
}

/** On while fewer than `floor` are active, in the mean of the last `months` months. */
export function floorOf(floor: number, active: Counts, months: number): Signals {
  return heldThroughUnknown(
    active.map((_, month) => {
      const sum = sumOf(active, month + 1 - months, month + 1)
      return sum === null ? null : sum < floor * months
    }),
  )
}

/** On while the last 12 monthly counts fall by the Mann-Kendall test, two-sided p < 0.05. */
export function fallingTrend(counts: Counts): Signals {
  return heldThroughUnknown(
    counts.map((_, month) => {
      if (sumOf(counts, month - 11, month + 1) === null) return null
      const trend = mannKendall(counts.slice(month - 11, month + 1))
      return trend === null ? null : trend.S < 0 && trend.pNormal < 0.05
    }),
  )
}

/** On while the concentration of income exceeds 0.25. */
export function concentrated(hhi: Counts): Signals {
  return heldThroughUnknown(hhi.map((value) => (value === null ? null : value > 0.25)))
}

function sumOf(counts: Counts, from: number, to: number): number | null {
  if (from < 0) return null
  let sum = 0
  for (let month = from; month < to; month += 1) {
    const count = counts[month] ?? null
    if (count === null) return null
    sum += count
  }
  return sum
}
