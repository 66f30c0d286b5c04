import { type Day, dayNumber } from '../../values/day.ts'
import { isOwnCash } from '../funders.ts'
import type { History } from '../history.ts'

/** Ages of what is overdue, in days late; the last is open. */
export const overdueAges = [
  { from: 1, to: 30 },
  { from: 31, to: 60 },
  { from: 61, to: 90 },
  { from: 91, to: null },
] as const

export interface OverdueAge {
  readonly from: number
  readonly to: number | null
  readonly amountMinor: number
  readonly pledges: number
}

/**
 * What confirmed pledges in the community's currency owe on `today`, by how many days it is late; receipts settle the oldest dues
 * first. Null where pledges, instalments or receipts are not kept. Minor units.
 */
export function overdueByAge(history: History, today: Day): OverdueAge[] | null {
  if (history.pledges === null || history.instalments === null || history.receipts === null) return null
  const confirmed = new Set(
    history.pledges
      .filter((one) => one.status === 'confirmed' && isOwnCash(one, history.currency))
      .map((one) => one.id),
  )
  const received = new Map<string, number>()
  for (const { pledgeId, amountMinor, receivedOn } of history.receipts)
    if (receivedOn <= today) received.set(pledgeId, (received.get(pledgeId) ?? 0) + (amountMinor ?? 0))
  const owed = new Map<string, number>()
  const late: { readonly pledgeId: string; readonly days: number; readonly amountMinor: number }[] = []
  for (const { pledgeId, dueOn, amountMinor } of history.instalments.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))) {
    if (!confirmed.has(pledgeId) || amountMinor === null || dueOn >= today) continue
    const total = (owed.get(pledgeId) ?? 0) + amountMinor
    owed.set(pledgeId, total)
    const open = Math.min(amountMinor, total - (received.get(pledgeId) ?? 0))
    if (open > 0) late.push({ pledgeId, days: dayNumber(today) - dayNumber(dueOn), amountMinor: open })
  }
  return overdueAges.map(({ from, to }) => {
    const own = late.filter(({ days }) => days >= from && (to === null || days <= to))
    return {
      from,
      to,
      amountMinor: own.reduce((sum, one) => sum + one.amountMinor, 0),
      pledges: new Set(own.map((one) => one.pledgeId)).size,
    }
  })
}
