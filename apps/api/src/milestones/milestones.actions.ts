import type { Milestone, MilestoneDraft } from '@commonweal/contracts/milestones'
import { isEnded } from '@commonweal/domain/initiatives/initiative'
import { settleMilestone, type MilestoneVerb } from '@commonweal/domain/milestones/milestone'
import { v7 as uuidv7 } from 'uuid'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { accept, found, ProblemError } from '../http/problem-error.ts'
import { authorizeLeading } from '../initiatives/initiatives.actions.ts'
import { readInitiative } from '../initiatives/initiatives.store.ts'
import { changedFields } from '../partners/partners.actions.ts'
import { insertMilestone, readMilestone, updateMilestone, type MilestoneValues } from './milestones.store.ts'

export async function addMilestone(scope: Scope, initiativeId: string, draft: MilestoneDraft): Promise<Milestone> {
  const id = uuidv7()
  return inTransaction(scope, async (scope) => {
    const initiative = found(await readInitiative(scope, initiativeId))
    authorizeLeading(scope, initiative)
    if (isEnded(initiative.state)) throw new ProblemError('initiative-ended', { state: initiative.state })
    const values = valuesOf(draft)
    await insertMilestone(scope, id, { ...values, initiativeId })
    await recordStep(scope, 'addMilestone', { id, initiativeId, title: values.title }, { dueOn: values.dueOn })
    return found(await readMilestone(scope, id))
  })
}

export async function editMilestone(
  scope: Scope,
  id: string,
  revision: number,
  draft: MilestoneDraft,
): Promise<Milestone> {
  return inTransaction(scope, async (scope) => {
    const before = await readOwn(scope, id)
    const values = valuesOf(draft)
    if (!(await updateMilestone(scope, id, revision, values))) throw new ProblemError('changed-meanwhile')
    await recordStep(
      scope,
      'editMilestone',
      { ...before, title: values.title },
      { changed: changedFields(before, values) },
    )
    return found(await readMilestone(scope, id))
  })
}

/** Reaches, drops or reopens; of two at once the later one finds the milestone settled. */
export async function stepMilestone(
  scope: Scope,
  id: string,
  verb: MilestoneVerb,
  operation: string,
  draft: { readonly on: string; readonly note: string | null },
): Promise<Milestone> {
  return inTransaction(scope, async (scope) => {
    const before = await readOwn(scope, id)
    const settling = accept(settleMilestone(before, verb, draft, scope.today))
    if (!(await updateMilestone(scope, id, before.revision, settling)))
      throw new ProblemError('milestone-step-not-possible', { verb })
    const facts = verb === 'reopen' ? {} : { on: draft.on, reason: settling.note }
    await recordStep(scope, operation, before, facts)
    return found(await readMilestone(scope, id))
  })
}

/** A milestone of an initiative that the person may change. */
async function readOwn(scope: Scope, id: string): Promise<Milestone> {
  const milestone = found(await readMilestone(scope, id))
  authorizeLeading(scope, found(await readInitiative(scope, milestone.initiativeId)))
  return milestone
}

/** The trace stands with the initiative, where its partners look for it. */
function recordStep(
  scope: Scope,
  verb: string,
  { id, initiativeId, title }: Pick<Milestone, 'id' | 'initiativeId' | 'title'>,
  facts: Record<string, unknown>,
): Promise<void> {
  return recordActivity(scope, {
    verb,
    objectKind: 'initiative',
    objectId: initiativeId,
    facts: { milestoneId: id, title, ...facts },
  })
}

function valuesOf({ title, dueOn }: MilestoneDraft): MilestoneValues {
  return { title: title.trim(), dueOn: dueOn ?? null }
}
