import type { Booking, BookingDraft } from '@commonweal/contracts/bookings'
import {
  HOLD_MINUTES,
  bookingSteps,
  isBlocking,
  stepBooking,
  verbOfRequest,
  type BookingStep,
  type BookingVerb,
} from '@commonweal/domain/bookings/booking'
import * as rules from '@commonweal/domain/bookings/booking-rules'
import { isEnded } from '@commonweal/domain/initiatives/initiative'
import type { Span } from '@commonweal/domain/spaces/opening-hours'
import { v7 as uuidv7 } from 'uuid'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { ProblemError, accept, found } from '../http/problem-error.ts'
import { tell } from '../notices/notices.store.ts'
import { lockSpace, occupy, purgeExpiredHolds, vacate } from '../spaces/occupancies.store.ts'
import { readSpace } from '../spaces/spaces.store.ts'
import { withAlternatives } from './alternatives.ts'
import {
  findBooking,
  findInitiativeState,
  insertBooking,
  ownersOf,
  readBooking,
  setBooking,
  type PresentRow,
} from './bookings.store.ts'

/** Books a space: confirmed at once, or requested where the host wants to be asked. */
export function requestBooking(scope: Scope, spaceId: string, draft: BookingDraft): Promise<Booking> {
  return drawUp(scope, spaceId, draft, 'requestBooking')
}

/** Keeps the time while the booking is drawn up; it runs out by itself. */
export function holdBooking(scope: Scope, spaceId: string, draft: BookingDraft): Promise<Booking> {
  return drawUp(scope, spaceId, draft, 'holdBooking')
}

async function drawUp(
  scope: Scope,
  spaceId: string,
  draft: BookingDraft,
  operation: 'requestBooking' | 'holdBooking',
): Promise<Booking> {
  scope.authorize([draft.organisationId])
  const { organisationId } = draft
  const id = uuidv7()
  const asked = {
    startsAt: new Date(draft.startsAt),
    endsAt: new Date(draft.endsAt),
    expectedAttendance: draft.expectedAttendance ?? null,
  }
  return judged(scope, spaceId, asked, async (scope) => {
    await lockSpace(scope, spaceId)
    const space = found(await readSpace(scope, spaceId))
    accept(rules.requestBooking(space, asked, scope.now))
    await refuseEnded(scope, draft.initiativeId ?? null)
    const hostId = space.host?.id ?? null
    const verb =
      operation === 'holdBooking'
        ? 'hold'
        : verbOfRequest({ needsApproval: space.needsApproval, hostId }, organisationId, actsFor(scope))
    const { to: status } = bookingSteps[verb]
    const message = draft.message?.trim() || null
    await insertBooking(scope, id, {
      ...asked,
      spaceId,
      organisationId,
      initiativeId: draft.initiativeId ?? null,
      status,
      heldUntil: verb === 'hold' ? new Date(scope.now.getTime() + HOLD_MINUTES * 60_000) : null,
      title: draft.title?.trim() || null,
      message,
    })
    await purgeExpiredHolds(scope, spaceId)
    await occupy(scope, id)
    const row = { ...asked, status, message, spaceId, space: space.name, hostId, organisationId }
    await recordStep(scope, id, operation, row)
    if (verb === 'request') await tellHost(scope, id, row)
    return found(await readBooking(scope, id))
  })
}

/** A held time becomes a booking; where the host is asked first it is given back until the answer. */
export function confirmBooking(scope: Scope, id: string): Promise<Booking> {
  const verbOf = (scope: Scope, row: PresentRow) => verbOfRequest(row, row.organisationId, actsFor(scope))
  return step(scope, id, 'confirmBooking', verbOf, (row) => [row.organisationId])
}

export function approveBooking(scope: Scope, id: string): Promise<Booking> {
  return step(scope, id, 'approveBooking', () => 'approve', hostOf)
}

export function declineBooking(scope: Scope, id: string, reason: string | null): Promise<Booking> {
  return step(scope, id, 'declineBooking', () => 'decline', hostOf, { reason })
}

export function cancelBooking(scope: Scope, id: string, reason: string | null): Promise<Booking> {
  return step(scope, id, 'cancelBooking', () => 'cancel', ownersOf, { reason })
}

/** It took place; said again, it corrects the count. */
export function attendBooking(scope: Scope, id: string, attendance: number): Promise<Booking> {
  return step(scope, id, 'attendBooking', () => 'attend', ownersOf, { attendance })
}

