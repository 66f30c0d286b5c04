import type {
  Initiative,
  InitiativeDraft,
  InitiativeEdit,
  InitiativeStepDraft,
  ParticipationDraft,
} from '@commonweal/contracts/initiatives'
import { stepInitiative, isEnded, type InitiativeVerb } from '@commonweal/domain/initiatives/initiative'
import { v7 as uuidv7 } from 'uuid'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { ProblemError, accept, found } from '../http/problem-error.ts'
import { tell } from '../notices/notices.store.ts'
import { changedFields } from '../partners/partners.actions.ts'
import {
  appendStep,
  endParticipation,
  findParticipation,
  insertInitiative,
  insertParticipations,
  lastStepOn,
  lockInitiative,
  readInitiative,
  setState,
  updateInitiative,
  type InitiativeValues,
} from './initiatives.store.ts'

const leading = ['lead', 'co-lead']

export async function startInitiative(scope: Scope, draft: InitiativeDraft): Promise<Initiative> {
  const leads = draft.participations.filter((each) => leading.includes(each.role))
  if (!draft.participations.some((each) => each.role === 'lead')) throw new ProblemError('initiative-needs-lead')
  // Whoever starts something starts it for an organisation that will carry it.
  scope.authorize(leads.map((each) => each.organisationId))
  const startedOn = draft.startedOn ?? null
  if (startedOn && startedOn > scope.today)
    throw new ProblemError('step-in-future', { on: startedOn, today: scope.today })
  const id = uuidv7()
  return inTransaction(scope, async (scope) => {
    const state = startedOn ? 'active' : 'idea'
    const values = valuesOf(draft)
    refuseWrongOrder(startedOn, values.plannedEndOn)
    await insertInitiative(scope, id, { ...values, state, startedOn })
    await appendStep(scope, id, { state, steppedOn: startedOn ?? scope.today, reason: null })
    await insertParticipations(
      scope,
      id,
      draft.participations.map((each) => ({ ...each, fromOn: startedOn ?? scope.today, toOn: null })),
    )
    await recordActivity(scope, {
      verb: 'startInitiative',
      objectKind: 'initiative',
      objectId: id,
      facts: { title: values.title, state },
    })
    return found(await readInitiative(scope, id))
  })
}

export async function editInitiative(
  scope: Scope,
  id: string,
  revision: number,
  edit: InitiativeEdit,
): Promise<Initiative> {
  return inTransaction(scope, async (scope) => {
    const before = found(await readInitiative(scope, id))
    authorizeLeading(scope, before)
    const values = valuesOf(edit)
    refuseWrongOrder(before.startedOn, values.plannedEndOn)
    if (!(await updateInitiative(scope, id, revision, values))) throw new ProblemError('changed-meanwhile')
    await recordActivity(scope, {
      verb: 'editInitiative',
      objectKind: 'initiative',
      objectId: id,
      facts: { changed: changedFields(before, values) },
    })
    return found(await readInitiative(scope, id))
  })
}

/** One dated step of an initiative's life; the first step into `active` is its start, the last its end. */
export async function stepInitiativeOn(
  scope: Scope,
  id: string,
  verb: InitiativeVerb,
  operation: string,
  draft: InitiativeStepDraft,
): Promise<Initiative> {
  return inTransaction(scope, async (scope) => {
    const present = found(await lockInitiative(scope, id))
    authorizeLeading(scope, found(await readInitiative(scope, id)))
    const last = { state: present.state, on: (await lastStepOn(scope, id)) ?? present.startedOn }
    const step = accept(
      stepInitiative(
        last,
        verb,
        {
          on: draft.on,
          reason: draft.reason ?? null,
          outcome: draft.outcome ?? null,
          lesson: draft.lesson ?? null,
        },
        scope.today,
      ),
    )
    if (step.state === 'active' && !present.startedOn) refuseWrongOrder(step.on, present.plannedEndOn)
    await setState(scope, id, {
      state: step.state,
      ...(step.state === 'active' && !present.startedOn ? { startedOn: step.on } : {}),
      ...(isEnded(step.state) ? { endedOn: step.on } : {}),
      ...(step.outcome ? { outcome: step.outcome } : {}),
      ...(step.lesson ? { lesson: step.lesson } : {}),
    })
    await appendStep(scope, id, { state: step.state, steppedOn: step.on, reason: step.reason })
    await recordActivity(scope, {
      verb: operation,
      objectKind: 'initiative',
      objectId: id,
      facts: { on: step.on, state: step.state, reason: step.reason },
    })
    return found(await readInitiative(scope, id))
  })
}

export async function joinInitiative(scope: Scope, id: string, draft: ParticipationDraft): Promise<Initiative> {
  return inTransaction(scope, async (scope) => {
    found(await lockInitiative(scope, id))
    const { state, endedOn } = found(await readInitiative(scope, id))
    scope.authorize([draft.organisationId])
    const fromOn = draft.from ?? scope.today
    // Who took part while it ran can still be recorded.
    if (isEnded(state) && (endedOn === null || fromOn > endedOn))
      throw new ProblemError('initiative-ended', { endedOn })
    refuseWrongOrder(fromOn, draft.to ?? null)
    await insertParticipations(scope, id, [
      { organisationId: draft.organisationId, role: draft.role, fromOn, toOn: draft.to ?? null },
    ])
    await recordActivity(scope, {
      verb: 'joinInitiative',
      objectKind: 'initiative',
      objectId: id,
      facts: { organisationId: draft.organisationId, role: draft.role, from: fromOn },
    })
    const initiative = found(await readInitiative(scope, id))
    await tell(scope, {
      kind: 'initiative-joined',
      toOrganisationIds: leadersOf(scope, initiative),
      objectKind: 'initiative',
      objectId: id,
      title: initiative.title,
    })
    return initiative
  })
}

export async function leaveInitiative(
  scope: Scope,
  id: string,
  participationId: string,
  on: string,
): Promise<Initiative> {
  return inTransaction(scope, async (scope) => {
    const participation = found(await findParticipation(scope, id, participationId))
    scope.authorize([participation.organisationId])
    refuseWrongOrder(participation.fromOn, on)
    await endParticipation(scope, participationId, on)
    await recordActivity(scope, {
      verb: 'leaveInitiative',
      objectKind: 'initiative',
      objectId: id,
      facts: { organisationId: participation.organisationId, on },
    })
    return found(await readInitiative(scope, id))
  })
}

/** An initiative belongs to the partners who lead it now. */
export function authorizeLeading(scope: Scope, initiative: Initiative): void {
  scope.authorize(leadersOf(scope, initiative))
}

/** Whoever takes part now may speak of it. */
export function authorizeTakingPart(scope: Scope, { participations }: Initiative): void {
  scope.authorize(
    participations.filter(({ to }) => to === null || to > scope.today).map(({ organisationId }) => organisationId),
  )
}

export function leadersOf({ today }: Scope, initiative: Initiative): string[] {
  return initiative.participations
    .filter((each) => leading.includes(each.role) && (each.to === null || each.to > today))
    .map((each) => each.organisationId)
}

function refuseWrongOrder(from: string | null, to: string | null): void {
  if (from && to && to < from) throw new ProblemError('dates-in-wrong-order', { from, to })
}

function valuesOf(draft: InitiativeEdit): InitiativeValues {
  return {
    title: draft.title.trim(),
    kind: draft.kind,
    theme: draft.theme?.trim() || null,
    summary: draft.summary?.trim() || null,
    plannedEndOn: draft.plannedEndOn ?? null,
    reviewOn: draft.reviewOn ?? null,
  }
}
