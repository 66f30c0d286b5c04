import type { DatedFacts } from '../dated-facts.ts'
import { type FlagReading, flagReading, pointStreaks } from '../flag-reading.ts'
import { type FlagState, quietFlag, stepFlag } from '../flag-level.ts'
import { engine, type Parameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import { dayFromNumber } from '../../values/day.ts'
import type { Day } from '../../values/day.ts'
import { firstDayNumber } from '../../values/month.ts'
import { type DormancyReading, readDormancy } from './dormancy.ts'
import { type GapReading, readGap } from './gap.ts'
import { formingThrough, jointBeginning, type LifeStage } from './life-stage.ts'
import { memberActs } from './member-acts.ts'
import { type NoveltyReading, readNovelty } from './novelty.ts'
import { type ParticipationReading, readParticipation } from './participation.ts'
import { type PipelineMonth, type PipelineReading, readPipeline } from './pipeline.ts'
import { type RenewalReading, readRenewal } from './renewal.ts'
import { runningInitiatives } from './running-initiatives.ts'
import { startDays } from './start-days.ts'
import { tieWindows } from './tie-windows.ts'

export interface StagnationFamilies {
  readonly renewal: RenewalReading
  readonly gap: GapReading
  readonly novelty: NoveltyReading
  readonly participation: ParticipationReading
  readonly pipeline: PipelineReading
}

export interface StagnationReading extends FlagReading {
  readonly lifeStage: LifeStage
  /** While forming, its last day as far as it can be told. */
  readonly formingThrough: Day | null
  /** A closing network is expected to fall silent: its reading informs and calls for nothing. */
  readonly isInformationOnly: boolean
  readonly families: StagnationFamilies
  readonly reported: { readonly dormancy: DormancyReading }
}

/** The first day of the month of the first start sees no start yet; it is the first month-end of the history. */
const NONE_ACTIVE_AT_THE_FIRST_MONTH = 0

/** Takes months in order; each call absorbs the month before and reads the first day of the given one. */
export type StagnationFold = (month: number, unreadable: Reason | null) => StagnationReading

/** NETWORK-STAGNATION as a fold over months: five families of 0 to 2 points, their sum and the flag. Source: docs/indicators.md §4A, §7. */
export function stagnationFold(facts: DatedFacts, parameters: Parameters): StagnationFold {
  const lines = parameters.stagnation
  const starts = startDays()
  const ties = tieWindows(lines)
  const beginning = jointBeginning(lines)
  const members = memberActs(lines.quietDays, (organisationId) => running.isActive(organisationId))
  const running = runningInitiatives(lines.quietDays, members.review)
  const durations = new Map<number, readonly number[]>()
  const activeMonths: number[] = []
  const pipelineMonths: PipelineMonth[] = []
  const streaks = pointStreaks()
  let flag: FlagState = quietFlag

  const absorb = (month: number) => {
    const monthFacts = facts.at(month - 1)
    starts.absorb(month - 1, monthFacts)
    ties.moveTo(month, monthFacts)
    beginning.absorb(monthFacts)
    members.moveTo(month, monthFacts)
    running.moveTo(month, monthFacts)
    durations.set(
      month - 1,
      monthFacts.starts.flatMap(({ startedOn, plannedEndOn }) =>
        plannedEndOn === null ? [] : [(plannedEndOn - startedOn) / lines.daysPerMonth],
      ),
    )
    durations.delete(month - 1 - lines.pipeline.durationMonths)
  }

  const readFamilies = (month: number): StagnationFamilies => {
    const first = starts.firstMonth()
    const historyMonths = first === null ? null : month - first
    const hasHistory = isLongEnough(historyMonths, first === null ? 0 : starts.startsIn(first, month), lines)
    const beyond = Array.from({ length: lines.pipeline.horizonMonths.most + 1 }, (_, horizon) =>
      horizon < lines.pipeline.horizonMonths.least ? 0 : running.runningBeyond(month, horizon),
    )
    const pipelineNow = { running: running.running(), beyond }
    const activeNow = running.partnersActive()
    if (first !== null && activeMonths.length === 0) activeMonths.push(NONE_ACTIVE_AT_THE_FIRST_MONTH)
    const families = {
      renewal: readRenewal(starts, month, lines),
      gap: readGap(starts, month, hasHistory, lines),
      novelty: readNovelty(ties.read(), historyMonths, lines),
      participation: readParticipation(activeNow, activeMonths, hasHistory, lines),
      pipeline: readPipeline(pipelineNow, pipelineMonths, [...durations.values()].flat(), hasHistory, lines),
    }
    if (first !== null) {
      activeMonths.push(activeNow)
      pipelineMonths.push(pipelineNow)
    }
    return families
  }

  return (month, unreadable) => {
    absorb(month)
    const read = readFamilies(month)
    const families = unreadable === null ? read : unreadFamilies(read, unreadable)
    const points = {
      renewal: families.renewal.points,
      gap: families.gap.points,
      novelty: families.novelty.points,
      participation: families.participation.points,
      pipeline: families.pipeline.points,
    }
    const readable = Object.values(points).filter((value) => value !== null)
    const score =
      readable.length < lines.leastReadableFamilies ? null : readable.reduce((sum, value) => sum + value, 0 as number)
    streaks.add(month, points)

    const through = formingThrough(beginning.begunOn(), lines)
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
    const isClosing = facts.history.lifeStage === 'closing'
    const isKnown = facts.history.memberships !== null && unreadable === null
    const lastStart = starts.lastStartOn()
    return {
      ...flagReading({
        before,
        step,
        month,
        score,
        reason: score !== null ? null : (unreadable ?? (readable.length === 0 ? 'no-history' : 'too-few')),
        isCapped: isForming,
        points,
        evidenceOnset: earlier(streaks.earliest(), families.gap.points ? families.gap.lastStartOn : null),
        contributors: {
          lastStartOn: lastStart === null ? null : dayFromNumber(lastStart),
          startsInWindow: families.renewal.now,
          partnersActive: families.participation.now,
          dormantMemberIds: isKnown ? members.dormantIds() : null,
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

/** A year of history removes the season; so many starts in less than a year may be judged sooner. Source: docs/adr/0011. */
function isLongEnough(historyMonths: number | null, starts: number, lines: Parameters['stagnation']): boolean {
  return (
    historyMonths !== null && (historyMonths >= lines.leastHistoryMonths || starts >= lines.leastStartsInShorterHistory)
  )
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
