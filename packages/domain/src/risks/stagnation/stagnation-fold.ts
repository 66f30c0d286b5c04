import type { DatedFacts } from '../dated-facts.ts'
import type { History } from '../history.ts'
import { type FlagReading, flagReading, type FlagStand, type PointStreaks, pointStreaks } from '../flag-reading.ts'
import { type FlagState, quietFlag, stepFlag } from '../flag-level.ts'
import { engine, type Parameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import { dayFromNumber, dayNumber } from '../../values/day.ts'
import type { Day } from '../../values/day.ts'
import { firstDayNumber } from '../../values/month.ts'
import { type DormancyReading, readDormancy } from './dormancy.ts'
import { formingThrough, type LifeStage } from './life-stage.ts'
import {
  pointsOf,
  type StagnationFamilies,
  type StagnationReader,
  stagnationReader,
  stagnationScore,
} from './stagnation-reader.ts'

export interface StagnationReading extends FlagReading {
  readonly lifeStage: LifeStage
  /** While forming, its last day as far as it can be told. */
  readonly formingThrough: Day | null
  /** A closing network is expected to fall silent: its reading informs and calls for nothing. */
  readonly isInformationOnly: boolean
  readonly families: StagnationFamilies
  readonly reported: { readonly dormancy: DormancyReading }
}

export interface StagnationFold {
  /** Takes months in order; each call absorbs the month before and reads the first day of the given one. */
  readonly next: (month: number, unreadable: Reason | null) => StagnationReading
  /** As `next` for a month of which no more is asked than where the flag stands. */
  readonly pass: (month: number, unreadable: Reason | null) => FlagStand
  /** A fold that stands where this one stands and goes its own way from there. */
  readonly copy: () => StagnationFold
}

interface FoldState {
  readonly reader: StagnationReader
  readonly streaks: PointStreaks
  readonly flag: FlagState
}

/** NETWORK-STAGNATION as a fold over months: five families of 0 to 2 points, their sum and the flag. Source: docs/indicators.md §4A, §7. */
export function stagnationFold(facts: DatedFacts, parameters: Parameters, from?: FoldState): StagnationFold {
  const lines = parameters.stagnation
  const reader = from?.reader ?? stagnationReader(facts, parameters)
  const { members } = reader
  const streaks = from?.streaks ?? pointStreaks()
  let flag = from?.flag ?? quietFlag

  return {
    next: (month, unreadable) => reading(moveOn(month, unreadable)),
    pass(month, unreadable) {
      const { score, step } = moveOn(month, unreadable)
      return { level: step.state.level, score }
    },
    copy: () => stagnationFold(facts, parameters, { reader: reader.copy(), streaks: streaks.copy(), flag }),
  }

  function moveOn(month: number, unreadable: Reason | null) {
    reader.moveTo(month)
    const read = reader.read()
    const families = unreadable === null ? read : unreadFamilies(read, unreadable)
    const points = pointsOf(families)
    const score = stagnationScore(families, lines)
    streaks.add(month, points)
    const through = formingThrough(reader.begunOn(), lines)
    const isForming = through === null || dayFromNumber(firstDayNumber(month)) <= through
    const before = flag
    const step = stepFlag(
      before,
      month,
      score,
      parameters.flags.stagnation,
      parameters.flags,
      isForming ? 'watch' : null,
    )
    flag = step.state
    return { month, unreadable, families, points, score, through, isForming, before, step }
  }

  function reading(moved: ReturnType<typeof moveOn>): StagnationReading {
    const { month, unreadable, families, points, score, through, isForming, before, step } = moved
    const isReadable = Object.values(points).some((value) => value !== null)
    const isClosing = isClosingAt(facts.history, month)
    const isKnown = facts.history.memberships !== null && unreadable === null
    const lastStart = reader.lastStartOn()
    return {
      ...flagReading({
        before,
        step,
        month,
        score,
        reason: score !== null ? null : (unreadable ?? (isReadable ? 'too-few' : 'no-history')),
        isCapped: isForming,
        points,
        evidenceOnset: earlier(streaks.earliest(), families.gap.points ? families.gap.lastStartOn : null),
        contributors: {
          lastStartOn: lastStart === null ? null : dayFromNumber(lastStart),
          startsInWindow: families.renewal.now,
          partnersActive: families.participation.now,
          dormantMemberIds: isKnown && step.kind !== null ? members.dormantIds() : null,
        },
        dataCompleteThrough: facts.history.dataCompleteThrough,
        rule: `network-stagnation ${engine} ${parameters.version}`,
        thresholds: parameters.flags.stagnation,
        staleAfterMonths: parameters.flags.staleAfterMonths,
      }),
      lifeStage: isClosing ? 'closing' : isForming ? 'forming' : 'running',
      formingThrough: isForming ? through : null,
      isInformationOnly: isClosing,
      families,
      reported: { dormancy: dormancyReading(isKnown, unreadable) },
    }
  }

  function dormancyReading(isKnown: boolean, unreadable: Reason | null): DormancyReading {
    const reading = readDormancy(members.members(), members.dormant(), isKnown, lines)
    return unreadable === null ? reading : { ...reading, n: 0, reason: unreadable }
  }
}

/** Whether the network has said, before the first day of the month, that it closes. */
function isClosingAt({ lifeStage, closingSince = null }: History, month: number): boolean {
  return closingSince === null ? lifeStage === 'closing' : dayNumber(closingSince) < firstDayNumber(month)
}

function unreadFamilies(families: StagnationFamilies, reason: Reason): StagnationFamilies {
  const unread = <Family extends object>(family: Family) =>
    Object.fromEntries(Object.keys(family).map((key) => [key, key === 'n' ? 0 : null])) as Family
  return {
    renewal: { ...unread(families.renewal), points: null, n: 0, reason },
    gap: { ...unread(families.gap), points: null, n: 0, reason },
    novelty: { ...unread(families.novelty), points: null, n: 0, reason },
    participation: { ...unread(families.participation), points: null, n: 0, reason },
    pipeline: { ...unread(families.pipeline), points: null, n: 0, reason },
  }
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b
  return b === null || a < b ? a : b
}
