import type { Month } from '../values/month.ts'
import type { FlagReading } from './flag-reading.ts'
import type { Timeline } from './timeline.ts'

/** What a flag said at one time: its level, the level it held, and the score behind it. */
export type FlagSaid = Pick<FlagReading, 'level' | 'heldLevel' | 'score'>

export interface BothFlagsSaid {
  readonly stagnation: FlagSaid
  readonly funding: FlagSaid
}

export interface RevisedMonth {
  readonly month: Month
  readonly then: BothFlagsSaid
  readonly now: BothFlagsSaid
}

/** As much of a timeline as a comparison needs: kept readings have it too. */
export interface SaidMonths {
  readonly months: readonly (BothFlagsSaid & { readonly month: Month })[]
}

/**
 * The months that both timelines have and in which a flag shows another level now than it did then, in order. A level held without a
 * reading is another level than the same one read. Scores alone do not make a revision: what was said is the level.
 * Source: docs/indicators.md §7 rule 8.
 */
export function revisedMonths(then: SaidMonths | Timeline, now: SaidMonths | Timeline): readonly RevisedMonth[] {
  const presentByMonth = new Map(now.months.map((one) => [one.month, one]))
  return then.months.flatMap((past) => {
    const present = presentByMonth.get(past.month)
    if (!present) return []
    if (isSame(past.stagnation, present.stagnation) && isSame(past.funding, present.funding)) return []
    return [{ month: past.month, then: bothOf(past), now: bothOf(present) }]
  })
}

function isSame(a: FlagSaid, b: FlagSaid): boolean {
  return a.level === b.level && a.heldLevel === b.heldLevel
}

function bothOf({ stagnation, funding }: BothFlagsSaid): BothFlagsSaid {
  return { stagnation: saidOf(stagnation), funding: saidOf(funding) }
}

function saidOf({ level, heldLevel, score }: FlagSaid): FlagSaid {
  return { level, heldLevel, score }
}
