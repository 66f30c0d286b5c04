import { parameters } from '../risks/parameters.ts'
import { addDays, type Day } from '../values/day.ts'
import type { Engagement } from './engagements.ts'

/** Days without an act after which a partner is quiet. Source: docs/adr/0065. */
export const quietAfterDays = 90
/** Days without an act after which a partner that nothing carries is dormant; the same number as the engine's. */
export const dormantAfterDays = parameters.stagnation.quietDays

/** What the engagement of an active member is told from. */
export interface Heard {
  /** Day of its last act: took up an initiative, booked, hosted, pledged, paid; null where there is none. */
  readonly lastActOn: Day | null
  /** First day of its present active membership; null where unknown. */
  readonly memberSince: Day | null
  /** Whether an initiative it takes part in runs, as the engine tells it. */
  readonly isInRunning: boolean
}

/**
 * How an active member stands at the end of a day. Active: an act within the last 90 days, or a member for no longer. Quiet: none for
 * 90 days. Dormant: none for 180, and no initiative it takes part in runs; this is the engine's dormancy, but for newcomers, who have
 * 180 days to do something. Derived; never a fact of its own. Source: docs/adr/0065, docs/indicators.md §3, §4A.
 */
export function engagementOf({ lastActOn, memberSince, isInRunning }: Heard, today: Day): Engagement {
  const silentSince = silenceFrom({ lastActOn, memberSince })
  if (silentSince !== null && addDays(silentSince, quietAfterDays) >= today) return 'active'
  if (isInRunning) return 'quiet'
  return silentSince !== null && addDays(silentSince, dormantAfterDays) >= today ? 'quiet' : 'dormant'
}

/** The day since which nothing was heard: the last act, or the beginning of the membership where that is later. */
export function silenceFrom({ lastActOn, memberSince }: Pick<Heard, 'lastActOn' | 'memberSince'>): Day | null {
  if (lastActOn === null || memberSince === null) return lastActOn ?? memberSince
  return lastActOn > memberSince ? lastActOn : memberSince
}
