import type { Ending, Initiative, Review } from '@commonweal/contracts/initiatives'
import { isEnded, reviewInitiative as judgeReview } from '@commonweal/domain/initiatives/initiative'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { accept, found, ProblemError } from '../http/problem-error.ts'
import { authorizeLeading } from './initiatives.actions.ts'
import { lockInitiative, readInitiative, updateInitiative } from './initiatives.store.ts'

/** It was looked at and goes on: the next review day is set, what was found stands in the history. */
export async function reviewInitiative(scope: Scope, id: string, { on, nextOn, note }: Review): Promise<Initiative> {
  return inTransaction(scope, async (scope) => {
    found(await lockInitiative(scope, id))
    const before = found(await readInitiative(scope, id))
    authorizeLeading(scope, before)
    const ruled = accept(judgeReview(before.state, { on, nextOn, note: note ?? null }, scope.today))
    await updateInitiative(scope, id, before.revision, { reviewOn: ruled.reviewOn })
    await recordActivity(scope, {
      verb: 'reviewInitiative',
      objectKind: 'initiative',
      objectId: id,
      facts: { on, nextOn, reason: ruled.note },
    })
    return found(await readInitiative(scope, id))
  })
}

/** What came of it and what was learned can be told, or put right, after the end. */
export async function tellEnding(scope: Scope, id: string, revision: number, ending: Ending): Promise<Initiative> {
  return inTransaction(scope, async (scope) => {
    const before = found(await readInitiative(scope, id))
    authorizeLeading(scope, before)
    if (!isEnded(before.state)) throw new ProblemError('initiative-not-ended', { state: before.state })
    const values = { outcome: ending.outcome?.trim() || null, lesson: ending.lesson?.trim() || null }
    if (!(await updateInitiative(scope, id, revision, values))) throw new ProblemError('changed-meanwhile')
    await recordActivity(scope, { verb: 'tellEnding', objectKind: 'initiative', objectId: id, facts: {} })
    return found(await readInitiative(scope, id))
  })
}
