import { sectors } from '../../partners/sectors.ts'
import type { Edge } from '../network/graph.ts'
import { sectorMixing } from '../network/sector-mixing.ts'
import { diversity } from '../statistics/diversity.ts'
import { compareRatio } from '../statistics/threshold.ts'
import type { SecondaryParameters } from './secondary-parameters.ts'
import { levelOf, share, type Signal, type SignalLevel, worst } from './signal.ts'

export interface SectorInputs {
  /** Participations of the window by sector of the partner. */
  readonly participations: ReadonlyMap<string, number>
  /** Initiatives of the window, and those of them with at least two and three sectors. */
  readonly initiatives: number
  readonly withTwo: number
  readonly withThree: number
  readonly edges: readonly Edge[]
  readonly sectorOf: ReadonlyMap<string, string>
  /** Sectors with a partner that took part or acted in the window. */
  readonly active: ReadonlySet<string>
  readonly coreSectors: readonly string[] | null
  /** Whether the window lies wholly after the first fact. */
  readonly isWindowFull: boolean
}

export const PRIVATE_SECTORS: readonly string[] = ['business', 'finance']
const WATCH = 1
const WARNING = 2

/**
 * Sector failure: the largest sector's share of the participations of 12 months (a partner counts once per initiative), and the core
 * sectors without any active partner for 12 months: one missing calls for watch, all core private sectors missing for warning.
 * value: that share, 0..1. n: participations. Source: docs/indicators.md §6; docs/adr/0070.
 */
export function readSectorFailure(inputs: SectorInputs, lines: SecondaryParameters['sectorFailure']): Signal {
  const counts = [...inputs.participations].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const n = counts.reduce((sum, [, count]) => sum + count, 0)
  const largest = counts[0]?.[1] ?? 0
  const core = inputs.isWindowFull ? inputs.coreSectors : null
  const missing = core === null ? null : [...new Set(core)].filter((sector) => !inputs.active.has(sector)).sort()
  const parts = {
    largestShare: n === 0 ? null : levelOf(lines.largestShare, (line) => compareRatio(largest, n, line) >= 0),
    missingCore: missing === null || core === null ? null : missingLevel(core, missing),
  }
  const score = worst(parts)
  return {
    score,
    ...(score === null ? { reason: 'zero-denominator' as const } : {}),
    value: share(largest, n),
    interval: null,
    n,
    parts,
    contributors: { bySector: Object.fromEntries(counts), missingCoreSectors: missing },
    // Asked for where it is shown, which is not every month that is read.
    get reported() {
      const spread = diversity(
        counts.map(([, count]) => count),
        sectors.length,
      )
      const mixing = sectorMixing(inputs.edges, inputs.sectorOf)
      return {
        blau: spread.blau,
        blauNormalised: spread.blauNormalised,
        effectiveSectors: spread.effectiveKinds,
        withTwoSectors: share(inputs.withTwo, inputs.initiatives),
        withThreeSectors: share(inputs.withThree, inputs.initiatives),
        assortativity: mixing.assortativity,
        eiIndex: mixing.eiIndex,
        ties: inputs.edges.length,
      }
    },
    persons: null,
  }
}

function missingLevel(core: readonly string[], missing: readonly string[]): SignalLevel {
  const corePrivate = core.filter((sector) => PRIVATE_SECTORS.includes(sector))
  if (corePrivate.length > 0 && corePrivate.every((sector) => missing.includes(sector))) return WARNING
  return missing.length > 0 ? WATCH : 0
}
