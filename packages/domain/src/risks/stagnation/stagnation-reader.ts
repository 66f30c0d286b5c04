import type { DatedFacts } from '../dated-facts.ts'
import type { Parameters } from '../parameters.ts'
import type { Day } from '../../values/day.ts'
import { type Numbered, numbered } from '../numbered.ts'
import { type GapReading, readGap } from './gap.ts'
import { counted, nothingCounted, type SortedCounts } from '../statistics/sorted-counts.ts'
import { type JointBeginning, jointBeginning } from './life-stage.ts'
import { memberActs, type MemberActs } from './member-acts.ts'
import { type NoveltyReading, readNovelty } from './novelty.ts'
import { type ParticipationReading, readParticipation } from './participation.ts'
import { type PipelineMonth, type PipelineReading, readPipeline } from './pipeline.ts'
import { type RenewalReading, readRenewal } from './renewal.ts'
import { nothingRuns, type RunningInitiatives, runningInitiatives } from './running-initiatives.ts'
import { type StartDays, startDays } from './start-days.ts'
import { noTies, type TieWindows, tieWindows } from './tie-windows.ts'

export interface StagnationFamilies {
  readonly renewal: RenewalReading
  readonly gap: GapReading
  readonly novelty: NoveltyReading
  readonly participation: ParticipationReading
  readonly pipeline: PipelineReading
}

/** Takes months in order and reads the families of any of them, without the memory of a flag. */
export interface StagnationReader {
  /** Absorbs the month before. With `readFrom` no earlier month is read: what no reading from there on rests on is not kept. */
  readonly moveTo: (month: number, readFrom?: number) => void
  /** The families at the first day of the month last moved to. */
  readonly read: () => StagnationFamilies
  readonly lastStartOn: () => number | null
  readonly begunOn: () => Day | null
  readonly members: MemberActs
  /** A reader that stands where this one stands and goes its own way from there. */
  readonly copy: () => StagnationReader
}

interface ReaderState {
  readonly organisations: Numbered
  readonly initiatives: Numbered
  readonly starts: ReturnType<StartDays['state']>
  readonly ties: ReturnType<TieWindows['state']>
  readonly beginning: ReturnType<JointBeginning['state']>
  readonly members: ReturnType<MemberActs['state']>
  readonly running: ReturnType<RunningInitiatives['state']>
  readonly durations: SortedCounts
  readonly activeMonths: readonly number[]
  readonly pipelineMonths: readonly PipelineMonth[]
  readonly at: number
}

/** The first day of the month of the first start sees no start yet; it is the first month-end of the history. */
const NONE_ACTIVE_AT_THE_FIRST_MONTH = 0

/** What the five families of NETWORK-STAGNATION are read from, kept up month by month. Source: docs/indicators.md §4A. */
export function stagnationReader(
  facts: DatedFacts,
  parameters: Parameters,
  from: ReaderState | null = null,
): StagnationReader {
  const lines = parameters.stagnation
  const starts = startDays(from?.starts)
  const beginning = jointBeginning(lines, from?.beginning)
  const organisations = from?.organisations ?? numbered()
  const initiatives = from?.initiatives ?? numbered()
  const ties = tieWindows(lines, from?.ties ?? noTies(organisations, initiatives))
  const members = memberActs(lines.quietDays, organisations, (number) => running.isActive(number), from?.members)
  const running = runningInitiatives(
    lines.quietDays,
    organisations,
    members.review,
    null,
    from?.running ?? nothingRuns(initiatives),
  )
  let durations = from?.durations ?? nothingCounted
  let activeMonths = from?.activeMonths ?? []
  let pipelineMonths = from?.pipelineMonths ?? []
  let at = from?.at ?? -Infinity

  const pipelineNow = (): PipelineMonth => ({
    running: running.running(),
    beyond: running.runningBeyond(at, lines.pipeline.horizonMonths.most),
  })
  const remembered = <Value>(months: readonly Value[], now: Value) => [...months, now].slice(-lines.baseMonths)
  const plannedDays = (month: number) =>
    facts
      .at(month)
      .starts.flatMap(({ startedOn, plannedEndOn }) => (plannedEndOn === null ? [] : [plannedEndOn - startedOn]))

  return {
    moveTo(month, readFrom = month) {
      if (starts.firstMonth() !== null && month > readFrom - lines.baseMonths) {
        activeMonths = remembered(activeMonths, running.partnersActive())
        pipelineMonths = remembered(pipelineMonths, pipelineNow())
      }
      const monthFacts = facts.at(month - 1)
      starts.absorb(month - 1, monthFacts)
      if (starts.firstMonth() === month - 1) activeMonths = [NONE_ACTIVE_AT_THE_FIRST_MONTH]
      ties.moveTo(month, monthFacts, readFrom)
      beginning.absorb(monthFacts)
      members.moveTo(month, monthFacts)
      running.moveTo(month, monthFacts)
      durations = counted(durations, plannedDays(month - 1), 1)
      durations = counted(durations, plannedDays(month - 1 - lines.pipeline.durationMonths), -1)
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
        pipeline: readPipeline(pipelineNow(), pipelineMonths, durations, hasHistory, lines),
      }
    },
    lastStartOn: starts.lastStartOn,
    begunOn: beginning.begunOn,
    members,
    copy: () =>
      stagnationReader(facts, parameters, {
        organisations,
        initiatives,
        starts: starts.state(),
        ties: ties.state(),
        beginning: beginning.state(),
        members: members.state(),
        running: running.state(),
        durations,
        activeMonths,
        pipelineMonths,
        at,
      }),
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
