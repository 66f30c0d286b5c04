import type { FlagLevel } from '../flag-level.ts'
import type { FlagReading } from '../flag-reading.ts'
import { changeOfLevel } from '../tidings.ts'
import { type SecondaryFlagName, secondaryFlagNames } from './flag-names.ts'
import { type SecondaryInForce, wantedIn } from './secondary-in-force.ts'

/** What is told of a sign of another threat: its level only, which everybody may know. */
export interface ToldSign {
  readonly sign: SecondaryFlagName
  readonly level: FlagReading['level']
  readonly heldLevel: FlagLevel
  /** Month since which it is up; null where it is not. */
  readonly onset: string | null
  /** What is new against the month before; null where nothing is, or where that month was not asked for. */
  readonly change: 'raised' | 'lowered' | 'cleared' | null
}

/**
 * Of the last month read: the signs that are up, those that moved since the month before, and those that cannot be read, the worst first.
 * Signs the community has switched off, or does not want judged, are left out.
 */
export function signsTold({ months, thresholds }: Pick<SecondaryInForce, 'months' | 'thresholds'>): ToldSign[] {
  const [before, now] = [months.at(-2), months.at(-1)]
  if (now === undefined) return []
  const wanted = wantedIn(now.flags, thresholds, now.month)
  return secondaryFlagNames
    .flatMap((sign): ToldSign[] => {
      const flag = wanted[sign]
      if (flag === undefined || flag.reason === 'not-applicable') return []
      const { level, heldLevel, onset } = flag
      const change = before === undefined ? null : changeOfLevel(before.flags[sign].heldLevel, heldLevel)
      if (heldLevel === 'none' && change === null && level !== 'insufficient-data') return []
      return [{ sign, level, heldLevel, onset: heldLevel === 'none' ? null : onset, change }]
    })
    .toSorted((a, b) => rank(b.heldLevel) - rank(a.heldLevel))
}

function rank(level: FlagLevel): number {
  return ['none', 'watch', 'warning', 'critical'].indexOf(level)
}
