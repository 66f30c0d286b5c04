import { concentration } from '../funding/concentration.ts'
import { compareRatio } from '../statistics/threshold.ts'
import { wilsonInterval } from '../statistics/wilson.ts'
import type { SecondaryParameters } from './secondary-parameters.ts'
import { levelOf, share, type Signal, type SignalLevel, unread, worst } from './signal.ts'

export interface PlacesInputs {
  /** Halves of partner-minutes of the window. Null where bookings or spaces are not kept. */
  readonly physicalHalves: number
  readonly allHalves: number
  readonly meetings: number
  readonly meetingsOfUnknownKind: number
  /** Minutes of the window by host. */
  readonly byHost: ReadonlyMap<string, number>
  readonly held: number
  readonly lost: number
  /** Physical or hybrid spaces offered on any day of the last six months; null where that reaches back before the first fact. */
  readonly doors: number | null
}

const CRITICAL = 3
const MINUTES_PER_HOUR = 60

/**
 * Physical and digital balance: physical partner-hours of all partner-hours of 12 months; a hybrid meeting is split by the heads
 * counted in the room, half and half where nobody counted. No physical or hybrid space for six months is critical. value: that share,
 * 0..1. n: meetings in spaces of known kind. Source: docs/indicators.md §6; docs/adr/0073.
 */
export function readPlaces(inputs: PlacesInputs | null, lines: SecondaryParameters['places']): Signal {
  if (inputs === null) return unread('unknown-source')
  const { physicalHalves, allHalves, held, lost } = inputs
  const parts = {
    physicalShare:
      allHalves === 0
        ? null
        : levelOf(lines.physicalShare, (line) => compareRatio(physicalHalves, allHalves, line) < 0),
    noDoor: inputs.doors === null ? null : ((inputs.doors === 0 ? CRITICAL : 0) as SignalLevel),
  }
  const score = worst(parts)
  const hosts = concentration([...inputs.byHost.values()])
  return {
    score,
    ...(score === null ? { reason: 'zero-denominator' as const } : {}),
    value: share(physicalHalves, allHalves),
    interval: null,
    n: inputs.meetings,
    parts,
    contributors: {
      hosts: [...inputs.byHost]
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .slice(0, 3)
        .map(([organisationId, minutes]) => ({ organisationId, hours: minutes / MINUTES_PER_HOUR })),
    },
    reported: {
      hasNoDigitalAccess: allHalves === 0 ? null : compareRatio(physicalHalves, allHalves, lines.noDigitalAbove) > 0,
      hosts: hosts.n,
      hostsAbsenceFactor: hosts.absenceFactor,
      lostShare: share(lost, held + lost),
      lostInterval: wilsonInterval(lost, held + lost),
      bookings: held + lost,
      meetingsOfUnknownKind: inputs.meetingsOfUnknownKind,
      doors: inputs.doors,
    },
    persons: null,
  }
}
