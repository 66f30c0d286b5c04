import type { Space, SpaceDraft, SpaceEdit } from '@commonweal/contracts/spaces'
import * as rules from '@commonweal/domain/spaces/space'
import { instantOf, wallTimeOf } from '@commonweal/domain/spaces/wall-time'
import { v7 as uuidv7 } from 'uuid'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { ProblemError, accept, found } from '../http/problem-error.ts'
import { changedFields } from '../partners/partners.actions.ts'
import { lockSpace, reoccupySpace } from './occupancies.store.ts'
import { endOffer, insertSpace, listBookedAfter, readSpace, updateSpace, type SpaceValues } from './spaces.store.ts'

/** All a host says of a space; what a draft leaves out is taken from here. */
type Said = Required<SpaceEdit>

export async function offerSpace(scope: Scope, draft: SpaceDraft): Promise<Space> {
  scope.authorize([draft.hostId])
  const { hostId, from, to, ...said } = draft
  const values = valuesOf({ ...nothingSaid(scope.timezone), ...said })
  const id = uuidv7()
  return inTransaction(scope, async (scope) => {
    await insertSpace(scope, id, {
      ...values,
      hostId,
      fromOn: from === undefined ? scope.today : from,
      toOn: to ?? null,
    })
    await recordActivity(scope, {
      verb: 'offerSpace',
      objectKind: 'space',
      objectId: id,
      facts: { name: values.name, hostId },
    })
    return found(await readSpace(scope, id))
  })
}

/** What is left out stays as it is. Bookings already made keep the time they occupy. */
export async function editSpace(scope: Scope, id: string, revision: number, edit: SpaceEdit): Promise<Space> {
  return inTransaction(scope, async (scope) => {
    await lockSpace(scope, id)
    const before = found(await readSpace(scope, id))
    scope.authorize(hostOf(before))
    const values = valuesOf({ ...saidOf(before), ...edit })
    if (!(await updateSpace(scope, id, revision, values))) throw new ProblemError('changed-meanwhile')
    if (values.isShared !== before.isShared) await reoccupySpace(scope, id)
    const changed = changedFields(comparable(valuesOf(saidOf(before))), comparable(values))
    await recordActivity(scope, { verb: 'editSpace', objectKind: 'space', objectId: id, facts: { changed } })
    return found(await readSpace(scope, id))
  })
}

/** Ends the offer on a day of the space's own calendar, unless somebody counts on the space after it. */
export async function withdrawSpace(scope: Scope, id: string, on: string, reason: string | null): Promise<Space> {
  return inTransaction(scope, async (scope) => {
    await lockSpace(scope, id)
    const space = found(await readSpace(scope, id))
    scope.authorize(hostOf(space))
    const bookedAfter = await listBookedAfter(scope, id, instantOf(on, 0, space.timezone))
    const today = wallTimeOf(scope.now, space.timezone).day
    const end = accept(rules.withdrawSpace(space, on, reason, bookedAfter, today))
    await endOffer(scope, id, end.to, end.reason)
    await recordActivity(scope, {
      verb: 'withdrawSpace',
      objectKind: 'space',
      objectId: id,
      facts: { name: space.name, on: end.to, reason: end.reason },
    })
    return found(await readSpace(scope, id))
  })
}

export function hostOf({ host }: Pick<Space, 'host'>): string[] {
  return host === null ? [] : [host.id]
}

function nothingSaid(timezone: string): Omit<Said, 'name' | 'kind'> {
  return {
    ...rules.defaultBookingRules,
    address: null,
    url: null,
    capacity: null,
    timezone,
    isStepFree: null,
    accessibility: null,
    openings: null,
  }
}

function saidOf(space: Space): Said {
  const {
    id: _id,
    host: _host,
    from: _from,
    to: _to,
    withdrawalReason: _reason,
    bookings: _bookings,
    revision: _revision,
    ...said
  } = space
  return said
}

function valuesOf(said: Said): SpaceValues {
  const draft = { ...said, address: said.address?.trim() || null }
  const { openingHours } = accept(rules.offerSpace(draft))
  const { openings: _openings, accessibility, name, ...rest } = draft
  return {
    ...rest,
    name: name.trim(),
    accessibility: accessibility && rules.accessibilityFeatures.filter((feature) => accessibility.includes(feature)),
    openingHours,
  }
}

/** Lists compare by what they hold. */
function comparable({ accessibility, ...values }: SpaceValues): object {
  return { ...values, accessibility: accessibility?.join(' ') ?? null }
}
