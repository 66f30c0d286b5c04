import type { DatedFacts } from '../dated-facts.ts'
import type { Parameters } from '../parameters.ts'
import { type CliffReading, readCliff } from './cliff-sublevel.ts'
import { type CommittedCost, committedCost } from './committed-cost.ts'
import { type Concentration, concentration } from './concentration.ts'
import { type ConcentrationReading, largestFunders, readConcentration } from './concentration-sublevel.ts'
import { type FulfilmentReading, readFulfilment } from './fulfilment-sublevel.ts'
import { type IncomeFallReading, readIncomeFall } from './income-fall.ts'
import { type IncomeBasis, incomeBasis, type IncomeWindows, incomeWindows } from './income-windows.ts'
import { type PromisedDues, promisedDues } from './promised-dues.ts'
import { type PublicShareReading, readPublicShare } from './public-share.ts'
import { readRetention, type RetentionReading } from './retention.ts'
import { readRunway, type RunwayReading } from './runway-sublevel.ts'
import { type ScheduledIncome, scheduledIncome } from './scheduled-income.ts'

export interface FundingSublevels {
  readonly concentration: ConcentrationReading
  readonly incomeFall: IncomeFallReading
  readonly runway: RunwayReading
  readonly cliff: CliffReading
  readonly fulfilment: FulfilmentReading
  readonly retention: RetentionReading
  readonly publicShare: PublicShareReading
}

/** Takes months in order and reads the sub-levels of any of them, without the memory of a flag. */
export interface FundingReader {
  /** Absorbs the month before. */
  readonly moveTo: (month: number) => void
  /** The sub-levels at the first day of the month last moved to. */
  readonly read: (month: number) => FundingSublevels
  readonly basis: IncomeBasis | null
  readonly byFunder: () => ReadonlyMap<string, number>
  /** How concentrated that is. */
  readonly measures: () => Concentration
  /** Months since the first income; null before any. */
  readonly historyMonths: (month: number) => number | null
  /** A reader that stands where this one stands and goes its own way from there. */
  readonly copy: () => FundingReader
}

interface ReaderState {
  readonly income: ReturnType<IncomeWindows['state']>
  readonly cost: ReturnType<CommittedCost['state']>
  readonly scheduled: ReturnType<ScheduledIncome['state']>
  readonly dues: ReturnType<PromisedDues['state']>
}

/** What the seven sub-levels of FUNDING-DEPENDENCY are read from, kept up month by month. Source: docs/indicators.md §4B. */
export function fundingReader(facts: DatedFacts, parameters: Parameters, from?: ReaderState): FundingReader {
  const lines = parameters.funding
  const { history } = facts
  const income = incomeWindows(incomeBasis(facts), lines, from?.income)
  const cost = committedCost(lines, from?.cost)
  const isScheduleKept = history.pledges !== null && history.instalments !== null
  const scheduled = scheduledIncome(facts, lines, from?.scheduled)
  const dues = promisedDues(lines, from?.dues)
  const isPromiseKept = isScheduleKept && history.receipts !== null

  let measured: { readonly byFunder: ReadonlyMap<string, number>; readonly measures: Concentration } | null = null
  /** Once for each month: who reads it and who reports it ask for the same. */
  const measures = (): Concentration => {
    const byFunder = income.byFunder()
    if (measured?.byFunder !== byFunder) measured = { byFunder, measures: concentration([...byFunder.values()]) }
    return measured.measures
  }

  const readSublevels = (month: number): FundingSublevels => {
    const byFunder = income.byFunder()
    const incomeMonths = historyMonths(month)
    const incomeMinor = sumOf(byFunder)
    return {
      concentration: readConcentration(byFunder, measures(), incomeMonths, coverInputs(month, byFunder), lines),
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

  return {
    moveTo(month) {
      const monthFacts = facts.at(month - 1)
      income.moveTo(month, monthFacts)
      cost.moveTo(month, monthFacts)
      scheduled.moveTo(month, monthFacts)
      dues.moveTo(month, monthFacts)
    },
    read: readSublevels,
    basis: income.basis,
    byFunder: income.byFunder,
    measures,
    historyMonths,
    copy: () =>
      fundingReader(facts, parameters, {
        income: income.state(),
        cost: cost.state(),
        scheduled: scheduled.state(),
        dues: dues.state(),
      }),
  }
}

/** Level 0..3 by sub-level; null where one is not readable. */
export function levelsOf(sublevels: FundingSublevels): Record<keyof FundingSublevels, number | null> {
  return {
    concentration: sublevels.concentration.level,
    incomeFall: sublevels.incomeFall.level,
    runway: sublevels.runway.level,
    cliff: sublevels.cliff.level,
    fulfilment: sublevels.fulfilment.level,
    retention: sublevels.retention.level,
    publicShare: sublevels.publicShare.level,
  }
}

/** The worst level, 0..3; null before half a year of income or where nothing can be read. Source: docs/indicators.md §4B. */
export function fundingScore(
  sublevels: FundingSublevels,
  incomeMonths: number | null,
  lines: Parameters['funding'],
): number | null {
  const readable = Object.values(levelsOf(sublevels)).filter((value) => value !== null)
  const hasIncomeHistory = incomeMonths !== null && incomeMonths >= lines.leastHistoryMonths
  return hasIncomeHistory && readable.length > 0 ? Math.max(...readable) : null
}

/** The sum of the amounts, in their own minor units. */
export function sumOf(amounts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const amount of amounts.values()) total += amount
  return total
}
