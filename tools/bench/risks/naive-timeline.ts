import type { History } from '../../../packages/domain/src/risks/history.ts'
import { parameters, type FlagThresholds } from '../../../packages/domain/src/risks/parameters.ts'
import type { MonthReading } from '../../../packages/domain/src/risks/timeline.ts'
import { type Month, monthFromIndex, monthIndex } from '../../../packages/domain/src/values/month.ts'
import { naiveFunding } from './naive-funding.ts'
import { naiveStagnation, type Remembered } from './naive-stagnation.ts'

const LEVELS = ['none', 'watch', 'warning', 'critical'] as const

/**
 * The readings of the months from..to, each recomputed from all facts the plain way. Only what the definitions themselves look back on
 * is carried from month to month: the scores, and the counts of running initiatives and active partners for their medians.
 * A reference to measure and check against; no data end, no closing stage.
 */
export function naiveTimeline(history: History, from: Month, to: Month) {
  const remembered: Remembered = { active: new Map(), pipeline: new Map() }
  const scores: { stagnation: (number | null)[]; funding: (number | null)[] } = { stagnation: [], funding: [] }
  const capped: boolean[] = []
  return Array.from({ length: monthIndex(to) - monthIndex(from) + 1 }, (_, index) => {
    const month = monthIndex(from) + index
    const stagnation = naiveStagnation(history, month, remembered)
    const funding = naiveFunding(history, month)
    scores.stagnation.push(stagnation.score)
    scores.funding.push(funding.score)
    capped.push(funding.isCapped)
    return {
      month: monthFromIndex(month),
      stagnation,
      funding,
      fundingLevel: heldLevel(scores.funding, capped, parameters.flags.funding),
    }
  })
}

/** The level after a row of scores, by the rules of docs/indicators.md §7 read off one after the other. */
function heldLevel(scores: readonly (number | null)[], capped: readonly boolean[], lines: FlagThresholds): string {
  const { rise, releaseReadings } = parameters.flags
  let [level, window, below]: [number, number[], number] = [0, [], 0]
  scores.forEach((score, index) => {
    if (score === null) return
    const entered = LEVELS.slice(1).filter((name) => score >= lines[name as 'watch'].enter).length
    const called = capped[index] ? Math.min(1, entered) : entered
    window = [...window, called].slice(-rise.of)
    const second = window.toSorted((a, b) => b - a)[rise.calls - 1] ?? 0
    if (called > level && second > level) {
      ;[level, below] = [second, 0]
      return
    }
    const leave = level === 0 ? -Infinity : lines[LEVELS[level] as 'watch'].leave
    below = score < leave ? below + 1 : 0
    if (below === releaseReadings) [level, window, below] = [level - 1, [], 0]
  })
  return LEVELS[level] as string
}

/** Where a reading and its reference say different things; empty where they agree. */
export function disagreements(ours: readonly MonthReading[], naive: ReturnType<typeof naiveTimeline>): string[] {
  return naive.flatMap((theirs, index) => {
    const reading = ours[index]
    if (reading === undefined) return [`${theirs.month} is missing`]
    const { stagnation, funding } = reading
    const { dormancy } = stagnation.reported
    return [
      ...differences(theirs.month, 'stagnation', { score: stagnation.score }, { score: theirs.stagnation.score }),
      ...Object.entries(theirs.stagnation.families).flatMap(([name, values]) =>
        differences(theirs.month, name, stagnation.families[name as 'gap'], values),
      ),
      ...(dormancy.dormant === null
        ? []
        : differences(theirs.month, 'dormancy', { dormant: dormancy.dormant }, { dormant: theirs.stagnation.dormant })),
      ...differences(
        theirs.month,
        'funding',
        { score: funding.score, income: funding.readings.income, level: funding.heldLevel },
        { score: theirs.funding.score, income: theirs.funding.income, level: theirs.fundingLevel },
      ),
      ...Object.entries(theirs.funding.sublevels).flatMap(([name, values]) =>
        differences(theirs.month, name, funding.sublevels[name as 'cliff'], values),
      ),
    ]
  })
}

function differences(month: Month, name: string, ours: object, theirs: object): string[] {
  return Object.entries(theirs).flatMap(([key, value]: [string, unknown]) => {
    const own = (ours as Record<string, unknown>)[key]
    const isSame =
      own === value || (typeof own === 'number' && typeof value === 'number' && Math.abs(own - value) <= 1e-12)
    return isSame ? [] : [`${month} ${name} ${key}: ${String(own)}, plainly ${String(value)}`]
  })
}
