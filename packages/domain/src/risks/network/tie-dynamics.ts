import { type Day } from '../../values/day.ts'
import { addMonthsToDay } from '../../values/month.ts'

export interface StartedInitiative {
  readonly startedOn: Day
  readonly id: string
  readonly partners: readonly string[]
}

export interface TieDynamics {
  /** Distinct pairs of the window not tied in the months before it / distinct pairs of the window. */
  readonly newTieRate: number | null
  /** Pair instances whose pair was seen on an earlier day / all pair instances; same-day initiatives never repeat each other. */
  readonly repeatShare: number | null
  /** Partners whose first initiative lies in the window / partners of the window. */
  readonly newPartnerRate: number | null
  /** Share of pairs among the partners of the window that were not tied before it. */
  readonly untriedPairShare: number | null
  readonly relative: number | null
}

/**
 * Renewal of ties in a window [from, to): pairs of partners that start an initiative together. Plain pairs, no cap on size.
 * Shares 0..1 (relative ≥ 0), null where nothing happened. Source: Guimera et al. 2005; docs/indicators.md §4A.
 */
export function tieDynamics(
  initiatives: readonly StartedInitiative[],
  window: { readonly from: Day; readonly to: Day },
  memoryMonths = 36,
): TieDynamics {
  const memoryFrom = addMonthsToDay(window.from, -memoryMonths)
  const inWindow = initiatives.filter((one) => one.startedOn >= window.from && one.startedOn < window.to)
  const before = initiatives.filter((one) => one.startedOn >= memoryFrom && one.startedOn < window.from)
  const pairsNow = new Set(inWindow.flatMap((one) => pairsOf(one.partners)))
  const pairsBefore = new Set(before.flatMap((one) => pairsOf(one.partners)))
  const partners = [...new Set(inWindow.flatMap((one) => one.partners))]
  const newPartners = partners.filter((partner) =>
    initiatives.every((one) => one.startedOn >= window.from || !one.partners.includes(partner)),
  )
  const possible = pairsOf(partners)
  const newTieRate = ratio([...pairsNow].filter((pair) => !pairsBefore.has(pair)).length, pairsNow.size)
  const untriedPairShare = ratio(possible.filter((pair) => !pairsBefore.has(pair)).length, possible.length)
  return {
    newTieRate,
    repeatShare: repeatShare(initiatives, inWindow),
    newPartnerRate: ratio(newPartners.length, partners.length),
    untriedPairShare,
    relative: newTieRate === null || !untriedPairShare ? null : newTieRate / untriedPairShare,
  }
}

/** Common pairs / all pairs of two sets of ties, 0..1; null when both are empty. Turnover is one minus it. */
export function jaccard(first: ReadonlySet<string>, second: ReadonlySet<string>): number | null {
  const common = [...first].filter((pair) => second.has(pair)).length
  return ratio(common, first.size + second.size - common)
}

/** The pairs of a list of partners, each named once and the same way round. */
export function pairsOf(partners: readonly string[]): string[] {
  const sorted = [...new Set(partners)].sort()
  return sorted.flatMap((a, index) => sorted.slice(index + 1).map((b) => `${a} ${b}`))
}

function repeatShare(all: readonly StartedInitiative[], inWindow: readonly StartedInitiative[]): number | null {
  const firstSeen = new Map<string, Day>()
  for (const one of all) {
    for (const pair of pairsOf(one.partners)) {
      const seen = firstSeen.get(pair)
      if (seen === undefined || one.startedOn < seen) firstSeen.set(pair, one.startedOn)
    }
  }
  const instances = inWindow.flatMap((one) => pairsOf(one.partners).map((pair) => ({ pair, on: one.startedOn })))
  return ratio(instances.filter(({ pair, on }) => (firstSeen.get(pair) ?? on) < on).length, instances.length)
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
