import type { CostDraft, CostRow, ReserveDraft, ReserveRow } from '@commonweal/contracts/finances'
import { v7 as uuidv7 } from 'uuid'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { ProblemError, found } from '../http/problem-error.ts'
import { changedFields } from '../partners/partners.actions.ts'
import {
  addKeptReceipts,
  deleteCost,
  deleteReserve,
  insertCost,
  insertReserve,
  readCost,
  updateCost,
  type CostValues,
} from './finances.store.ts'

export async function addCost(scope: Scope, draft: CostDraft): Promise<CostRow> {
  const id = uuidv7()
  return inTransaction(scope, async (scope) => {
    const values = valuesOf(draft)
    await insertCost(scope, id, values)
    await recordActivity(scope, { verb: 'addCost', objectKind: 'cost', objectId: id, facts: { ...values } })
    return found(await readCost(scope, id))
  })
}

export async function editCost(scope: Scope, id: string, revision: number, draft: CostDraft): Promise<CostRow> {
  return inTransaction(scope, async (scope) => {
    const before = found(await readCost(scope, id))
    const values = valuesOf(draft)
    if (!(await updateCost(scope, id, revision, values))) throw new ProblemError('changed-meanwhile')
    await recordActivity(scope, {
      verb: 'editCost',
      objectKind: 'cost',
      objectId: id,
      facts: { changed: changedFields(before, values), ...values },
    })
    return found(await readCost(scope, id))
  })
}

export async function removeCost(scope: Scope, id: string): Promise<void> {
  await inTransaction(scope, async (scope) => {
    const before = found(await deleteCost(scope, id))
    await recordActivity(scope, { verb: 'removeCost', objectKind: 'cost', objectId: id, facts: { ...before } })
  })
}

export async function countReserve(scope: Scope, draft: ReserveDraft): Promise<ReserveRow> {
  if (draft.on > scope.today) throw new ProblemError('step-in-future', { on: draft.on, today: scope.today })
  const reserve = { ...draft, id: uuidv7() }
  return inTransaction(scope, async (scope) => {
    await insertReserve(scope, reserve)
    await recordActivity(scope, {
      verb: 'countReserve',
      objectKind: 'reserve',
      objectId: reserve.id,
      facts: { ...draft },
    })
    return reserve
  })
}

export async function removeReserve(scope: Scope, id: string): Promise<void> {
  await inTransaction(scope, async (scope) => {
    const before = found(await deleteReserve(scope, id))
    await recordActivity(scope, { verb: 'removeReserve', objectKind: 'reserve', objectId: id, facts: { ...before } })
  })
}

/** From now on no receipt means that nothing arrived. Saying it twice changes nothing. */
export async function keepReceipts(scope: Scope): Promise<{ isReceiptsKnown: boolean }> {
  return inTransaction(scope, async (scope) => {
    if (await addKeptReceipts(scope)) {
      await recordActivity(scope, { verb: 'keepReceipts', objectKind: 'community', objectId: scope.communityId })
    }
    return { isReceiptsKnown: true }
  })
}

function valuesOf(draft: CostDraft): CostValues {
  return {
    initiativeId: draft.initiativeId ?? null,
    dueOn: draft.dueOn,
    amountMinor: draft.amountMinor,
    currency: draft.currency,
    label: draft.label.trim(),
  }
}
