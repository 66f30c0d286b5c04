import type { Pledge, PledgeDraft, PledgeEdit, PledgeStepDraft, PlanDraft } from '@commonweal/contracts/pledges'
import { planFreely, planRegularly } from '@commonweal/domain/pledges/instalment-plan'
import { isClosed, stepPledge, type PledgeVerb } from '@commonweal/domain/pledges/pledge'
import {
  editPledge as editTerms,
  offerPledge as offerTerms,
  type PledgeTerms,
} from '@commonweal/domain/pledges/pledge-offer'
import { pledgeStanding } from '@commonweal/domain/pledges/pledge-standing'
import { quantityOf } from '@commonweal/domain/values/money'
import { v7 as uuidv7 } from 'uuid'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { ProblemError, accept, found } from '../http/problem-error.ts'
import { tell } from '../notices/notices.store.ts'
import { changedFields } from '../partners/partners.actions.ts'
import { listInstalments, replaceInstalments } from './instalments.store.ts'
import {
  appendPledgeStep,
  findPledge,
  initiativeForPledge,
  insertPledge,
  lastPledgeStepOn,
  leadersOf,
  lockPledge,
  updatePledge,
  type KeptPledge,
  type LockedPledge,
} from './pledges.store.ts'

/** One pledge, each instalment with its own standing. */
export async function readPledge(scope: Scope, id: string): Promise<Pledge | null> {
  const kept = await findPledge(scope, id)
  return kept && withStandings(kept, scope.today)
}

function withStandings(kept: KeptPledge, today: string): Pledge {
  const closedOn = isClosed(kept.status) ? kept.steps.findLast((step) => step.status === kept.status)?.on : null
  const { instalments } = pledgeStanding(
    { ...kept, closedOn: closedOn ?? null },
    kept.instalments,
    kept.isReceiptsKnown ? kept.receipts : null,
    today,
  )
  return {
    ...kept,
    instalments: kept.instalments.map((instalment, index) => {
      const { standing = null, receivedParts = null, overdueDays = null } = instalments[index] ?? {}
      const isMoney = instalment.amountMinor !== null
      return {
        ...instalment,
        standing,
        receivedMinor: isMoney ? receivedParts : null,
        receivedQuantity: isMoney || receivedParts === null ? null : quantityOf(receivedParts),
        overdueDays,
      }
    }),
  }
}

export async function offerPledge(scope: Scope, draft: PledgeDraft): Promise<Pledge> {
  scope.authorize([draft.organisationId])
  const id = uuidv7()
  return inTransaction(scope, async (scope) => {
    const { organisationId, initiativeId = null } = draft
    const initiative = initiativeId === null ? null : await initiativeForPledge(scope, initiativeId)
    if (initiativeId !== null && initiative === null) throw new ProblemError('initiative-unknown', { initiativeId })
    const { status, ...terms } = accept(offerTerms(initiative, termsOf(draft)))
    await insertPledge(scope, id, { ...terms, status, organisationId, initiativeId })
    await appendPledgeStep(scope, id, { status, steppedOn: scope.today, reason: null })
    await recordActivity(scope, {
      verb: 'offerPledge',
      objectKind: 'pledge',
      objectId: id,
      facts: { organisationId, initiativeId, ...saidOf(terms) },
    })
    const pledge = found(await readPledge(scope, id))
    const toOrganisationIds = initiativeId === null ? [] : await leadersOf(scope, initiativeId)
    await tell(scope, {
      kind: 'pledge-offered',
      toOrganisationIds,
      objectKind: 'pledge',
      objectId: id,
      title: pledge.organisation,
    })
    return pledge
  })
}

/** New terms before confirmation. A plan that no longer sums to them falls away and has to be made anew. */
export async function editPledge(scope: Scope, id: string, revision: number, edit: PledgeEdit): Promise<Pledge> {
  return inTransaction(scope, async (scope) => {
    const present = found(await lockPledge(scope, id))
    scope.authorize([present.organisationId])
    refuseChanged(present, revision)
    const terms = accept(editTerms(present, termsOf(edit)))
    const before = found(await findPledge(scope, id))
    const plan = await listInstalments(scope, id)
    const isPlanKept = planFreely({ ...terms, status: present.status }, plan).allowed
    if (!isPlanKept) await replaceInstalments(scope, id, [])
    await updatePledge(scope, id, { terms })
    await recordActivity(scope, {
      verb: 'editPledge',
      objectKind: 'pledge',
      objectId: id,
      facts: { changed: changedFields(before, terms), isPlanKept, ...saidOf(terms) },
    })
    return found(await readPledge(scope, id))
  })
}

