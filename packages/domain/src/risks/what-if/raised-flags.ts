import type { Month } from '../../values/month.ts'
import { type FlagLevel, flagLevels } from '../flag-level.ts'
import type { FlagStand } from '../flag-reading.ts'
import type { FlagsAhead } from './horizon.ts'

export interface Raised<Flag extends string> {
  readonly flag: Flag
  /** The first month in which the flag stands higher than it would have stood, with both levels. */
  readonly month: Month
  readonly with: FlagLevel
  readonly without: FlagLevel
  /** The highest level of the horizon without those who go, and with them. */
  readonly peakWith: FlagLevel
  readonly peakWithout: FlagLevel
}

export type RaisedFlag = Raised<'stagnation' | 'funding'>

const rank = (level: FlagLevel) => flagLevels.indexOf(level)

/** The two flags that stand higher in a month without those who go than with them. */
export function raisedFlags(withThem: readonly FlagsAhead[], without: readonly FlagsAhead[]): RaisedFlag[] {
  return raisedAmong(['stagnation', 'funding'], withThem, without, (month, flag) => month[flag])
}

/** Flags of any kind that do; a flag that says nothing in a month stands nowhere in it. */
export function raisedAmong<Flag extends string, Ahead extends { readonly month: Month }>(
  flags: readonly Flag[],
  withThem: readonly Ahead[],
  without: readonly Ahead[],
  standOf: (month: Ahead, flag: Flag) => FlagStand | undefined,
): Raised<Flag>[] {
  return flags.flatMap((flag) => {
    const ranks = (months: readonly Ahead[]) => months.map((one) => rank(standOf(one, flag)?.level ?? 'none'))
    const [before, after] = [ranks(withThem), ranks(without)]
    const at = after.findIndex((level, index) => level > (before[index] ?? Infinity))
    const month = without[at]?.month
    const level = (levels: readonly number[]) => flagLevels[Math.max(...levels)] ?? 'none'
    if (month === undefined) return []
    return [
      {
        flag,
        month,
        with: level(before.slice(at, at + 1)),
        without: level(after.slice(at, at + 1)),
        peakWith: level(before),
        peakWithout: level(after),
      },
    ]
  })
}

/** Steps of level by which the flags peak higher without those who go. */
export function levelsRaised(raised: readonly RaisedFlag[]): number {
  return raised.reduce((sum, { peakWith, peakWithout }) => sum + Math.max(0, rank(peakWithout) - rank(peakWith)), 0)
}
