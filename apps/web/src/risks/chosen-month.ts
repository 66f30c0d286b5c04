import type { MonthReading } from '@commonweal/domain/risks/timeline'
import { useEffect, useState } from 'react'

const settleMs = 150

/** Months kept visible after the last reading of either flag, before the line is cut. */
const shownWithoutReading = 12

/**
 * The month in the address, changed without lag: while somebody drags or holds a key the page follows at once, and the
 * address a moment later (browsers refuse to be told a hundred times a second).
 */
export function useChosenMonth(inAddress: string, tellAddress: (month: string) => void) {
  const [moved, setMoved] = useState<string | null>(null)
  useEffect(() => {
    if (moved === null) return
    if (moved === inAddress) {
      setMoved(null)
      return
    }
    const timer = setTimeout(() => tellAddress(moved), settleMs)
    return () => clearTimeout(timer)
  }, [moved, inAddress, tellAddress])
  return { month: moved ?? inAddress, choose: setMoved }
}

/** Position of the last month in which at least one flag could be read; the last of all where none could. */
export function lastReadable(months: readonly MonthReading[]): number {
  const found = months.findLastIndex(({ stagnation, funding }) => stagnation.score !== null || funding.score !== null)
  return found === -1 ? months.length - 1 : found
}

/** Position after the last month worth drawing: a long time without readings says no more than a year of it. */
export function endOfLine(months: readonly MonthReading[]): number {
  return Math.min(months.length, lastReadable(months) + 1 + shownWithoutReading)
}

/**
 * Whether there is anything to read. Without a dated fact the server answers with the present month alone, with the first fact
 * in this month with none.
 */
export function hasFacts(months: readonly MonthReading[]): boolean {
  const [only] = months
  if (months.length !== 1 || !only) return months.length > 1
  const { stagnation, funding } = only
  return stagnation.score !== null || funding.score !== null || stagnation.formingThrough !== null
}
