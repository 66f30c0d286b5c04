import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import { type FlagLevel, flagLevels } from './flag-level.ts'

/** What people can do about a raised flag. Nothing of it moves the level; it changes who is told. */
export const handlingKinds = ['acknowledge', 'mitigate', 'accept', 'dismiss'] as const
export type HandlingKind = (typeof handlingKinds)[number]

/** How a flag stands with those who look after it. */
export const handlingStates = ['clear', 'open', 'acknowledged', 'mitigating', 'accepted', 'dismissed'] as const
export type HandlingState = (typeof handlingStates)[number]

/** What somebody did about a flag, as it is kept. */
export interface Handling {
  readonly kind: HandlingKind
  /** Month of the reading it answered. */
  readonly month: Month
  /** The level the flag held then. */
  readonly level: FlagLevel
  /** Last day an acceptance holds. */
  readonly untilOn: Day | null
}

const stateOf: Readonly<Record<HandlingKind, HandlingState>> = {
  acknowledge: 'acknowledged',
  mitigate: 'mitigating',
  accept: 'accepted',
  dismiss: 'dismissed',
}

/** What holds of the handling of a flag, and where it no longer does, why. */
export interface HandlingInForce<Row extends Handling> {
  readonly state: HandlingState
  readonly last: Row | null
  readonly reopenedBecause: 'level-rose' | 'acceptance-ended' | null
}

/**
 * What was last done about a flag since it is up, as far as it still holds: not for a level that has risen since, nor beyond the last
 * day of an acceptance. `onset` as the reading has it; `rows` oldest first. What was done before the flag last rose is history.
 */
export function handlingInForce<Row extends Handling>(
  { onset, heldLevel }: { readonly onset: Month | null; readonly heldLevel: FlagLevel },
  rows: readonly Row[],
  today: Day,
): HandlingInForce<Row> {
  if (heldLevel === 'none') return { state: 'clear', last: null, reopenedBecause: null }
  const last = rows.findLast(({ month }) => onset === null || month >= onset) ?? null
  if (last === null) return { state: 'open', last, reopenedBecause: null }
  if (rank(heldLevel) > rank(last.level)) return { state: 'open', last, reopenedBecause: 'level-rose' }
  if (last.kind === 'accept' && (last.untilOn === null || last.untilOn < today))
    return { state: 'open', last, reopenedBecause: 'acceptance-ended' }
  return { state: stateOf[last.kind], last, reopenedBecause: null }
}

/** Whether a flag in this state is to be put before people again: nobody has said anything about it, or what was said no longer holds. */
export function isLoud(state: HandlingState): boolean {
  return state === 'open'
}

function rank(level: FlagLevel): number {
  return flagLevels.indexOf(level)
}
