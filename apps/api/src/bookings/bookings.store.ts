import type { Booking, BookingListQuery, BookingRow } from '@commonweal/contracts/bookings'
import { may, verdict } from '@commonweal/domain/access/permissions'
import { isExpired, possibleBookingVerbs, type BookingStatus } from '@commonweal/domain/bookings/booking'
import type { InitiativeState } from '@commonweal/domain/initiatives/initiative'
import type { BookableSpace } from '@commonweal/domain/bookings/booking-rules'
import { readOpenings } from '@commonweal/domain/spaces/opening-hours'
import { instantOf } from '@commonweal/domain/spaces/wall-time'
import { addDays } from '@commonweal/domain/values/day'
import { and, eq, sql } from 'drizzle-orm'
import { containing, keysetPage, lateralOne, noConditions, prepared, where, type PageOf } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { traceOf, tracingSql, type Act } from '../activity/activity.store.ts'
import { occupyingAmongHoldsSql, occupyingSql, spaceLockSql } from '../spaces/occupancies.store.ts'
import { bookings } from './bookings.table.ts'

/** A booking as every list shows it. */
export const rowSql = `b.id, b.space_id as "spaceId", s.name as space, s.timezone, b.initiative_id as "initiativeId", i.title as initiative,
      b.organisation_id as "organisationId", o.name as organisation, b.title, b.starts_at as "startsAt", b.ends_at as "endsAt",
      b.status, b.attendance`
const joinsSql = (spaces: string) => `
      join ${spaces} s on s.community_id = b.community_id and s.id = b.space_id
      join organisations o on o.community_id = b.community_id and o.id = b.organisation_id
      left join initiatives i on i.community_id = b.community_id and i.id = b.initiative_id
      left join organisations h on h.community_id = s.community_id and h.id = s.host_id`
export const fromSql = `bookings b ${joinsSql('spaces')}`
/** The same for a page of many. */
export const listJoinsSql = `
      ${lateralOne('join', 'spaces', 's', 'one.community_id = b.community_id and one.id = b.space_id')}
      ${lateralOne('join', 'organisations', 'o', 'one.community_id = b.community_id and one.id = b.organisation_id')}
      ${lateralOne('left join', 'initiatives', 'i', 'one.community_id = b.community_id and one.id = b.initiative_id')}`
/** Bookings that still mean something: `?` is the present. */
export const isLive = `(b.status not in ('declined', 'cancelled') and (b.status <> 'held' or coalesce(b.held_until > ?, true)))`

