import type { Month } from '../values/month.ts'
import type { FlagReading } from './flag-reading.ts'

/** What was said of one flag in one month, as far as a later fact can revise it. */
export interface SaidOfMonth {
  readonly level: FlagReading['level']
  readonly heldLevel: FlagReading['heldLevel']
  readonly score: number | null
}

/** One flag in one month that reads otherwise now than it did then. */
export interface RevisedMonth {
  readonly month: Month
  readonly flag: 'stagnation' | 'funding'
  /** Whether the level itself moved; false where only the score did. */
  readonly isLevelRevised: boolean
  /** As it was said then. */
  readonly said: SaidOfMonth
  /** As it reads with what is known now. */
  readonly known: SaidOfMonth
}

/** As much of a month's reading as the comparison needs: kept ones have it too. */
export interface SaidMonth {
  readonly month: Month
  readonly stagnation: SaidOfMonth
  readonly funding: SaidOfMonth
}

const flags = ['stagnation', 'funding'] as const

/**
 * Compares what was said with what is known now, month by month: the flags whose level, held level or score differ, with both
 * readings. A month that only one of the two knows is not revised. Sorted by month, then stagnation before funding; free of the order
 * of the arguments' months. Source: docs/indicators.md §7 rule 8.
 */
export function revisedMonths(then: readonly SaidMonth[], now: readonly SaidMonth[]): RevisedMonth[] {
  const present = new Map(now.map((reading) => [reading.month, reading]))
  return then
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
    .flatMap((before) => {
      const after = present.get(before.month)
      if (after === undefined) return []
      return flags.flatMap((flag) => revision(before.month, flag, before[flag], after[flag]))
    })
}

function revision(month: Month, flag: RevisedMonth['flag'], then: SaidOfMonth, now: SaidOfMonth): RevisedMonth[] {
  const isLevelRevised = then.level !== now.level || then.heldLevel !== now.heldLevel
  if (!isLevelRevised && then.score === now.score) return []
  return [{ month, flag, isLevelRevised, said: saidOf(then), known: saidOf(now) }]
}

function saidOf({ level, heldLevel, score }: SaidOfMonth): SaidOfMonth {
  return { level, heldLevel, score }
}