export function releaseBooking(scope: Scope, id: string, reason: string | null): Promise<Booking> {
  return step(scope, id, 'releaseBooking', () => 'release', ownersOf, { reason })
}

interface Said {
  readonly reason?: string | null
  readonly attendance?: number
}

/** One step of a booking that exists: those who may, the table of steps, the time it occupies, the trace, the tidings. */
async function step(
  scope: Scope,
  id: string,
  operation: string,
  verbOf: (scope: Scope, row: PresentRow) => BookingVerb,
  owners: (row: PresentRow) => string[],
  said: Said = {},
): Promise<Booking> {
  const { spaceId, startsAt, endsAt } = found(await findBooking(scope, id))
  return judged(scope, spaceId, { startsAt, endsAt }, async (scope) => {
    await lockSpace(scope, spaceId)
    const row = found(await findBooking(scope, id))
    scope.authorize(owners(row))
    const verb = verbOf(scope, row)
    const taken = accept(stepBooking(row, verb, said.reason ?? null, scope.now))
    await setBooking(scope, id, {
      status: taken.status,
      ...(taken.reason === null ? {} : { reason: taken.reason }),
      ...(said.attendance === undefined ? {} : { attendance: said.attendance }),
      ...(row.status === 'held' ? { heldUntil: null } : {}),
    })
    // What keeps its time keeps it as it is, whatever buffers the host has set since.
    if (isBlocking(row.status) && !isBlocking(taken.status)) await vacate(scope, id)
    if (!isBlocking(row.status) && isBlocking(taken.status)) {
      await purgeExpiredHolds(scope, spaceId)
      await occupy(scope, id)
    }
    const after = { ...row, ...taken }
    await recordStep(scope, id, operation, after)
    await tellOf(scope, id, verb, row, taken)
    return found(await readBooking(scope, id))
  })
}

/** Runs the work as one transaction; where the time is taken, says what is free instead. */
async function judged(
  scope: Scope,
  spaceId: string,
  asked: Span,
  work: (scope: Scope) => Promise<Booking>,
): Promise<Booking> {
  try {
    return await inTransaction(scope, work)
  } catch (error) {
    throw await withAlternatives(scope, spaceId, asked, error)
  }
}

async function refuseEnded(scope: Scope, initiativeId: string | null): Promise<void> {
  if (initiativeId === null) return
  const state = await findInitiativeState(scope, initiativeId)
  if (state === null) throw new ProblemError('initiative-unknown')
  if (isEnded(state)) throw new ProblemError('initiative-ended', { state })
}

function actsFor({ representations }: Scope): string[] {
  return representations.map((each) => each.organisationId)
}

function hostOf({ hostId }: PresentRow): string[] {
  return hostId === null ? [] : [hostId]
}

type Told = Pick<PresentRow, 'space' | 'hostId' | 'organisationId' | 'startsAt' | 'status' | 'message'>

/** The trace is read by everyone in the community, so what was said between host and guest is left out. */
async function recordStep(
  scope: Scope,
  id: string,
  verb: string,
  { space, startsAt, status, organisationId }: Told,
): Promise<void> {
  const facts = { space, startsAt: startsAt.toISOString(), status, organisationId }
  await recordActivity(scope, { verb, objectKind: 'booking', objectId: id, facts })
}

async function tellHost(scope: Scope, id: string, { hostId, space, message }: Told): Promise<void> {
  if (hostId === null) return
  await tell(scope, {
    kind: 'booking-asked',
    toOrganisationIds: [hostId],
    objectKind: 'booking',
    objectId: id,
    title: space,
    body: message,
  })
}

async function tellOf(
  scope: Scope,
  id: string,
  verb: BookingVerb,
  row: PresentRow,
  { status, reason }: BookingStep,
): Promise<void> {
  if (verb === 'request') return tellHost(scope, id, row)
  if (verb !== 'approve' && verb !== 'decline' && verb !== 'cancel') return
  if (row.status === 'held') return
  const toOrganisationIds = verb === 'cancel' ? ownersOf(row) : [row.organisationId]
  await tell(scope, {
    kind: 'booking-decided',
    toOrganisationIds,
    objectKind: 'booking',
    objectId: id,
    title: row.space,
    outcome: status,
    body: reason,
  })
}
