import type { Mandate, MandateDraft } from '@commonweal/contracts/mandates'
import { setMandate } from '@commonweal/domain/mandates/mandate'
import { v7 as uuidv7 } from 'uuid'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { accept, found, ProblemError } from '../http/problem-error.ts'
import { readPartner } from '../partners/partners.store.ts'
import { changedFields } from '../partners/partners.actions.ts'
import { deleteMandate, insertMandate, readMandate, updateMandate } from './mandates.store.ts'

export async function addMandate(scope: Scope, organisationId: string, draft: MandateDraft): Promise<Mandate> {
  const id = uuidv7()
  return inTransaction(scope, async (scope) => {
    const partner = found(await readPartner(scope, organisationId))
    const values = accept(setMandate(partner, draft))
    await insertMandate(scope, id, { ...values, organisationId })
    await record(scope, 'addMandate', { id, organisationId }, { ...values })
    return found(await readMandate(scope, id))
  })
}

export async function editMandate(scope: Scope, id: string, revision: number, draft: MandateDraft): Promise<Mandate> {
  return inTransaction(scope, async (scope) => {
    const before = found(await readMandate(scope, id))
    const values = accept(setMandate(before, draft))
    if (!(await updateMandate(scope, id, revision, values))) throw new ProblemError('changed-meanwhile')
    await record(scope, 'editMandate', before, { ...values, changed: changedFields(before, values) })
    return found(await readMandate(scope, id))
  })
}

export async function removeMandate(scope: Scope, id: string): Promise<void> {
  await inTransaction(scope, async (scope) => {
    const before = found(await readMandate(scope, id))
    await deleteMandate(scope, id)
    await record(scope, 'removeMandate', before, { endsOn: before.endsOn, label: before.label })
  })
}

/** The trace stands with the organisation, where people look for it. */
function record(
  scope: Scope,
  verb: string,
  { id, organisationId }: Pick<Mandate, 'id' | 'organisationId'>,
  facts: Record<string, unknown>,
): Promise<void> {
  return recordActivity(scope, {
    verb,
    objectKind: 'partner',
    objectId: organisationId,
    facts: { mandateId: id, ...facts },
  })
}
