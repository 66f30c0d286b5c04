import type { FundingParameters } from '../parameters.ts'
import { compareRatio } from '../statistics/threshold.ts'
import { highestReached, type SublevelBase } from './sublevel.ts'

export interface IncomeFallReading extends SublevelBase {
  readonly ratio: number | null
  readonly incomeMinor: number | null
  readonly yearBeforeMinor: number | null
}

/**
 * Fall of income: income of the last 12 months / income of the 12 before, both in minor units; watch at 0.75 or less, warning at 0.50.
 * Needs 24 months of income history. n counts the funders of the window. Source: docs/indicators.md §4B.
 */
export function readIncomeFall(
  incomeMinor: number,
  yearBeforeMinor: number,
  funders: number,
  incomeMonths: number | null,
  lines: FundingParameters,
): IncomeFallReading {
  const unread = { level: null, n: funders, ratio: null, incomeMinor: null, yearBeforeMinor: null }
  if (incomeMonths === null || incomeMonths < lines.incomeFall.leastHistoryMonths)
    return { ...unread, reason: 'no-history' }
  if (yearBeforeMinor <= 0) return { ...unread, reason: 'zero-denominator', incomeMinor, yearBeforeMinor }
  return {
    level: highestReached(lines.incomeFall.lines, (line) => compareRatio(incomeMinor, yearBeforeMinor, line) <= 0),
    n: funders,
    ratio: incomeMinor / yearBeforeMinor,
    incomeMinor,
    yearBeforeMinor,
  }
}
