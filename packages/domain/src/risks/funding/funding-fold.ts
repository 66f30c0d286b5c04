import type { DatedFacts } from '../dated-facts.ts'
import { type FlagReading, flagReading, type FlagStand, type PointStreaks, pointStreaks } from '../flag-reading.ts'
import { type FlagState, quietFlag, stepFlag } from '../flag-level.ts'
import { engine, type Parameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import { type Concentration, concentration } from './concentration.ts'
import {
  type FundingReader,
  fundingReader,
  fundingScore,
  type FundingSublevels,
  levelsOf,
  sumOf,
} from './funding-reader.ts'

/** The figures of the last 12 months side by side; minor units of the community's currency, shares 0..1; null where unreadable. */
export interface FundingFigures {
  readonly income: number | null
  readonly byFunder: Readonly<Record<string, number>> | null
  readonly incomeFrom: 'receipts' | 'instalments' | null
  readonly funders: number | null
  readonly reliance: number | null
  readonly effectiveFunders: number | null
  readonly hill1: number | null
  readonly hhi: number | null
  readonly absenceFactor: number | null
  readonly topThreeShare: number | null
  readonly publicShare: number | null
  readonly localPublicShare: number | null
  readonly incomeRatio: number | null
  readonly runwayMonths: number | null
  /** Months the reserves last without the largest funder. */
  readonly stressRunwayMonths: number | null
  readonly cliffMonths: number | null
  readonly fulfilment: number | null
  readonly retention: number | null
}

export interface FundingReading extends FlagReading {
  readonly sublevels: FundingSublevels
  readonly readings: FundingFigures
}

export interface FundingFold {
  /** Takes months in order; each call absorbs the month before and reads the first day of the given one. */
  readonly next: (month: number, unreadable: Reason | null) => FundingReading
  /** As `next` for a month of which no more is asked than where the flag stands. */
  readonly pass: (month: number, unreadable: Reason | null) => FlagStand
  /** A fold that stands where this one stands and goes its own way from there. */
  readonly copy: () => FundingFold
}

interface FoldState {
  readonly reader: FundingReader
  readonly streaks: PointStreaks
  readonly flag: FlagState
}

/** FUNDING-DEPENDENCY as a fold over months: seven sub-levels, the worst of them, and the flag. Source: docs/indicators.md §4B, §7. */
export function fundingFold(facts: DatedFacts, parameters: Parameters, from?: FoldState): FundingFold {
  const lines = parameters.funding
  const { history } = facts
  const reader = from?.reader ?? fundingReader(facts, parameters)
  const streaks = from?.streaks ?? pointStreaks()
  let flag = from?.flag ?? quietFlag

  return {
    next: (month, unreadable) => reading(moveOn(month, unreadable)),
    pass(month, unreadable) {
      const { score, step } = moveOn(month, unreadable)
      return { level: step.state.level, score }
    },
    copy: () => fundingFold(facts, parameters, { reader: reader.copy(), streaks: streaks.copy(), flag }),
  }

  function moveOn(month: number, unreadable: Reason | null) {
    reader.moveTo(month)
    const read = reader.read(month)
    const sublevels = unreadable === null ? read : unreadSublevels(read, unreadable)
    const points = levelsOf(sublevels)
    const incomeMonths = reader.historyMonths(month)
    const score = unreadable === null ? fundingScore(sublevels, incomeMonths, lines) : null
    streaks.add(month, points)
    const isCapped = incomeMonths === null || incomeMonths < lines.formingMonths
    const before = flag
    const step = stepFlag(before, month, score, parameters.flags.funding, parameters.flags, isCapped ? 'watch' : null)
    flag = step.state
    return { month, unreadable, sublevels, points, incomeMonths, score, isCapped, before, step }
  }

  function reading(moved: ReturnType<typeof moveOn>): FundingReading {
    const { month, unreadable, sublevels, points, incomeMonths, score, isCapped, before, step } = moved
    const hasIncomeHistory = incomeMonths !== null && incomeMonths >= lines.leastHistoryMonths
    const byFunder = unreadable === null && hasIncomeHistory ? reader.byFunder() : null
    return {
      ...flagReading({
        before,
        step,
        month,
        score,
        reason: score !== null ? null : (unreadable ?? (reader.basis === null ? 'unknown-source' : 'no-history')),
        isCapped,
        points,
        evidenceOnset: streaks.earliest(),
        contributors: { largestFunders: byFunder === null || step.kind === null ? null : largestThree(byFunder) },
        dataCompleteThrough: history.dataCompleteThrough,
        rule: `funding-dependency ${engine} ${parameters.version}`,
        thresholds: parameters.flags.funding,
        staleAfterMonths: parameters.flags.staleAfterMonths,
      }),
      sublevels,
      readings: figures(byFunder, byFunder === null ? concentration([]) : reader.measures(), reader.basis, sublevels),
    }
  }
}

function figures(
  byFunder: ReadonlyMap<string, number> | null,
  measures: Concentration,
  basis: FundingFigures['incomeFrom'],
  sublevels: FundingSublevels,
): FundingFigures {
  return {
    income: byFunder === null ? null : sumOf(byFunder),
    byFunder: byFunder === null ? null : Object.fromEntries(byFunder),
    incomeFrom: basis,
    funders: byFunder === null ? null : byFunder.size,
    reliance: measures.reliance,
    effectiveFunders: measures.effectiveNumber,
    hill1: measures.hill1,
    hhi: measures.hhi,
    absenceFactor: measures.absenceFactor,
    topThreeShare: measures.topThreeShare,
    publicShare: sublevels.publicShare.share,
    localPublicShare: sublevels.publicShare.localShare,
    incomeRatio: sublevels.incomeFall.ratio,
    runwayMonths: sublevels.runway.months,
    stressRunwayMonths: sublevels.concentration.cover.stressRunwayMonths,
    cliffMonths: sublevels.cliff.months,
    fulfilment: sublevels.fulfilment.share,
    retention: sublevels.retention.share,
  }
}

function largestThree(byFunder: ReadonlyMap<string, number>) {
  return [...byFunder]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([organisationId, amountMinor]) => ({ organisationId, amountMinor }))
}

function unreadSublevels(sublevels: FundingSublevels, reason: Reason): FundingSublevels {
  const unread = <Level extends object>(one: Level) =>
    Object.fromEntries(Object.entries(one).map(([key]) => [key, null])) as unknown as Level
  const cover = { adjustment: 0, stressRunwayMonths: null, lastsForEver: false, reason: 'not-applicable' } as const
  return {
    concentration: { ...unread(sublevels.concentration), level: null, n: 0, reason, cover },
    incomeFall: { ...unread(sublevels.incomeFall), level: null, n: 0, reason },
    runway: { ...unread(sublevels.runway), level: null, n: 0, reason },
    cliff: { ...unread(sublevels.cliff), level: null, n: 0, reason },
    fulfilment: { ...unread(sublevels.fulfilment), level: null, n: 0, reason },
    retention: { ...unread(sublevels.retention), level: null, n: 0, reason },
    publicShare: { ...unread(sublevels.publicShare), level: null, n: 0, reason },
  }
}
