import type { DatedFacts } from '../dated-facts.ts'
import type { Parameters } from '../parameters.ts'
import type { Day } from '../../values/day.ts'
import { type GapReading, readGap } from './gap.ts'
import { jointBeginning } from './life-stage.ts'
import { memberActs, type MemberActs } from './member-acts.ts'
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

/** Takes months in order and reads the families of any of them, without the memory of a flag. */
export interface StagnationReader {
  /** Absorbs the month before; `isRemembered` keeps what the medians of the 24 months after it need. */
  readonly moveTo: (month: number, isRemembered?: boolean) => void
  /** The families at the first day of the month last moved to. */
  readonly read: () => StagnationFamilies
  readonly lastStartOn: () => number | null
  readonly begunOn: () => Day | null
  readonly members: MemberActs
}

/** The first day of the month of the first start sees no start yet; it is the first month-end of the history. */
const NONE_ACTIVE_AT_THE_FIRST_MONTH = 0

/** What the five families of NETWORK-STAGNATION are read from, kept up month by month. Source: docs/indicators.md §4A. */
export function stagnationReader(facts: DatedFacts, parameters: Parameters): StagnationReader {
  const lines = parameters.stagnation
  const starts = startDays()
  const ties = tieWindows(lines)
  const beginning = jointBeginning(lines)
  const members = memberActs(lines.quietDays, (organisationId) => running.isActive(organisationId))
  const running = runningInitiatives(lines.quietDays, members.review)
  const durations = new Map<number, readonly number[]>()
  const activeMonths: number[] = []
  const pipelineMonths: PipelineMonth[] = []
  let at = -Infinity

  const pipelineNow = (): PipelineMonth => ({
    running: running.running(),
    beyond: Array.from({ length: lines.pipeline.horizonMonths.most + 1 }, (_, horizon) =>
      horizon < lines.pipeline.horizonMonths.least ? 0 : running.runningBeyond(at, horizon),
    ),
  })

  return {
    moveTo(month, isRemembered = true) {
      if (starts.firstMonth() !== null && isRemembered) {
        activeMonths.push(running.partnersActive())
        pipelineMonths.push(pipelineNow())
      }
      const monthFacts = facts.at(month - 1)
      starts.absorb(month - 1, monthFacts)
      if (starts.firstMonth() === month - 1) activeMonths.push(NONE_ACTIVE_AT_THE_FIRST_MONTH)
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
      at = month
    },
    read() {
      const first = starts.firstMonth()
      const historyMonths = first === null ? null : at - first
      const hasHistory = isLongEnough(historyMonths, first === null ? 0 : starts.startsIn(first, at), lines)
      return {
        renewal: readRenewal(starts, at, lines),
        gap: readGap(starts, at, hasHistory, lines),
        novelty: readNovelty(ties.read(), historyMonths, lines),
        participation: readParticipation(running.partnersActive(), activeMonths, hasHistory, lines),
        pipeline: readPipeline(pipelineNow(), pipelineMonths, [...durations.values()].flat(), hasHistory, lines),
      }
    },
    lastStartOn: starts.lastStartOn,
    begunOn: beginning.begunOn,
    members,
  }
}

/** Points 0..2 by family; null where a family is not readable. */
export function pointsOf(families: StagnationFamilies): Record<keyof StagnationFamilies, number | null> {
  return {
    renewal: families.renewal.points,
    gap: families.gap.points,
    novelty: families.novelty.points,
    participation: families.participation.points,
    pipeline: families.pipeline.points,
  }
}

/** The sum of the points, 0..10; null where fewer than two families can be read. Source: docs/indicators.md §4A. */
export function stagnationScore(families: StagnationFamilies, lines: Parameters['stagnation']): number | null {
  const readable = Object.values(pointsOf(families)).filter((value) => value !== null)
  return readable.length < lines.leastReadableFamilies ? null : readable.reduce((sum, value) => sum + value, 0)
}

/** A year of history removes the season; so many starts in less than a year may be judged sooner. Source: docs/adr/0011. */
function isLongEnough(historyMonths: number | null, starts: number, lines: Parameters['stagnation']): boolean {
  return (
    historyMonths !== null && (historyMonths >= lines.leastHistoryMonths || starts >= lines.leastStartsInShorterHistory)
  )
}
