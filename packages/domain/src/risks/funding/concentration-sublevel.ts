import type { FundingParameters } from '../parameters.ts'
import { type Concentration, concentrationLevel } from './concentration.ts'
import type { Sublevel, SublevelBase } from './sublevel.ts'

export interface ConcentrationReading extends SublevelBase {
  readonly reliance: number | null
  readonly effectiveFunders: number | null
  readonly hhi: number | null
  readonly largestFunderId: string | null
  /** Level of reliance and effective funders alone, before reserves are looked at. */
  readonly levelBeforeCover: Sublevel | null
  readonly cover: CoverReading
}

export interface CoverReading {
  readonly adjustment: -1 | 0 | 1
  /** Months the reserves last without the largest funder; null where unreadable or where they last for ever. */
  readonly stressRunwayMonths: number | null
  readonly lastsForEver: boolean
  readonly reason?: 'unknown-source' | 'not-applicable'
}

export interface CoverInputs {
  readonly reservesMinor: number | null
  /** Cost and income without the largest funder, summed over the same last months; null where costs are not kept. */
  readonly costMinor: number | null
  readonly incomeWithoutLargestMinor: number
  readonly months: number
}

/**
 * Concentration of income: reliance r = largest share, effective funders = 1 / Σp²; watch from r ≥ 0.35 or below 4 effective funders.
 * Adjusted by cover: reserves / (monthly cost − income without the largest funder); above 24 months one level down (never below watch),
 * below 6 one up. byFunder: positive net amounts of 12 months in minor units; measures: of these. Source: docs/indicators.md §4B.
 */
export function readConcentration(
  byFunder: ReadonlyMap<string, number>,
  measures: Concentration,
  incomeMonths: number | null,
  coverInputs: CoverInputs,
  lines: FundingParameters,
): ConcentrationReading {
  const n = byFunder.size
  const unread = {
    level: null,
    n,
    reliance: null,
    effectiveFunders: null,
    hhi: null,
    largestFunderId: null,
    levelBeforeCover: null,
    cover: { adjustment: 0, stressRunwayMonths: null, lastsForEver: false, reason: 'not-applicable' },
  } as const
  if (incomeMonths === null || incomeMonths < lines.leastHistoryMonths) return { ...unread, reason: 'no-history' }
  const amounts = [...byFunder.values()]
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  if (total <= lines.incomeFloorMinor) return { ...unread, reason: 'zero-denominator' }
  const levelBeforeCover = concentrationLevel(amounts, lines.concentration)
  const cover = readCover(levelBeforeCover, coverInputs, lines)
  return {
    level: adjusted(levelBeforeCover, cover.adjustment),
    n,
    reliance: measures.reliance,
    effectiveFunders: measures.effectiveNumber,
    hhi: measures.hhi,
    largestFunderId: largestFunders(byFunder)[0] ?? null,
    levelBeforeCover,
    cover,
  }
}

/** The funder with the largest amount; several where they are equal. */
export function largestFunders(byFunder: ReadonlyMap<string, number>): string[] {
  const largest = Math.max(...byFunder.values())
  return [...byFunder.keys()].filter((funderId) => byFunder.get(funderId) === largest)
}

function readCover(level: Sublevel, inputs: CoverInputs, lines: FundingParameters): CoverReading {
  const none = { adjustment: 0, stressRunwayMonths: null, lastsForEver: false } as const
  const { reservesMinor, costMinor, incomeWithoutLargestMinor, months } = inputs
  if (reservesMinor === null || costMinor === null || months === 0) return { ...none, reason: 'unknown-source' }
  const { easeAboveMonths, tightenBelowMonths } = lines.cover
  const shortfallMinor = costMinor - incomeWithoutLargestMinor
  const lastsForEver = shortfallMinor <= 0
  const stressRunwayMonths = lastsForEver ? null : (Math.max(0, reservesMinor) * months) / shortfallMinor
  if (level < 1) return { ...none, stressRunwayMonths, lastsForEver, reason: 'not-applicable' }
  const eases = lastsForEver || reservesMinor * months > easeAboveMonths * shortfallMinor
  const tightens = !lastsForEver && reservesMinor * months < tightenBelowMonths * shortfallMinor
  return { adjustment: eases ? -1 : tightens ? 1 : 0, stressRunwayMonths, lastsForEver }
}

function adjusted(level: Sublevel, adjustment: -1 | 0 | 1): Sublevel {
  if (level === 0) return 0
  return Math.min(3, Math.max(1, level + adjustment)) as Sublevel
}
