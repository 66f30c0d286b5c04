import { type FlagLevel, quietFlag, stepFlag } from '../../packages/domain/src/risks/flag-level.ts'
import { parameters } from '../../packages/domain/src/risks/parameters.ts'
import { rateDropProbability } from '../../packages/domain/src/risks/statistics/rate-drop.ts'
import { alwaysGreen, fallingTrend, floorOf, gapAbove, halved } from './baselines.ts'
import type { DataFolder } from './data-folder.ts'
import { calledSignals } from './detector.ts'
import { type Tally, tallyOfOutcome } from './metrics.ts'
import type { Signals } from './signals.ts'

/** A community known by monthly counts and its outcome. */
export interface LabelledCommunity {
  readonly isDissolved: boolean
  /** Whether the record reaches the outcome. */
  readonly isEndSeen: boolean
  readonly activePeople: readonly number[]
  readonly commits: readonly number[]
  readonly ties: readonly number[]
}

/** Below this a community is too short to be judged. */
const LEAST_MONTHS = 6
const RECENT = 3
const LEAST_BASE = 9
const MOST_BASE = 12
const DAYS_PER_MONTH = 30.4375
const THRESHOLDS = {
  watch: { enter: 2, leave: 1 },
  warning: { enter: 3, leave: 2 },
  critical: { enter: 4, leave: 3 },
}

export async function labelledCommunities(folder: DataFolder): Promise<LabelledCommunity[]> {
  const monthly = (await folder.rows('monthly.csv')) ?? []
  return ((await folder.rows('projects.csv')) ?? []).flatMap((project) => {
    const months = monthly
      .filter((row) => row['project'] === project['project'])
      .sort((a, b) => Number(a['month']) - Number(b['month']))
    if (months.length < LEAST_MONTHS) return []
    const column = (name: string) => months.map((row) => Number(row[name]))
    return [
      {
        isDissolved: project['status'] === 'Retired',
        isEndSeen: project['censored_at_30'] !== '1',
        activePeople: column('active_devs'),
        commits: column('num_commits'),
        ties: column('e_edges'),
      },
    ]
  })
}

/**
 * Points of the latest of some months of counts, 0 to 6; null before the third month. Active people in the mean of three months: below
 * 3 two points, below 5 one; their fall against the 9 to 12 months before: two where P(halved) ≥ 0.9, one where P(below 0.75) ≥ 0.9;
 * the fall of ties, P(halved) ≥ 0.9, one; three months without a commit, one.
 */
export function pointsOf(community: LabelledCommunity, month: number): number | null {
  if (month + 1 < RECENT) return null
  const sumOver = (counts: readonly number[], from: number, to: number) =>
    counts.slice(Math.max(0, from), to).reduce((sum, count) => sum + count, 0)
  const recentFrom = month + 1 - RECENT
  const baseMonths = Math.min(MOST_BASE, recentFrom)
  const hasFallen = (counts: readonly number[], ratio: number) =>
    baseMonths >= LEAST_BASE &&
    rateDropProbability(
      { count: sumOver(counts, recentFrom, month + 1), months: RECENT },
      { count: sumOver(counts, recentFrom - baseMonths, recentFrom), months: baseMonths },
      ratio,
    ) >= 0.9
  const { activePeople, commits, ties } = community
  const active = sumOver(activePeople, recentFrom, month + 1)
  const breadth = active < 3 * RECENT ? 2 : active < 5 * RECENT ? 1 : 0
  const fall = hasFallen(activePeople, 0.5) ? 2 : hasFallen(activePeople, 0.75) ? 1 : 0
  return breadth + fall + (hasFallen(ties, 0.5) ? 1 : 0) + (sumOver(commits, recentFrom, month + 1) === 0 ? 1 : 0)
}

/** Tallies of every detector for one community. */
export function tallyCommunity(community: LabelledCommunity): Map<string, Tally> {
  const steps = flagSteps(community)
  const level = (least: FlagLevel): Signals => {
    const order = ['none', 'watch', 'warning', 'critical']
    return steps.map(({ held, calledLevel }) => ({
      isOn: order.indexOf(held) >= order.indexOf(least),
      isRead: calledLevel !== null,
    }))
  }
  const { activePeople } = community
  const silent = silentDays(community.commits)
  const detectors: [string, Signals][] = [
    ['engine, warning', level('warning')],
    ['engine, watch', level('watch')],
    ['engine, critical', level('critical')],
    ['same points, warning at once', calledSignals(steps, 'warning')],
    ['always green', alwaysGreen(activePeople.length)],
    ['gap > 90 days', gapAbove(90, silent)],
    ['gap > 180 days', gapAbove(180, silent)],
    ['year halved', halved(activePeople, 12)],
    ['quarter below half of the year before', halved(activePeople, 3)],
    ['floor of 5 active', floorOf(5, activePeople, 3)],
    ['MK-12', fallingTrend(activePeople)],
  ]
  return new Map(detectors.map(([name, signals]) => [name, tallyOfOutcome(signals, community)]))
}

/** How often the flag itself moved, by any level, a year of community: what a reader of the levels sees. */
export function levelChangesPerYear(communities: readonly LabelledCommunity[]): number {
  let moves = 0
  let months = 0
  for (const community of communities) {
    const steps = flagSteps(community)
    months += steps.length
    moves += steps.filter(({ held }, month) => held !== (steps[month - 1]?.held ?? 'none')).length
  }
  return (12 * moves) / months
}

function flagSteps(community: LabelledCommunity): { held: FlagLevel; calledLevel: FlagLevel | null }[] {
  let state = quietFlag
  return community.activePeople.map((_, month) => {
    const step = stepFlag(state, month, pointsOf(community, month), THRESHOLDS, parameters.flags)
    state = step.state
    return { held: state.level, calledLevel: step.calledLevel }
  })
}

/** Days since the last month with a commit, counted from its end; null before the first. */
function silentDays(commits: readonly number[]): (number | null)[] {
  let last: number | null = null
  return commits.map((count, month) => {
    if (count > 0) last = month
    return last === null ? null : (month - last) * DAYS_PER_MONTH
  })
}