export async function planPledge(scope: Scope, id: string, revision: number, draft: PlanDraft): Promise<Pledge> {
  return inTransaction(scope, async (scope) => {
    const present = found(await lockPledge(scope, id))
    scope.authorize([present.organisationId])
    refuseChanged(present, revision)
    const instalments = (draft.instalments ?? []).map(({ dueOn, amountMinor = null, quantity = null }) => ({
      dueOn,
      amountMinor,
      quantity,
    }))
    const plan = accept(draft.regular ? planRegularly(present, draft.regular) : planFreely(present, instalments))
    await replaceInstalments(scope, id, plan)
    await updatePledge(scope, id, {})
    await recordActivity(scope, {
      verb: 'planPledge',
      objectKind: 'pledge',
      objectId: id,
      facts: { instalments: plan.length, firstDueOn: plan[0]?.dueOn ?? null, lastDueOn: plan.at(-1)?.dueOn ?? null },
    })
    return found(await readPledge(scope, id))
  })
}

/** One dated step of a pledge. Whoever comes second finds it in another state. */
export async function stepPledgeOn(
  scope: Scope,
  id: string,
  verb: PledgeVerb,
  operation: string,
  draft: PledgeStepDraft,
): Promise<Pledge> {
  return inTransaction(scope, async (scope) => {
    const present = found(await lockPledge(scope, id))
    if (verb === 'withdraw') scope.authorize([present.organisationId])
    else await authorizeReceiving(scope, present)
    if (draft.revision !== undefined) refuseChanged(present, draft.revision)
    const last = { status: present.status, on: await lastPledgeStepOn(scope, id) }
    const step = accept(stepPledge(last, verb, { on: draft.on, reason: draft.reason ?? null }, scope.today))
    await updatePledge(scope, id, {
      status: step.status,
      ...(step.status === 'confirmed' ? { confirmedOn: step.on } : {}),
    })
    await appendPledgeStep(scope, id, { status: step.status, steppedOn: step.on, reason: step.reason })
    await recordActivity(scope, {
      verb: operation,
      objectKind: 'pledge',
      objectId: id,
      facts: { on: step.on, status: step.status, reason: step.reason },
    })
    const pledge = found(await readPledge(scope, id))
    await tellOtherSide(scope, pledge, verb, step.reason)
    return pledge
  })
}

/** A withdrawal concerns the receiving side, every other step the organisation that pledged. */
async function tellOtherSide(scope: Scope, pledge: Pledge, verb: PledgeVerb, reason: string | null): Promise<void> {
  const leaders = pledge.initiativeId === null ? [] : await leadersOf(scope, pledge.initiativeId)
  await tell(scope, {
    kind: 'pledge-decided',
    toOrganisationIds: verb === 'withdraw' ? leaders : [pledge.organisationId],
    objectKind: 'pledge',
    objectId: pledge.id,
    title: pledge.initiative ?? pledge.organisation,
    outcome: pledge.status,
    body: reason,
  })
}

/** The receiving side: who leads the initiative today. What is pledged to the community, a steward answers and receives. */
export async function authorizeReceiving(
  scope: Scope,
  { initiativeId }: Pick<LockedPledge, 'initiativeId'>,
): Promise<void> {
  scope.authorize(initiativeId === null ? [] : await leadersOf(scope, initiativeId))
}

function refuseChanged(present: LockedPledge, revision: number): void {
  if (present.revision !== revision) throw new ProblemError('changed-meanwhile')
}

function termsOf(draft: PledgeEdit): PledgeTerms {
  return {
    kind: draft.kind,
    route: draft.route,
    relation: draft.relation ?? null,
    amountMinor: draft.amountMinor ?? null,
    currency: draft.currency ?? null,
    quantity: draft.quantity ?? null,
    unit: draft.unit ?? null,
    from: draft.from ?? null,
    to: draft.to ?? null,
  }
}

function saidOf({ kind, route, amountMinor, currency, quantity, unit }: PledgeTerms) {
  return { kind, route, amountMinor, currency, quantity, unit }
}
