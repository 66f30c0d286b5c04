import type { Day } from '../../values/day.ts'
import type { History } from '../history.ts'

/** What has fallen due of a pledge before a day and has not arrived by then, in minor units; 0 where receipts are not kept. */
export function owedBy(history: History, pledgeId: string, today: Day): number {
  if (history.receipts === null) return 0
  const due = total((history.instalments ?? []).filter((one) => one.pledgeId === pledgeId && one.dueOn < today))
  const received = total(history.receipts.filter((one) => one.pledgeId === pledgeId && one.receivedOn < today))
  return Math.max(0, due - received)
}

function total(facts: readonly { readonly amountMinor: number | null }[]): number {
  return facts.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0)
}