/** Days are days of the community's calendar, both included. */
export function listBookings(
  { client, communityId, timezone, now }: Scope,
  query: BookingListQuery,
): Promise<PageOf<BookingRow>> {
  const sort = query.sort ?? 'starts'
  let conditions = where(noConditions(), '(s.name ilike ? or o.name ilike ? or b.title ilike ?)', containing(query.q))
  conditions = where(conditions, 'b.space_id = ?', query.spaceId)
  conditions = where(conditions, 's.host_id = ?', query.hostId)
  conditions = where(conditions, 'b.initiative_id = ?', query.initiativeId)
  conditions = where(conditions, 'b.organisation_id = ?', query.organisationId)
  conditions = where(conditions, 'b.status = ?', query.status)
  if (query.status === undefined && !query.hasCancelled) conditions = where(conditions, isLive, now)
  const from = query.from && instantOf(query.from, 0, timezone)
  const to = query.to && instantOf(addDays(query.to, 1), 0, timezone)
  // Words and hosts are looked for in what a booking points to.
  const isCutFirst = query.q === undefined && query.hostId === undefined
  return keysetPage<BookingRow>(client, {
    select: rowSql,
    ...(isCutFirst ? { from: 'bookings b', joins: listJoinsSql } : { from: `bookings b ${listJoinsSql}` }),
    alias: 'b',
    communityId,
    conditions: touching(conditions, from || undefined, to || undefined),
    order: { by: 'b.starts_at', type: 'timestamptz', isDescending: sort.startsWith('-') },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

/** Bookings that touch a span; either end may be open. */
export function touching(conditions: ReturnType<typeof noConditions>, from: Date | undefined, to: Date | undefined) {
  const range = 'tstzrange(b.starts_at, b.ends_at)'
  return where(
    where(conditions, `${range} && tstzrange(?, 'infinity')`, from),
    `${range} && tstzrange('-infinity', ?)`,
    to,
  )
}

interface BookingFacts extends Omit<Booking, 'isExpired' | 'possibleVerbs' | 'startsAt' | 'endsAt' | 'heldUntil'> {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly heldUntil: Date | null
}

const requesterSql = `(select json_build_object('id', p.id, 'displayName', p.display_name) from people p
      where p.community_id = b.community_id and p.id = b.person_id) as "requestedBy"`
const factsSql = `${rowSql}, s.host_id as "hostId", h.name as host, b.held_until as "heldUntil", b.expected_attendance as "expectedAttendance",
    ${requesterSql}, b.message, b.reason, b.revision`
const bookingStatement = `select ${factsSql} from ${fromSql} where b.community_id = $1 and b.id = $2`

/** One booking; people only for those who may see people, what was said only for those concerned. */
export async function readBooking(scope: Scope, id: string): Promise<Booking | null> {
  const [facts] = await prepared<BookingFacts>(scope.client, bookingStatement, [scope.communityId, id])
  return facts ? shown(scope, facts) : null
}

function shown(scope: Scope, facts: BookingFacts): Booking {
  const organisationIds = scope.representations.map((each) => each.organisationId)
  const isConcerned = may({ role: scope.role, organisationIds }, 'bookings:cancel', ownersOf(facts))
  return {
    ...facts,
    startsAt: facts.startsAt.toISOString(),
    endsAt: facts.endsAt.toISOString(),
    heldUntil: facts.heldUntil?.toISOString() ?? null,
    requestedBy: verdict(scope.role, 'people:read') === 'denied' ? null : facts.requestedBy,
    message: isConcerned ? facts.message : null,
    reason: isConcerned ? facts.reason : null,
    isExpired: isExpired(facts, scope.now),
    possibleVerbs: possibleBookingVerbs(facts, scope.now),
  }
}

/** A booking belongs to who booked and to who hosts. */
export function ownersOf({ organisationId, hostId }: { organisationId: string; hostId: string | null }): string[] {
  return hostId === null ? [organisationId] : [organisationId, hostId]
}

export interface NewBooking {
  readonly spaceId: string
  readonly organisationId: string
  readonly initiativeId: string | null
  readonly startsAt: Date
  readonly endsAt: Date
  readonly status: BookingStatus
  readonly heldUntil: Date | null
  readonly title: string | null
  readonly message: string | null
  readonly expectedAttendance: number | null
}

/** What only the database knows of a new booking. */
type Told = Pick<BookingFacts, 'organisation' | 'initiative' | 'host' | 'requestedBy' | 'revision'>

const inserting = (occupying: typeof occupyingSql) => `
  with place as (
      select s.* from spaces s, (select ${spaceLockSql('$1', '$3')}) as turn
      where s.community_id = $1 and s.id = $3 and s.xmin = $15::xid for share of s),
    booked as (
      insert into bookings (community_id, id, space_id, organisation_id, initiative_id, starts_at, ends_at, status, held_until,
        title, message, expected_attendance, person_id, recorded_at)
      select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::timestamptz, $7::timestamptz, $8::text, $9::timestamptz,
        $10::text, $11::text, $12::integer, $13::uuid, $14::timestamptz from place
      returning *),
    ${occupying('booked', 'place', '$14')},
    traced as (${tracingSql('booked', 16)})
  select o.name as organisation, i.title as initiative, h.name as host, ${requesterSql}, b.revision
  from booked b ${joinsSql('place')}`
const insertStatement = inserting(occupyingSql)
const insertAmongHoldsStatement = inserting(occupyingAmongHoldsSql)

/**
 * Writes a booking, the time it occupies if it is one that blocks, and the trace of both, in one statement and one
 * transaction: under the lock of the space, and only while the space is the very row that was judged. Null where it is
 * not: read and judge again. Only what is not known here comes back: a column more is felt in how many bookings there can be a second.
 */
export async function insertBooking(
  scope: Scope,
  id: string,
  booking: NewBooking,
  { seen, hasHolds, name: space, timezone, hostId }: AskedPlace,
  act: Act,
): Promise<Booking | null> {
  const statement = hasHolds ? insertAmongHoldsStatement : insertStatement
  const [read] = await prepared<Told>(scope.client, statement, [
    scope.communityId,
    id,
    booking.spaceId,
    booking.organisationId,
    booking.initiativeId,
    booking.startsAt,
    booking.endsAt,
    booking.status,
    booking.heldUntil,
    booking.title,
    booking.message,
    booking.expectedAttendance,
    scope.personId,
    scope.now,
    seen,
    ...traceOf(scope, act),
  ])
  if (!read) return null
  return shown(scope, { ...booking, ...read, id, space, timezone, hostId, attendance: null, reason: null })
}

/** What a step needs to know of a booking. Take the lock of its space before reading it to change it. */
export interface PresentRow {
  readonly spaceId: string
  readonly space: string
  readonly hostId: string | null
  readonly needsApproval: boolean
  readonly organisationId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly status: BookingStatus
  readonly heldUntil: Date | null
  readonly message: string | null
}

export async function findBooking({ client, communityId }: Scope, id: string): Promise<PresentRow | null> {
  const rows = await prepared<PresentRow>(
    client,
    `select b.space_id as "spaceId", s.name as space, s.host_id as "hostId", s.needs_approval as "needsApproval",
      b.organisation_id as "organisationId", b.starts_at as "startsAt", b.ends_at as "endsAt", b.status,
      b.held_until as "heldUntil", b.message
      from bookings b join spaces s on s.community_id = b.community_id and s.id = b.space_id
      where b.community_id = $1 and b.id = $2`,
    [communityId, id],
  )
  return rows[0] ?? null
}

export async function setBooking(
  { db, communityId, now }: Scope,
  id: string,
  change: { status: BookingStatus; reason?: string; attendance?: number; heldUntil?: null },
): Promise<void> {
  await db
    .update(bookings)
    .set({ ...change, recordedAt: now, isRecordedAssumed: false, revision: sql`${bookings.revision} + 1` })
    .where(and(eq(bookings.communityId, communityId), eq(bookings.id, id)))
}

/** What the rules ask before a booking is made: of the space, and of the initiative it is for (null where not known here). */
export interface AskedPlace extends BookableSpace {
  readonly name: string
  readonly hostId: string | null
  /** Which version of the row this is. */
  readonly seen: string
  /** Whether any of its bookings is held. A hold made since cannot have run out yet, so it need not be looked for. */
  readonly hasHolds: boolean
  readonly initiativeState: InitiativeState | null
}

/** The space to be booked as JSON, for a statement that knows community and id. */
export function askedPlaceSql(communityId: string, id: string): string {
  return `select json_build_object('name', s.name, 'seen', s.xmin::text,
    'hasHolds', exists (select from bookings h where h.community_id = s.community_id and h.space_id = s.id and h.status = 'held'), 'hostId', s.host_id, 'timezone', s.timezone,
    'capacity', s.capacity, 'from', s.from_on, 'to', s.to_on, 'openingHours', s.opening_hours,
    'needsApproval', s.needs_approval, 'isShared', s.is_shared, 'shortestMinutes', s.shortest_minutes,
    'longestMinutes', s.longest_minutes, 'bufferBeforeMinutes', s.buffer_before_minutes,
    'bufferAfterMinutes', s.buffer_after_minutes, 'aheadDays', s.ahead_days)
  from spaces s where s.community_id = ${communityId} and s.id = ${id}`
}

/** The space as `askedPlaceSql` gives it. */
export type AskedSpace = Omit<AskedPlace, 'openings' | 'initiativeState'> & { readonly openingHours: string | null }

const placeStatement = `select (${askedPlaceSql('$1', '$2')}) as space,
  (select state from initiatives where community_id = $1 and id = $3) as "initiativeState"`

/** What is to be judged; the space is not read again where `known` is it, and there is no initiative to read either. */
export async function findAskedPlace(
  { client, communityId }: Scope,
  spaceId: string,
  initiativeId: string | null,
  known: AskedSpace | null,
): Promise<AskedPlace | null> {
  if (known && initiativeId === null) return asked(known, null)
  const [row] = await prepared<{ space: AskedSpace | null; initiativeState: InitiativeState | null }>(
    client,
    placeStatement,
    [communityId, spaceId, initiativeId],
  )
  return row?.space ? asked(row.space, row.initiativeState) : null
}

function asked(space: AskedSpace, initiativeState: InitiativeState | null): AskedPlace {
  return { ...space, openings: readOpenings(space.openingHours), initiativeState }
}
