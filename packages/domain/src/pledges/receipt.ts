import { allow, refuse, type Ruling } from '../ruling.ts'
import type { Day } from '../values/day.ts'
import { hundredthsOf, sumExactly } from '../values/money.ts'
import { measures, partsOf, type Measure, type Measured } from './measured.ts'
import type { ReceiptStatement } from './pledge-standing.ts'

export type ReceiptProblem =
  | 'receipt-not-of-pledge'
  | 'quantity-too-fine'
  | 'receipt-in-future'
  | 'more-handed-back-than-received'
  | 'reason-missing'

/**
 * Judges what arrived of a pledge, or (negative) was handed back. It counts a measure of the pledge, is not nothing, lies
 * not in the future, and no more goes back than came in all. others: the other receipts of the pledge. A receipt is
 * welcome in every status: what arrived has arrived, also after the pledge was closed.
 */
export function recordReceipt(
  pledge: Measured,
  others: readonly Measured[],
  draft: ReceiptStatement,
  today: Day,
): Ruling<ReceiptStatement, ReceiptProblem> {
  const { amountMinor, quantity, receivedOn } = draft
  if (receivedOn > today) return refuse('receipt-in-future', { on: receivedOn, today })
  const measure: Measure = amountMinor === null ? 'quantity' : 'amount'
  if (amountMinor !== null && quantity !== null) return refuse('receipt-not-of-pledge', { amountMinor, quantity })
  if (!(amountMinor ?? quantity)) return refuse('receipt-not-of-pledge', { amountMinor, quantity })
  if (partsOf(pledge, measure) === null) return refuse('receipt-not-of-pledge', { measure })
  if (quantity !== null && hundredthsOf(quantity) === null) return refuse('quantity-too-fine', { quantity })
  const isHandedBack = (amountMinor ?? quantity ?? 0) < 0
  if (isHandedBack && isBelowNothing([...others, draft])) {
    return refuse('more-handed-back-than-received', { amountMinor, quantity })
  }
  return allow(draft)
}

/** A receipt that was written down wrongly is put right, with the reason; what it said before stays among the versions. */
export function correctReceipt(
  pledge: Measured,
  others: readonly Measured[],
  draft: ReceiptStatement,
  reason: string,
  today: Day,
): Ruling<ReceiptStatement, ReceiptProblem> {
  if (!reason.trim()) return refuse('reason-missing')
  const judged = recordReceipt(pledge, others, draft, today)
  // A smaller receipt can leave less than what was handed back of it.
  if (judged.allowed && isBelowNothing([...others, draft])) return refuse('more-handed-back-than-received')
  return judged
}

/** A receipt that never arrived is struck, with the reason; what was handed back must still have come in. */
export function strikeReceipt(others: readonly Measured[], reason: string): Ruling<string, ReceiptProblem> {
  if (!reason.trim()) return refuse('reason-missing')
  if (isBelowNothing(others)) return refuse('more-handed-back-than-received')
  return allow(reason.trim())
}

function isBelowNothing(receipts: readonly Measured[]): boolean {
  return measures.some((measure) => sumExactly(receipts.flatMap((one) => partsOf(one, measure) ?? [])) < 0)
}
