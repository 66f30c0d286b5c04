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
import { isEnded, type InitiativeState } from '@commonweal/domain/initiatives/initiative'
import type { Span } from '@commonweal/domain/spaces/opening-hours'
import { v7 as uuidv7 } from 'uuid'
import { recordActivity, type Act } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { ProblemError, accept, found } from '../http/problem-error.ts'
import { tell } from '../notices/notices.store.ts'
import { lockSpace, occupy, vacate } from '../spaces/occupancies.store.ts'
import { withAlternatives } from './alternatives.ts'
import {
  findAskedPlace,
  findBooking,
  insertBooking,
  ownersOf,
  readBooking,
  setBooking,
  type AskedSpace,
  type PresentRow,
} from './bookings.store.ts'

/** Books a space: confirmed at once, or requested where the host wants to be asked. */
export function requestBooking(
  scope: Scope,
  spaceId: string,
  draft: BookingDraft,
  seen: AskedSpace | null,
): Promise<Booking> {
  return drawUp(scope, spaceId, draft, seen, 'requestBooking')
}

/** Keeps the time while the booking is drawn up; it runs out by itself. */
export function holdBooking(
  scope: Scope,
  spaceId: string,
  draft: BookingDraft,
  seen: AskedSpace | null,
): Promise<Booking> {
  return drawUp(scope, spaceId, draft, seen, 'holdBooking')
}

/** How often a booking is judged anew because its space was changed between the judgement and the lock. */
const MOST_JUDGEMENTS = 5

async function drawUp(
  scope: Scope,
  spaceId: string,
  draft: BookingDraft,
  seen: AskedSpace | null,
  operation: 'requestBooking' | 'holdBooking',
): Promise<Booking> {
  scope.authorize([draft.organisationId])
  const asked = { startsAt: new Date(draft.startsAt), endsAt: new Date(draft.endsAt) }
  for (let judgement = 1; judgement <= MOST_JUDGEMENTS; judgement += 1) {
    const known = judgement === 1 ? seen : null
    const booked = await judged(scope, spaceId, asked, tryBooking(scope, spaceId, draft, known, operation))
    if (booked) return booked
  }
  throw new Error(`space ${spaceId} changes faster than it can be booked`)
}

/** Judges and writes a booking; null where the space was changed in between. */
async function tryBooking(
  scope: Scope,
  spaceId: string,
  draft: BookingDraft,
  known: AskedSpace | null,
  operation: 'requestBooking' | 'holdBooking',
): Promise<Booking | null> {
  const { organisationId } = draft
  const initiativeId = draft.initiativeId ?? null
  const asked = {
    startsAt: new Date(draft.startsAt),
    endsAt: new Date(draft.endsAt),
    expectedAttendance: draft.expectedAttendance ?? null,
  }
  const space = found(await findAskedPlace(scope, spaceId, initiativeId, known))
  accept(rules.requestBooking(space, asked, scope.now))
  refuseEnded(initiativeId, space.initiativeState)
  const verb = operation === 'holdBooking' ? 'hold' : verbOfRequest(space, organisationId, actsFor(scope))
  const id = uuidv7()
  const booking = {
    ...asked,
    spaceId,
    organisationId,
    initiativeId,
    status: bookingSteps[verb].to,
    heldUntil: verb === 'hold' ? new Date(scope.now.getTime() + HOLD_MINUTES * 60_000) : null,
    title: draft.title?.trim() || null,
    message: draft.message?.trim() || null,
  }
  const told = { ...booking, space: space.name, hostId: space.hostId }
  const write = async (scope: Scope) => {
    const booked = await insertBooking(scope, id, booking, space, actOf(id, operation, told))
    if (booked && verb === 'request') await tellHost(scope, id, told)
    return booked
  }
  // One statement is a transaction by itself; only tidings need one around both.
  return verb === 'request' ? inTransaction(scope, write) : write(scope)
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
  const work = inTransaction(scope, async (scope) => {
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
    if (!isBlocking(row.status) && isBlocking(taken.status)) await occupy(scope, id)
    const after = { ...row, ...taken }
    await recordActivity(scope, actOf(id, operation, after))
    await tellOf(scope, id, verb, row, taken)
    return found(await readBooking(scope, id))
  })
  return judged(scope, spaceId, { startsAt, endsAt }, work)
}

/** The outcome of a transaction; where the time is taken, says what is free instead. */
async function judged<Outcome>(scope: Scope, spaceId: string, asked: Span, work: Promise<Outcome>): Promise<Outcome> {
  try {
    return await work
  } catch (error) {
    throw await withAlternatives(scope, spaceId, asked, error)
  }
}

function refuseEnded(initiativeId: string | null, state: InitiativeState | null): void {
  if (initiativeId === null) return
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
function actOf(id: string, verb: string, { space, startsAt, status, organisationId }: Told): Act {
  const facts = { space, startsAt: startsAt.toISOString(), status, organisationId }
  return { verb, objectKind: 'booking', objectId: id, facts }
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
