import type { FundingParameters } from '../parameters.ts'
import type { FundingSublevels } from '../funding/funding-reader.ts'
import { progress } from './strain.ts'

type Strains = {
  readonly [Name in keyof FundingSublevels]: (
    reading: FundingSublevels[Name],
    lines: FundingParameters,
  ) => number | null
}

/**
 * How far each sub-level has come towards its lines, 0..6: one for each line reached, parts of it before, a little more beyond.
 * Tells facts of equal effect on the level apart; never shown as a figure. Source: docs/adr/0090.
 */
export const fundingStrain: Strains = {
  concentration: ({ reliance, hhi }, { concentration }) => {
    if (reliance === null || hhi === null) return null
    return concentration.reliance.reduce(
      (sum, line, index) =>
        sum + progress(Math.max(reliance / line, hhi * (concentration.effectiveFunders[index] as number))),
      0,
    )
  },
  incomeFall: ({ ratio }, { incomeFall }) => (ratio === null ? null : fallen(ratio, incomeFall.lines)),
  runway: ({ level, months }, { runway }) => {
    if (level === null) return null
    const left = months ?? runway.furthestMonths
    return towardsAll(runway.lines, (line) => (runway.furthestMonths - left) / (runway.furthestMonths - line))
  },
  cliff: ({ level, months, beforeMinor, afterMinor }, { cliff }) => {
    if (level === null) return null
    if (months === null || beforeMinor === null || afterMinor === null || beforeMinor === 0) return 0
    const nearness = towardsAll(cliff.lines, (line) => (cliff.furthestMonths - months) / (cliff.furthestMonths - line))
    // Of falls equally near the steeper one weighs more.
    return nearness * (1 - afterMinor / beforeMinor)
  },
  fulfilment: ({ share }, { fulfilment }) => (share === null ? null : fallen(share, fulfilment.lines)),
  retention: ({ share }, { retention }) => (share === null ? null : fallen(share, retention.lines)),
  publicShare: ({ share }, { publicShare }) =>
    share === null ? null : towardsAll(publicShare.lines, (line) => share / line),
}

function fallen(value: number, lines: readonly number[]): number {
  return towardsAll(lines, (line) => (1 - value) / (1 - line))
}

function towardsAll(lines: readonly number[], towards: (line: number) => number): number {
  return lines.reduce((sum, line) => sum + progress(towards(line)), 0)
}
