import { type Month, monthIndex } from '../values/month.ts'
import type { Day } from '../values/day.ts'
import { type FlagLevel, flagLevels } from './flag-level.ts'
import type { FlagReading } from './flag-reading.ts'

/** One stretch of time in which a flag was up. */
export interface Episode {
  /** First reading in the window that called for any level. */
  readonly onset: Month
  /** The reading with which the flag rose. */
  readonly raisedIn: Month
  /** Since when the change underneath had been visible when it rose. */
  readonly evidenceOnset: Day | null
  readonly peak: FlagLevel
  /** The reading with which it cleared; null while it is up. */
  readonly clearedIn: Month | null
  /** Readings with which it rose again within the time that makes it the same episode. */
  readonly reopenedIn: readonly Month[]
}

/** As much of a month's flag as an episode is made of. */
export type EpisodeReading = Pick<FlagReading, 'heldLevel' | 'onset' | 'evidenceOnset'>

/**
 * The episodes of a flag in a series of months, in order, the oldest first. Silence neither begins nor ends one: the level held counts. A flag that
 * rises again within `reopenWithinMonths` of clearing goes on with the same episode. Source: docs/indicators.md §7 rules 4 and 6.
 */
export function episodesOf(
  months: readonly { readonly month: Month; readonly flag: EpisodeReading }[],
  reopenWithinMonths: number,
): Episode[] {
  const episodes: Episode[] = []
  let isUp = false
  for (const { month, flag } of months) {
    const wasUp = isUp
    isUp = flag.heldLevel !== 'none'
    const last = episodes.at(-1)
    if (isUp && !wasUp) {
      const reopens = last?.clearedIn && monthIndex(month) - monthIndex(last.clearedIn) <= reopenWithinMonths
      if (last && reopens) replaceLast(episodes, { ...last, clearedIn: null, reopenedIn: [...last.reopenedIn, month] })
      else episodes.push(opened(month, flag))
    }
    const open = episodes.at(-1)
    if (isUp && open && rank(flag.heldLevel) > rank(open.peak)) replaceLast(episodes, { ...open, peak: flag.heldLevel })
    if (!isUp && wasUp && last) replaceLast(episodes, { ...last, clearedIn: month })
  }
  return episodes
}

/** The episode a month lies in: from its onset to the reading that cleared it, the time between a clearing and a reopening included. */
export function episodeOf(episodes: readonly Episode[], month: Month): Episode | null {
  return (
    episodes.findLast(({ onset, clearedIn }) => onset <= month && (clearedIn === null || month < clearedIn)) ?? null
  )
}

function opened(month: Month, { onset, evidenceOnset, heldLevel }: EpisodeReading): Episode {
  return {
    onset: onset ?? month,
    raisedIn: month,
    evidenceOnset,
    peak: heldLevel,
    clearedIn: null,
    reopenedIn: [],
  }
}

function replaceLast(episodes: Episode[], episode: Episode): void {
  episodes[episodes.length - 1] = episode
}

function rank(level: FlagLevel): number {
  return flagLevels.indexOf(level)
}
