import { type Day, addDays, dayFromNumber } from '../../values/day.ts'
import { addMonths, firstDayNumber, type Month, monthIndex } from '../../values/month.ts'
import type { History, PledgeFact } from '../history.ts'
import { owedBefore } from './owed.ts'

const YEAR = 12

/** New funders, each paying at once or promising for a year and paying month by month, from the given month on. */
export function withNewFunders(
  history: History,
  month: Month,
  funders: number,
  amountMinorEach: number,
  as: 'payment' | 'pledge',
): History {
  const parts = as === 'payment' ? 1 : YEAR
  return Array.from({ length: funders }, (_, index) => index + 1).reduce<History>(
    (all, index) =>
      withPledge(all, month, {
        id: `hypothetical pledge ${index}`,
        organisationId: `hypothetical partner ${index}`,
        amountMinor: amountMinorEach,
        parts,
      }),
    history,
  )
}

/** What is owed of these pledges arrives within the month. */
export function withOwedReceived(history: History, month: Month, pledgeIds: readonly string[]): History {
  if (history.receipts === null) return history
  const owed = owedBefore(history, `${month}-01`)
  return {
    ...history,
    receipts: [
      ...history.receipts,
      ...pledgeIds.map((pledgeId) => ({
        pledgeId,
        receivedOn: `${month}-05`,
        amountMinor: owed(pledgeId),
        quantity: null,
      })),
    ],
  }
}

/** Each of these pledges is promised again for a year, after its end or from this month on; the first part arrives within the month. */
export function withRenewed(history: History, month: Month, pledges: readonly PledgeFact[]): History {
  return pledges.reduce<History>(
    (all, one) =>
      withPledge(all, month, {
        id: `renewal of ${one.id}`,
        organisationId: one.organisationId,
        amountMinor: yearly(one),
        parts: YEAR,
        after: one.to,
      }),
    history,
  )
}

/** What a pledge brings in a year; the whole where it lasts no longer. */
export function yearly({ from, confirmedOn, to, amountMinor }: PledgeFact): number {
  const start = from ?? confirmedOn
  if (amountMinor === null || start === null || to === null) return amountMinor ?? 0
  const months = monthIndex(to.slice(0, 7)) - monthIndex(start.slice(0, 7)) + 1
  return months <= YEAR ? amountMinor : Math.ceil((amountMinor * YEAR) / months)
}

/** General costs of the months ahead at this amount a month, in place of what they would be. */
export function withSavedCosts(history: History, month: Month, amountMinorMonthly: number, months: number): History {
  if (history.costs === null) return history
  const today = `${month}-01`
  const kept = history.costs.filter((one) => one.initiativeId !== null || one.dueOn < today)
  const ahead = Array.from({ length: months }, (_, index) => ({
    initiativeId: null,
    dueOn: `${addMonths(month, index)}-20`,
    amountMinor: amountMinorMonthly,
    currency: history.currency,
    knownOn: today,
  }))
  return { ...history, costs: [...kept, ...ahead] }
}

interface Promise {
  readonly id: string
  readonly organisationId: string
  readonly amountMinor: number
  readonly parts: number
  /** Day after which the new period begins; at once where it lies behind. */
  readonly after?: Day | null
}

function withPledge(history: History, month: Month, promise: Promise): History {
  const { id, organisationId, amountMinor, parts, after = null } = promise
  const today = `${month}-01`
  const from = after !== null && after >= today ? addDays(after, 1) : today
  const dues = Array.from({ length: parts }, (_, index) => ({
    pledgeId: id,
    dueOn: `${addMonths(month, index)}-05`,
    amountMinor: Math.ceil(amountMinor / parts),
    quantity: null,
  }))
  const pledge: PledgeFact = {
    id,
    initiativeId: null,
    organisationId,
    kind: 'cash',
    route: 'partner-co-funding',
    amountMinor,
    currency: history.currency,
    quantity: null,
    unit: null,
    confirmedOn: today,
    from,
    // A gift paid at once covers no period, so that its end is no cliff.
    to: parts === 1 ? null : dayFromNumber(firstDayNumber(monthIndex(from.slice(0, 7)) + parts) - 1),
    status: 'confirmed',
  }
  return {
    ...history,
    pledges: history.pledges && [...history.pledges, pledge],
    instalments: history.instalments && [...history.instalments, ...dues],
    receipts: history.receipts && [
      ...history.receipts,
      ...dues.map(({ dueOn, ...one }) => ({ ...one, receivedOn: dueOn })),
    ],
  }
}
