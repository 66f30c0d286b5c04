import type { Update, UpdateDraft } from '@commonweal/contracts/updates'
import { v7 as uuidv7 } from 'uuid'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { removeUnneeded } from '../files/collect-files.ts'
import type { FileStore } from '../files/file-store.ts'
import { deleteFiles } from '../files/files.store.ts'
import { found, ProblemError } from '../http/problem-error.ts'
import { authorizeTakingPart, leadersOf } from '../initiatives/initiatives.actions.ts'
import { readInitiative } from '../initiatives/initiatives.store.ts'
import { attachFiles } from './attach-files.ts'
import { changeUpdate, deleteUpdate, insertUpdate, readUpdate } from './updates.store.ts'

export async function postUpdate(scope: Scope, initiativeId: string, draft: UpdateDraft): Promise<Update> {
  const id = uuidv7()
  return inTransaction(scope, async (scope) => {
    authorizeTakingPart(scope, found(await readInitiative(scope, initiativeId)))
    await insertUpdate(scope, id, { title: draft.title.trim(), text: draft.text.trim(), initiativeId })
    await attachFiles(scope, id, [], draft.files ?? [])
    const update = found(await readUpdate(scope, id))
    await record(scope, 'postUpdate', update)
    return update
  })
}

export async function editUpdate(
  scope: Scope,
  store: FileStore,
  id: string,
  revision: number,
  draft: UpdateDraft,
): Promise<Update> {
  const { update, gone } = await inTransaction(scope, async (scope) => {
    const before = await readOwn(scope, id)
    const values = { title: draft.title.trim(), text: draft.text.trim() }
    if (!(await changeUpdate(scope, id, revision, values))) throw new ProblemError('changed-meanwhile')
    const gone = await attachFiles(scope, id, before.files, draft.files ?? [])
    const update = found(await readUpdate(scope, id))
    await record(scope, 'editUpdate', update)
    return { update, gone }
  })
  await removeUnneeded(scope.pool, store, scope.communityId, gone)
  return update
}

export async function removeUpdate(scope: Scope, store: FileStore, id: string): Promise<void> {
  const { files } = await inTransaction(scope, async (scope) => {
    const before = await readOwn(scope, id)
    await deleteFiles(
      scope,
      before.files.map((file) => file.id),
    )
    await deleteUpdate(scope, id)
    await record(scope, 'removeUpdate', before)
    return before
  })
  await removeUnneeded(
    scope.pool,
    store,
    scope.communityId,
    files.map(({ sha256 }) => sha256),
  )
}

/** An update belongs to the organisation it was posted for, and to the partners who lead. */
async function readOwn(scope: Scope, id: string): Promise<Update> {
  const update = found(await readUpdate(scope, id))
  const initiative = found(await readInitiative(scope, update.initiativeId))
  scope.authorize([...(update.organisationId ? [update.organisationId] : []), ...leadersOf(scope, initiative)])
  return update
}

/** The trace stands with the initiative, where its partners look for it. */
function record(scope: Scope, verb: string, { id, initiativeId, title, files }: Update): Promise<void> {
  return recordActivity(scope, {
    verb,
    objectKind: 'initiative',
    objectId: initiativeId,
    facts: { updateId: id, title, files: files.length },
  })
}
