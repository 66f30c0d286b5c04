import type { StagnationParameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import type { TieCounts } from './tie-windows.ts'

export interface NoveltyReading {
  readonly points: 0 | 1 | 2 | null
  /** Initiatives of the window with at least two partners. */
  readonly n: number
  readonly reason?: Reason
  readonly initiatives: number | null
  readonly newTieRate: number | null
  readonly untriedPairShare: number | null
  readonly relative: number | null
  readonly newPartnerRate: number | null
  readonly isSaturated: boolean | null
}

/**
 * Novelty: the rate of new ties among the ties of the last 12 months, relative to what partners meeting at random would show.
 * newTieRate R = pairs not tied in the 36 months before / pairs; untriedPairShare E = untied pairs / possible pairs; relative R / E.
 * A saturated network (E < 0.3) is judged by newcomers only: one point where no partner is new. Unit: points 0..2; shares 0..1.
 * Source: Guimera et al. 2005; docs/indicators.md §4A.
 */
export function readNovelty(
  ties: TieCounts,
  historyMonths: number | null,
  lines: StagnationParameters,
): NoveltyReading {
  const { novelty } = lines
  const unread = {
    points: null,
    initiatives: null,
    newTieRate: null,
    untriedPairShare: null,
    relative: null,
    newPartnerRate: null,
    isSaturated: null,
  }
  const n = ties.jointInitiatives
  if (historyMonths === null || historyMonths < novelty.leastHistoryMonths)
    return { ...unread, n, reason: 'no-history' }
  if (n < novelty.leastJointInitiatives) return { ...unread, n, reason: 'too-few', initiatives: n }
  if (ties.pairs === 0 || ties.possiblePairs === 0) return { ...unread, n, reason: 'zero-denominator', initiatives: n }
  const isSaturated = ties.untriedPairs * 1000 < Math.round(novelty.saturatedBelow * 1000) * ties.possiblePairs
  const values = {
    n,
    initiatives: n,
    newTieRate: ties.newPairs / ties.pairs,
    untriedPairShare: ties.untriedPairs / ties.possiblePairs,
    relative: ties.untriedPairs === 0 ? null : (ties.newPairs * ties.possiblePairs) / (ties.pairs * ties.untriedPairs),
    newPartnerRate: ties.partners === 0 ? null : ties.newPartners / ties.partners,
    isSaturated,
  }
  if (isSaturated) return { points: ties.newPartners === 0 ? 1 : 0, ...values }
  const isAtMost = (line: number) =>
    ties.newPairs * ties.possiblePairs * 1000 <= Math.round(line * 1000) * ties.pairs * ties.untriedPairs
  return { points: isAtMost(novelty.twoPointsRelative) ? 2 : isAtMost(novelty.onePointRelative) ? 1 : 0, ...values }
}
