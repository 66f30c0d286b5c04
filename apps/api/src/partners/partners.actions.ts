import type { Partner, PartnerDraft, PartnerEdit, StepDraft } from '@commonweal/contracts/partners'
import { stepMembership, type MembershipVerb } from '@commonweal/domain/partners/membership'
import { v7 as uuidv7 } from 'uuid'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { ProblemError, accept, found } from '../http/problem-error.ts'
import { tell } from '../notices/notices.store.ts'
import {
  closeMembership,
  findTaken,
  insertOrganisation,
  isBelow,
  lockOrganisation,
  openMembership,
  presentMembership,
  readPartner,
  updateOrganisation,
  type OrganisationValues,
} from './partners.store.ts'

export async function addPartner(scope: Scope, draft: PartnerDraft): Promise<Partner> {
  const id = uuidv7()
  return inTransaction(scope, async (scope) => {
    const values = valuesOf(draft)
    await refuseTaken(scope, id, values)
    await insertOrganisation(scope, id, values)
    if (draft.joinedOn) {
      if (draft.joinedOn > scope.today)
        throw new ProblemError('step-in-future', { on: draft.joinedOn, today: scope.today })
      await openMembership(scope, {
        id: uuidv7(),
        organisationId: id,
        state: 'active',
        fromOn: draft.joinedOn,
        reason: null,
      })
    }
    await recordActivity(scope, {
      verb: 'addPartner',
      objectKind: 'partner',
      objectId: id,
      facts: { name: draft.name },
    })
    return found(await readPartner(scope, id))
  })
}

export async function editPartner(scope: Scope, id: string, revision: number, edit: PartnerEdit): Promise<Partner> {
  return inTransaction(scope, async (scope) => {
    const before = found(await readPartner(scope, id))
    scope.authorize([id])
    const values = valuesOf(edit)
    if (values.parentId && (await isBelow(scope, id, values.parentId))) throw new ProblemError('parent-not-possible')
    await refuseTaken(scope, id, values)
    if (!(await updateOrganisation(scope, id, revision, values))) throw new ProblemError('changed-meanwhile')
    const changed = changedFields({ ...before, parentId: before.parent?.id ?? null }, values)
    await recordActivity(scope, { verb: 'editPartner', objectKind: 'partner', objectId: id, facts: { changed } })
    return found(await readPartner(scope, id))
  })
}

/** One dated step of a membership: the present state ends on that day, the next begins. */
export async function stepPartner(scope: Scope, id: string, verb: MembershipVerb, draft: StepDraft): Promise<Partner> {
  return inTransaction(scope, async (scope) => {
    found(await lockOrganisation(scope, id))
    scope.authorize([id])
    const present = await presentMembership(scope, id)
    const step = accept(stepMembership(present, verb, draft.on, draft.reason ?? null, scope.today))
    if (present) await closeMembership(scope, present.id, step.on)
    await openMembership(scope, {
      id: uuidv7(),
      organisationId: id,
      state: step.state,
      fromOn: step.on,
      reason: step.reason,
    })
    await recordActivity(scope, {
      verb: `${verb}Partner`,
      objectKind: 'partner',
      objectId: id,
      facts: { on: step.on, state: step.state, reason: step.reason },
    })
    const partner = found(await readPartner(scope, id))
    await tell(scope, {
      kind: 'membership-decided',
      toOrganisationIds: [id],
      objectKind: 'partner',
      objectId: id,
      title: partner.name,
      outcome: step.state,
      body: step.reason,
    })
    return partner
  })
}

async function refuseTaken(scope: Scope, id: string, values: OrganisationValues): Promise<void> {
  const taken = await findTaken(scope, id, values)
  if (taken === 'name')
    throw new ProblemError('organisation-name-taken', {}, [{ pointer: '/name', code: 'taken', detail: values.name }])
  if (taken === 'identifier') {
    throw new ProblemError('organisation-identifier-taken', {}, [
      { pointer: '/identifier', code: 'taken', detail: values.identifier ?? '' },
    ])
  }
}

function valuesOf(draft: PartnerEdit): OrganisationValues {
  return {
    name: draft.name.trim(),
    sector: draft.sector,
    legalStatus: draft.legalStatus,
    country: draft.country ?? null,
    scheme: draft.scheme ?? null,
    identifier: draft.identifier ?? null,
    parentId: draft.parentId ?? null,
    brings: draft.brings?.trim() || null,
    seeks: draft.seeks?.trim() || null,
    website: draft.website ?? null,
    isPassThrough: draft.isPassThrough ?? false,
  }
}

/** Names of the fields whose value differs, for the trace. */
export function changedFields(before: object, after: object): string[] {
  const old = before as Record<string, unknown>
  return Object.entries(after)
    .filter(([field, value]) => old[field] !== value)
    .map(([field]) => field)
}
