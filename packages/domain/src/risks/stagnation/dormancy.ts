import type { StagnationParameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import { type Interval, wilsonInterval } from '../statistics/wilson.ts'

export interface DormancyReading {
  /** Members at the reading. */
  readonly n: number
  readonly reason?: Reason
  readonly dormant: number | null
  readonly share: number | null
  readonly interval: Interval | null
}

/**
 * Dormancy, reported and not scored: members without activity for 180 days / members, with its Wilson interval.
 * Null where memberships are not kept or below 8 members. Share 0..1. Source: docs/indicators.md §4A.
 */
export function readDormancy(
  members: number,
  dormant: number,
  isKnown: boolean,
  lines: StagnationParameters,
): DormancyReading {
  if (!isKnown) return { n: 0, reason: 'unknown-source', dormant: null, share: null, interval: null }
  if (members < lines.dormancy.leastMembers)
    return { n: members, reason: 'too-few', dormant: null, share: null, interval: null }
  return { n: members, dormant, share: dormant / members, interval: wilsonInterval(dormant, members) }
}
