import type { FundingParameters } from '../parameters.ts'
import type { CommittedCost } from './committed-cost.ts'
import type { IncomeBasis } from './income-windows.ts'
import { runwayMonths } from './runway.ts'
import type { ScheduledIncome } from './scheduled-income.ts'
import { highestReached, type SublevelBase } from './sublevel.ts'

export interface RunwayReading extends SublevelBase {
  /** Months with the expected haircut; null where unreadable or where the balance holds beyond the horizon. */
  readonly months: number | null
  readonly stressMonths: number | null
  readonly severeMonths: number | null
  /** Months looked ahead when the balance never falls below zero; null otherwise. */
  readonly holdsForMonths: number | null
  readonly reservesMinor: number | null
  readonly incomeFrom: 'scheduled' | 'trailing' | null
}

export interface RunwayInputs {
  readonly cost: CommittedCost
  readonly scheduled: ScheduledIncome | null
  readonly incomeBasis: IncomeBasis | null
  /** Income of the last 12 months, minor units. */
  readonly trailingIncomeMinor: number
}

/**
 * Runway: first month in which reserves + scheduled confirmed income × haircut − committed cost falls below zero. Haircuts 0.95
 * expected, 0.86 stress, 0.78 severe; half of that confidence for private pledgers who have not yet paid twice. Without schedules the
 * mean of the last 12 months' income stands in. Unit: months; watch below 12, warning below 6, critical below 3.
 * Source: docs/indicators.md §4B.
 */
export function readRunway(inputs: RunwayInputs, now: number, lines: FundingParameters): RunwayReading {
  const { cost, scheduled, incomeBasis, trailingIncomeMinor } = inputs
  const unread = {
    level: null,
    n: 0,
    reason: 'unknown-source',
    months: null,
    stressMonths: null,
    severeMonths: null,
    holdsForMonths: null,
    reservesMinor: null,
    incomeFrom: null,
  } as const
  const reservesMinor = cost.reservesMinor()
  if (reservesMinor === null || !cost.isKnown() || (scheduled === null && incomeBasis === null)) return unread
  const { furthestMonths, haircut, unprovenFactor } = lines.runway
  const costs = cost.ahead(now, furthestMonths)
  const due = scheduled && Array.from({ length: furthestMonths }, (_, ahead) => scheduled.dueIn(now + ahead))
  const monthsWith = (confidence: number) => {
    const proven = Math.round(confidence * 1000)
    const unproven = Math.round(confidence * unprovenFactor * 1000)
    const incomeAt = (ahead: number) => {
      const one = due?.[ahead]
      if (one === undefined) return Math.floor((trailingIncomeMinor * proven) / lines.windowMonths)
      return one.proven * proven + one.unproven * unproven
    }
    return runwayMonths(reservesMinor * 1000, incomeAt, (ahead) => (costs[ahead] as number) * 1000, furthestMonths)
  }
  const months = monthsWith(haircut.expected)
  return {
    level: months === null ? 0 : highestReached(lines.runway.lines, (line) => months < line),
    n: cost.recent(now, lines.runway.runRateMonths).months,
    months,
    stressMonths: monthsWith(haircut.stress),
    severeMonths: monthsWith(haircut.severe),
    holdsForMonths: months === null ? furthestMonths : null,
    reservesMinor,
    incomeFrom: scheduled === null ? 'trailing' : 'scheduled',
  }
}
