import type { Month } from '../../values/month.ts'
import { type FlagLevel, flagLevels } from '../flag-level.ts'
import type { FlagsAhead } from './horizon.ts'

export interface RaisedFlag {
  readonly flag: 'stagnation' | 'funding'
  /** The first month in which the flag stands higher than it would have stood, with both levels. */
  readonly month: Month
  readonly with: FlagLevel
  readonly without: FlagLevel
  /** The highest level of the horizon without those who go, and with them. */
  readonly peakWith: FlagLevel
  readonly peakWithout: FlagLevel
}

const rank = (level: FlagLevel) => flagLevels.indexOf(level)

/** The flags that stand higher in a month without those who go than with them. */
export function raisedFlags(withThem: readonly FlagsAhead[], without: readonly FlagsAhead[]): RaisedFlag[] {
  return (['stagnation', 'funding'] as const).flatMap((flag) => {
    const at = without.findIndex((one, index) => {
      const other = withThem[index]
      return other !== undefined && rank(one[flag].level) > rank(other[flag].level)
    })
    const [before, after] = [withThem[at], without[at]]
    if (before === undefined || after === undefined) return []
    const peak = (months: readonly FlagsAhead[]) =>
      flagLevels[Math.max(...months.map((one) => rank(one[flag].level)))] ?? 'none'
    return [
      {
        flag,
        month: after.month,
        with: before[flag].level,
        without: after[flag].level,
        peakWith: peak(withThem),
        peakWithout: peak(without),
      },
    ]
  })
}

/** Steps of level by which the flags peak higher without those who go. */
export function levelsRaised(raised: readonly RaisedFlag[]): number {
  return raised.reduce((sum, { peakWith, peakWithout }) => sum + Math.max(0, rank(peakWithout) - rank(peakWith)), 0)
}
