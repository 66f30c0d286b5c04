import type { FundingParameters } from '../parameters.ts'
import { compareRatio } from '../statistics/threshold.ts'
import { highestReached, type SublevelBase } from './sublevel.ts'

export interface PublicShareReading extends SublevelBase {
  readonly share: number | null
  readonly localShare: number | null
}

/**
 * Public share: income from public bodies / income of the last 12 months; local government apart. Shares 0..1; watch from 0.60,
 * warning from 0.75, critical from 0.90. n counts funders. Minimum data as for concentration. Source: docs/indicators.md §4B.
 */
export function readPublicShare(
  byFunder: ReadonlyMap<string, number>,
  publicFunders: ReadonlySet<string>,
  localPublicFunders: ReadonlySet<string>,
  incomeMonths: number | null,
  lines: FundingParameters,
): PublicShareReading {
  const n = byFunder.size
  const unread = { level: null, n, share: null, localShare: null }
  if (incomeMonths === null || incomeMonths < lines.leastHistoryMonths) return { ...unread, reason: 'no-history' }
  let total = 0
  let ofPublic = 0
  let ofLocalPublic = 0
  for (const [funderId, amountMinor] of byFunder) {
    total += amountMinor
    if (publicFunders.has(funderId)) ofPublic += amountMinor
    if (localPublicFunders.has(funderId)) ofLocalPublic += amountMinor
  }
  if (total <= lines.incomeFloorMinor) return { ...unread, reason: 'zero-denominator' }
  return {
    level: highestReached(lines.publicShare.lines, (line) => compareRatio(ofPublic, total, line) >= 0),
    n,
    share: ofPublic / total,
    localShare: ofLocalPublic / total,
  }
}
