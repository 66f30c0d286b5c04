import type { FundingParameters } from '../parameters.ts'
import { compareRatio } from '../statistics/threshold.ts'
import type { DueCounts } from './promised-dues.ts'
import { highestReached, type SublevelBase } from './sublevel.ts'

export interface FulfilmentReading extends SublevelBase {
  readonly share: number | null
  readonly dueMinor: number | null
  readonly paidMinor: number | null
}

/**
 * Fulfilment: paid / due over the amounts that fell due in the year ending 60 days ago, never more than was due. Needs receipts and
 * instalments, and 3 dues or a fifth of the year's budget due. Share 0..1; watch below 0.90, warning below 0.75, critical below 0.50.
 * n counts the dues. Source: docs/indicators.md §4B.
 */
export function readFulfilment(dues: DueCounts | null, lines: FundingParameters): FulfilmentReading {
  const unread = { level: null, share: null, dueMinor: null, paidMinor: null }
  if (dues === null) return { ...unread, n: 0, reason: 'unknown-source' }
  const { leastDues, leastBudgetShare } = lines.fulfilment
  const isEnough =
    dues.dues >= leastDues ||
    (dues.yearDueMinor > 0 && compareRatio(dues.dueMinor, dues.yearDueMinor, leastBudgetShare) >= 0)
  if (dues.dues === 0 || !isEnough) return { ...unread, n: dues.dues, reason: 'too-few' }
  const { dueMinor, paidMinor } = dues
  return {
    level: highestReached(lines.fulfilment.lines, (line) => compareRatio(paidMinor, dueMinor, line) < 0),
    n: dues.dues,
    share: paidMinor / dueMinor,
    dueMinor,
    paidMinor,
  }
}
