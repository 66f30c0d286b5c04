import type { PlannedInstalment } from '@commonweal/domain/pledges/instalment-plan'
import type { ReceiptStatement } from '@commonweal/domain/pledges/pledge-standing'
import { and, asc, eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Scope } from '../database/scope.ts'
import { instalments, receipts } from './pledges.table.ts'

export async function listInstalments({ db, communityId }: Scope, pledgeId: string): Promise<PlannedInstalment[]> {
  return db
    .select({ dueOn: instalments.dueOn, amountMinor: instalments.amountMinor, quantity: instalments.quantity })
    .from(instalments)
    .where(and(eq(instalments.communityId, communityId), eq(instalments.pledgeId, pledgeId)))
    .orderBy(asc(instalments.dueOn), asc(instalments.id))
}

/** The instalments of a pledge from now on; those before stay among the versions. */
export async function replaceInstalments(
  { db, communityId, now }: Scope,
  pledgeId: string,
  plan: readonly PlannedInstalment[],
): Promise<void> {
  await db.delete(instalments).where(and(eq(instalments.communityId, communityId), eq(instalments.pledgeId, pledgeId)))
  if (plan.length === 0) return
  await db
    .insert(instalments)
    .values(plan.map((one) => ({ ...one, communityId, id: uuidv7(), pledgeId, recordedAt: now })))
}

export type KeptReceipt = ReceiptStatement & { readonly id: string }

export async function listReceipts({ db, communityId }: Scope, pledgeId: string): Promise<KeptReceipt[]> {
  return db
    .select({
      id: receipts.id,
      receivedOn: receipts.receivedOn,
      amountMinor: receipts.amountMinor,
      quantity: receipts.quantity,
    })
    .from(receipts)
    .where(and(eq(receipts.communityId, communityId), eq(receipts.pledgeId, pledgeId)))
    .orderBy(asc(receipts.receivedOn), asc(receipts.id))
}

export async function insertReceipt(
  { db, communityId, now }: Scope,
  pledgeId: string,
  { receivedOn, amountMinor, quantity }: ReceiptStatement,
): Promise<void> {
  await db
    .insert(receipts)
    .values({ communityId, id: uuidv7(), pledgeId, receivedOn, amountMinor, quantity, recordedAt: now })
}

export async function updateReceipt(
  { db, communityId, now }: Scope,
  id: string,
  { receivedOn, amountMinor, quantity }: ReceiptStatement,
): Promise<void> {
  await db
    .update(receipts)
    .set({ receivedOn, amountMinor, quantity, recordedAt: now, isRecordedAssumed: false })
    .where(and(eq(receipts.communityId, communityId), eq(receipts.id, id)))
}

export async function deleteReceipt({ db, communityId }: Scope, id: string): Promise<void> {
  await db.delete(receipts).where(and(eq(receipts.communityId, communityId), eq(receipts.id, id)))
}
