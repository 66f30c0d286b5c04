import { concentration } from '../funding/concentration.ts'
import { compareRatio } from '../statistics/threshold.ts'
import { wilsonInterval } from '../statistics/wilson.ts'
import type { SecondaryParameters } from './secondary-parameters.ts'
import { share, type Signal, type SignalLevel, unread } from './signal.ts'

export interface VolunteeringInputs {
  /** Minutes of coordination in the window by how the person is engaged. */
  readonly volunteerMinutes: number
  readonly paidMinutes: number
  readonly unknownMinutes: number
  readonly running: number
  /** Months in a row without a paid coordinator; null where that cannot be told, because somebody's engagement is not known. */
  readonly monthsWithoutPaid: number | null
  /** Months of coordination in the window by volunteer. */
  readonly byVolunteer: ReadonlyMap<string, number>
  /** Volunteers of the 12 months before the window, and those of them who coordinated in it. */
  readonly volunteersBefore: number
  readonly volunteersKept: number
}

const WATCH = 1
const WARNING = 2
const MINUTES_PER_HOUR = 60

/**
 * Volunteering: the share of coordination hours of 12 months given by volunteers; where nobody is paid for six months while five or
 * more initiatives run, warning. Only coordination is meant, not taking part. Hours of people whose engagement is not known are left
 * out. value: that share, 0..1. n: hours read, whole. Source: docs/indicators.md §6; docs/adr/0071.
 */
export function readVolunteering(
  inputs: VolunteeringInputs | null,
  lines: SecondaryParameters['volunteering'],
): Signal {
  if (inputs === null) return unread('unknown-source')
  const { volunteerMinutes, paidMinutes, running, monthsWithoutPaid } = inputs
  const all = volunteerMinutes + paidMinutes
  if (all === 0) return unread('zero-denominator')
  const isReached = compareRatio(volunteerMinutes, all, lines.volunteerShare) >= 0
  const isUnpaid =
    monthsWithoutPaid !== null && monthsWithoutPaid >= lines.noPaidMonths && running >= lines.leastRunning
  const score: SignalLevel = !isReached ? 0 : isUnpaid ? WARNING : WATCH
  return {
    score,
    value: share(volunteerMinutes, all),
    interval: null,
    n: Math.round(all / MINUTES_PER_HOUR),
    parts: { volunteerShare: score },
    contributors: {},
    reported: {
      paidHoursPerRunning: share(paidMinutes / MINUTES_PER_HOUR, running),
      hoursOfUnknownEngagement: inputs.unknownMinutes / MINUTES_PER_HOUR,
    },
    persons: {
      monthsWithoutPaid,
      volunteers: inputs.byVolunteer.size,
      volunteersAbsenceFactor: concentration([...inputs.byVolunteer.values()]).absenceFactor,
      retention: share(inputs.volunteersKept, inputs.volunteersBefore),
      retentionInterval: wilsonInterval(inputs.volunteersKept, inputs.volunteersBefore),
      volunteersBefore: inputs.volunteersBefore,
    },
  }
}
