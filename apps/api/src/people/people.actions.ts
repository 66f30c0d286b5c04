import type { Person, RepresentationDraft } from '@commonweal/contracts/people'
import type { Role } from '@commonweal/domain/access/permissions'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { ProblemError, found } from '../http/problem-error.ts'
import {
  beginRepresentation,
  beginRole,
  closeRepresentation,
  endRole,
  lockRoles,
  openRepresentation,
  readPerson,
  setSuspension,
} from './people.store.ts'

export async function giveRole(scope: Scope, personId: string, role: Role | null): Promise<Person> {
  return inTransaction(scope, async (scope) => {
    await lockRoles(scope)
    const person = found(await readPerson(scope, personId))
    if (person.role === role) return person
    refuseLastSteward(person, person.role === 'steward')
    if (person.role) await endRole(scope, personId)
    if (role) await beginRole(scope, personId, role)
    await recordActivity(scope, {
      verb: 'giveRole',
      objectKind: 'person',
      objectId: personId,
      facts: { from: person.role, to: role },
    })
    return found(await readPerson(scope, personId))
  })
}

export async function suspendPerson(scope: Scope, personId: string, reason: string): Promise<Person> {
  return inTransaction(scope, async (scope) => {
    await lockRoles(scope)
    const person = found(await readPerson(scope, personId))
    if (!reason.trim())
      throw new ProblemError('reason-missing', {}, [{ pointer: '/reason', code: 'missing', detail: '' }])
    if (person.isSuspended) return person
    refuseLastSteward(person, person.role === 'steward')
    await setSuspension(scope, personId, reason.trim())
    await recordActivity(scope, { verb: 'suspendPerson', objectKind: 'person', objectId: personId })
    return found(await readPerson(scope, personId))
  })
}

export async function readmitPerson(scope: Scope, personId: string): Promise<Person> {
  return inTransaction(scope, async (scope) => {
    const person = found(await readPerson(scope, personId))
    if (!person.isSuspended) return person
    await setSuspension(scope, personId, null)
    await recordActivity(scope, { verb: 'readmitPerson', objectKind: 'person', objectId: personId })
    return found(await readPerson(scope, personId))
  })
}

export async function appointRepresentative(
  scope: Scope,
  personId: string,
  draft: RepresentationDraft,
): Promise<Person> {
  return inTransaction(scope, async (scope) => {
    found(await readPerson(scope, personId))
    if (await openRepresentation(scope, personId, draft.organisationId)) throw new ProblemError('already-representing')
    await beginRepresentation(scope, {
      personId,
      organisationId: draft.organisationId,
      capacity: draft.capacity,
      isPaid: draft.isPaid ?? null,
      fromOn: draft.from ?? scope.today,
    })
    await recordActivity(scope, {
      verb: 'appointRepresentative',
      objectKind: 'person',
      objectId: personId,
      facts: { organisationId: draft.organisationId, capacity: draft.capacity },
    })
    return found(await readPerson(scope, personId))
  })
}

export async function endRepresentation(
  scope: Scope,
  personId: string,
  organisationId: string,
  on: string,
): Promise<Person> {
  return inTransaction(scope, async (scope) => {
    found(await readPerson(scope, personId))
    const representation = found(await openRepresentation(scope, personId, organisationId))
    if (representation.fromOn && on < representation.fromOn)
      throw new ProblemError('dates-in-wrong-order', { from: representation.fromOn, to: on })
    await closeRepresentation(scope, representation.id, on)
    await recordActivity(scope, {
      verb: 'endRepresentation',
      objectKind: 'person',
      objectId: personId,
      facts: { organisationId, on },
    })
    return found(await readPerson(scope, personId))
  })
}

function refuseLastSteward(person: Person, isSteward: boolean): void {
  if (isSteward && !person.isSuspended && person.stewards <= 1) throw new ProblemError('last-steward')
}
