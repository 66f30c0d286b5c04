import type { DatedFacts } from '../dated-facts.ts'
import { type FlagReading, flagReading, pointStreaks } from '../flag-reading.ts'
import { type FlagState, quietFlag, stepFlag } from '../flag-level.ts'
import { engine, type Parameters } from '../parameters.ts'
import type { Reason } from '../reason.ts'
import { type CliffReading, readCliff } from './cliff-sublevel.ts'
import { committedCost } from './committed-cost.ts'
import { concentration } from './concentration.ts'
import { type ConcentrationReading, largestFunders, readConcentration } from './concentration-sublevel.ts'
import { type FulfilmentReading, readFulfilment } from './fulfilment-sublevel.ts'
import { type IncomeFallReading, readIncomeFall } from './income-fall.ts'
import { incomeBasis, incomeWindows } from './income-windows.ts'
import { promisedDues } from './promised-dues.ts'
import { type PublicShareReading, readPublicShare } from './public-share.ts'
import { readRetention, type RetentionReading } from './retention.ts'
import { readRunway, type RunwayReading } from './runway-sublevel.ts'
import { scheduledIncome } from './scheduled-income.ts'

export interface FundingSublevels {
  readonly concentration: ConcentrationReading
  readonly incomeFall: IncomeFallReading
  readonly runway: RunwayReading
  readonly cliff: CliffReading
  readonly fulfilment: FulfilmentReading
  readonly retention: RetentionReading
  readonly publicShare: PublicShareReading
}

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

/** Takes months in order; each call absorbs the month before and reads the first day of the given one. */
export type FundingFold = (month: number, unreadable: Reason | null) => FundingReading

/** FUNDING-DEPENDENCY as a fold over months: seven sub-levels, the worst of them, and the flag. Source: docs/indicators.md §4B, §7. */
export function fundingFold(facts: DatedFacts, parameters: Parameters): FundingFold {
  const lines = parameters.funding
  const { history } = facts
  const income = incomeWindows(incomeBasis(facts), lines)
  const cost = committedCost(lines)
  const isScheduleKept = history.pledges !== null && history.instalments !== null
  const scheduled = scheduledIncome(facts, lines)
  const dues = promisedDues(lines)
  const isPromiseKept = isScheduleKept && history.receipts !== null
  const streaks = pointStreaks()
  let flag: FlagState = quietFlag

  const absorb = (month: number) => {
    const monthFacts = facts.at(month - 1)
    income.moveTo(month, monthFacts)
    cost.moveTo(month, monthFacts)
    scheduled.moveTo(month, monthFacts)
    dues.moveTo(month, monthFacts)
  }

  const readSublevels = (month: number): FundingSublevels => {
    const byFunder = income.byFunder()
    const incomeMonths = historyMonths(month)
    const incomeMinor = sum(byFunder)
    return {
      concentration: readConcentration(byFunder, incomeMonths, coverInputs(month, byFunder), lines),
      incomeFall: readIncomeFall(incomeMinor, income.yearBefore(), byFunder.size, incomeMonths, lines),
      runway: readRunway(
        {
          cost,
          scheduled: isScheduleKept ? scheduled : null,
          incomeBasis: income.basis,
          trailingIncomeMinor: incomeMinor,
        },
        month,
        lines,
      ),
      cliff: readCliff(history.pledges === null ? null : scheduled, month, lines),
      fulfilment: readFulfilment(isPromiseKept ? dues.read(month) : null, lines),
      retention: readRetention(income.renewals(month, lines.retention.renewalMonths), lines),
      publicShare: readPublicShare(byFunder, facts.publicFunders, facts.localPublicFunders, incomeMonths, lines),
    }
  }

  function historyMonths(month: number): number | null {
    const first = income.firstMonth()
    return first === null ? null : month - first
  }

  function coverInputs(month: number, byFunder: ReadonlyMap<string, number>) {
    const { costMinor, months } = cost.recent(month, lines.cover.meanMonths)
    const withoutLargest = largestFunders(byFunder).map((funderId) => {
      const recent = income.recent(month, months, funderId)
      return recent.all - recent.ofFunder
    })
    return {
      reservesMinor: cost.reservesMinor(),
      costMinor: cost.isKnown() ? costMinor : null,
      // Of equally large funders the one whose loss would leave the least.
      incomeWithoutLargestMinor: Math.min(...withoutLargest, Infinity),
      months,
    }
  }

  return (month, unreadable) => {
    absorb(month)
    const read = readSublevels(month)
    const sublevels = unreadable === null ? read : unreadSublevels(read, unreadable)
    const points = {
      concentration: sublevels.concentration.level,
      incomeFall: sublevels.incomeFall.level,
      runway: sublevels.runway.level,
      cliff: sublevels.cliff.level,
      fulfilment: sublevels.fulfilment.level,
      retention: sublevels.retention.level,
      publicShare: sublevels.publicShare.level,
    }
    const incomeMonths = historyMonths(month)
    const hasIncomeHistory = incomeMonths !== null && incomeMonths >= lines.leastHistoryMonths
    const readable = Object.values(points).filter((value) => value !== null)
    const score = unreadable === null && hasIncomeHistory && readable.length > 0 ? Math.max(...readable) : null
    streaks.add(month, points)

    const isCapped = incomeMonths === null || incomeMonths < lines.formingMonths
    const before = flag
    const step = stepFlag(before, month, score, parameters.flags.funding, parameters.flags, isCapped ? 'watch' : null)
    flag = step.state
    const byFunder = unreadable === null && hasIncomeHistory ? income.byFunder() : null
    return {
      ...flagReading({
        before,
        step,
        month,
        score,
        reason: score !== null ? null : (unreadable ?? (income.basis === null ? 'unknown-source' : 'no-history')),
        isCapped,
        points,
        evidenceOnset: streaks.earliest(),
        contributors: { largestFunders: byFunder === null ? null : largestThree(byFunder) },
        dataCompleteThrough: history.dataCompleteThrough,
        rule: `funding-dependency ${engine} ${parameters.version}`,
        thresholds: parameters.flags.funding,
        staleAfterMonths: parameters.flags.staleAfterMonths,
      }),
      sublevels,
      readings: figures(byFunder, income.basis, sublevels),
    }
  }
}

function figures(
  byFunder: ReadonlyMap<string, number> | null,
  basis: FundingFigures['incomeFrom'],
  sublevels: FundingSublevels,
): FundingFigures {
  const measures = concentration(byFunder === null ? [] : [...byFunder.values()])
  return {
    income: byFunder === null ? null : sum(byFunder),
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

function sum(amounts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const amount of amounts.values()) total += amount
  return total
}
