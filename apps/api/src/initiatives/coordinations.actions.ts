import type { CoordinationDraft } from '@commonweal/contracts/coordinations'
import type { Initiative } from '@commonweal/contracts/initiatives'
import { isEnded } from '@commonweal/domain/initiatives/initiative'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { found, ProblemError } from '../http/problem-error.ts'
import { coordinatesFrom, endCoordinationOn, findCoordination, insertCoordination } from './coordinations.store.ts'
import { authorizeLeading } from './initiatives.actions.ts'
import { lockInitiative, readInitiative } from './initiatives.store.ts'

/** A person coordinates from a day on; one person once at a time. */
export async function appointCoordinator(
  scope: Scope,
  initiativeId: string,
  draft: CoordinationDraft,
): Promise<Initiative> {
  return inTransaction(scope, async (scope) => {
    const { state } = found(await lockInitiative(scope, initiativeId))
    authorizeLeading(scope, found(await readInitiative(scope, initiativeId)))
    if (isEnded(state)) throw new ProblemError('initiative-ended', { state })
    const fromOn = draft.from ?? scope.today
    if (await coordinatesFrom(scope, initiativeId, draft.personId, fromOn))
      throw new ProblemError('already-coordinating')
    await insertCoordination(scope, { initiativeId, personId: draft.personId, fromOn })
    await recordActivity(scope, {
      verb: 'appointCoordinator',
      objectKind: 'initiative',
      objectId: initiativeId,
      facts: { personId: draft.personId, from: fromOn },
    })
    return found(await readInitiative(scope, initiativeId))
  })
}

export async function endCoordination(
  scope: Scope,
  initiativeId: string,
  coordinationId: string,
  on: string,
): Promise<Initiative> {
  return inTransaction(scope, async (scope) => {
    const { personId, fromOn } = found(await findCoordination(scope, initiativeId, coordinationId))
    authorizeLeading(scope, found(await readInitiative(scope, initiativeId)))
    if (fromOn && on < fromOn) throw new ProblemError('dates-in-wrong-order', { from: fromOn, to: on })
    await endCoordinationOn(scope, coordinationId, on)
    await recordActivity(scope, {
      verb: 'endCoordination',
      objectKind: 'initiative',
      objectId: initiativeId,
      facts: { personId, on },
    })
    return found(await readInitiative(scope, initiativeId))
  })
}
