import type { Day } from '../../values/day.ts'
import type { History } from '../history.ts'

/** What has fallen due of a pledge before a day and has not arrived by then, in minor units; 0 where receipts are not kept. */
export function owedBy(history: History, pledgeId: string, today: Day): number {
  return owedBefore(history, today)(pledgeId)
}

/** As `owedBy` for many pledges: the facts are gone through once. */
export function owedBefore({ instalments, receipts }: History, today: Day): (pledgeId: string) => number {
  if (receipts === null) return () => 0
  const owed = new Map<string, number>()
  const add = (pledgeId: string, amountMinor: number | null, by: 1 | -1) =>
    owed.set(pledgeId, (owed.get(pledgeId) ?? 0) + by * (amountMinor ?? 0))
  for (const one of instalments ?? []) if (one.dueOn < today) add(one.pledgeId, one.amountMinor, 1)
  for (const one of receipts) if (one.receivedOn < today) add(one.pledgeId, one.amountMinor, -1)
  return (pledgeId) => Math.max(0, owed.get(pledgeId) ?? 0)
}
