import type { Pledge } from '@commonweal/contracts/pledges'
import type { ReceiptCorrection, ReceiptDraft } from '@commonweal/contracts/receipts'
import * as rules from '@commonweal/domain/pledges/receipt'
import type { ReceiptStatement } from '@commonweal/domain/pledges/pledge-standing'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { accept, found } from '../http/problem-error.ts'
import { deleteReceipt, insertReceipt, listReceipts, updateReceipt, type KeptReceipt } from './instalments.store.ts'
import { authorizeReceiving, readPledge } from './pledges.actions.ts'
import { lockPledge, type LockedPledge } from './pledges.store.ts'

export async function recordReceipt(scope: Scope, pledgeId: string, draft: ReceiptDraft): Promise<Pledge> {
  return inTransaction(scope, async (scope) => {
    const { pledge, receipts } = await openReceipts(scope, pledgeId)
    const receipt = accept(rules.recordReceipt(pledge, receipts, receiptOf(draft), scope.today))
    await insertReceipt(scope, pledgeId, receipt)
    return traced(scope, pledgeId, 'recordReceipt', { ...receipt })
  })
}

/** Puts a receipt right. What it said before stays among the versions, so both times can be asked for. */
export async function correctReceipt(
  scope: Scope,
  pledgeId: string,
  receiptId: string,
  correction: ReceiptCorrection,
): Promise<Pledge> {
  return inTransaction(scope, async (scope) => {
    const { pledge, receipts } = await openReceipts(scope, pledgeId)
    const { before, others } = apart(receipts, receiptId)
    const reason = correction.reason.trim()
    const receipt = accept(rules.correctReceipt(pledge, others, receiptOf(correction), reason, scope.today))
    await updateReceipt(scope, receiptId, receipt)
    return traced(scope, pledgeId, 'correctReceipt', { receiptId, reason, before: receiptOf(before), after: receipt })
  })
}

export async function strikeReceipt(scope: Scope, pledgeId: string, receiptId: string, said: string): Promise<Pledge> {
  return inTransaction(scope, async (scope) => {
    const { receipts } = await openReceipts(scope, pledgeId)
    const { before, others } = apart(receipts, receiptId)
    const reason = accept(rules.strikeReceipt(others, said))
    await deleteReceipt(scope, receiptId)
    return traced(scope, pledgeId, 'strikeReceipt', { receiptId, reason, before: receiptOf(before) })
  })
}

/** Locks the pledge for the receiving side and reads what arrived so far. */
async function openReceipts(
  scope: Scope,
  pledgeId: string,
): Promise<{ pledge: LockedPledge; receipts: KeptReceipt[] }> {
  const pledge = found(await lockPledge(scope, pledgeId))
  await authorizeReceiving(scope, pledge)
  return { pledge, receipts: await listReceipts(scope, pledgeId) }
}

function apart(receipts: readonly KeptReceipt[], id: string): { before: KeptReceipt; others: KeptReceipt[] } {
  return { before: found(receipts.find((one) => one.id === id)), others: receipts.filter((one) => one.id !== id) }
}

async function traced(scope: Scope, pledgeId: string, verb: string, facts: Record<string, unknown>): Promise<Pledge> {
  await recordActivity(scope, { verb, objectKind: 'pledge', objectId: pledgeId, facts })
  return found(await readPledge(scope, pledgeId))
}

function receiptOf({ receivedOn, amountMinor, quantity }: ReceiptDraft): ReceiptStatement {
  return { receivedOn, amountMinor: amountMinor ?? null, quantity: quantity ?? null }
}
