import type { Span } from '@commonweal/domain/spaces/opening-hours'
import { blockingStatuses } from '@commonweal/domain/bookings/booking'
import { prepared } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

const statuses = blockingStatuses.map((status) => `'${status}'`).join(', ')

/** Whether booking `b` keeps its space `s` from others at an instant; a shared space is kept from nobody. */
export function blocksSql(now: string): string {
  return `b.status in (${statuses}) and not s.is_shared
    and (b.status <> 'held' or b.held_until is null or b.held_until > ${now}::timestamptz)`
}

/** The time booking `b` occupies space `s`: its own, and the buffers around it. */
export const occupiedSql = `tstzrange(b.starts_at - make_interval(mins => s.buffer_before_minutes),
    b.ends_at + make_interval(mins => s.buffer_after_minutes), '[)')`

/**
 * Lets one writer at a time decide about a space, until the transaction ends. Without it, writers of several times would
 * wait for each other in a circle; the exclusion constraint stays the judge.
 */
export async function lockSpace({ client, communityId }: Scope, spaceId: string): Promise<void> {
  await prepared(client, `select ${spaceLockSql('$1', '$2')}`, [communityId, spaceId])
}

export function spaceLockSql(communityId: string, spaceId: string): string {
  return `pg_advisory_xact_lock(hashtextextended(${communityId}::uuid::text || ${spaceId}::uuid::text, 7))`
}

/**
 * Common table expressions that occupy the spaces for bookings (each an expression or a table), where they block. The constraint
 * refuses a time that is taken.
 */
export function occupyingSql(bookings: string, spaces: string, now: string): string {
  return `${askedSql(bookings, spaces, now)},
    occupied as (
      insert into occupancies (community_id, id, booking_id, space_id, during)
      select a.community_id, a.id, a.id, a.space_id, a.during from asked a
      returning id)`
}

/**
 * The same where holds may stand in the way: those that have run out give back the time that is asked for; their bookings stay,
 * that they ran out can be seen from them. Their rows are locked, so that one that became a booking while this statement waited
 * keeps its time.
 */
export function occupyingAmongHoldsSql(bookings: string, spaces: string, now: string): string {
  return `${askedSql(bookings, spaces, now)},
    run_out as (
      select o.community_id, o.id from asked a, occupancies o, bookings h
      where o.community_id = a.community_id and o.space_id = a.space_id and o.during && a.during
        and h.community_id = o.community_id and h.id = o.booking_id and h.status = 'held' and h.held_until <= ${now}::timestamptz
      for update of h, o),
    given_back as (
      delete from occupancies o using run_out r where o.community_id = r.community_id and o.id = r.id returning o.id),
    occupied as (
      insert into occupancies (community_id, id, booking_id, space_id, during)
      select a.community_id, a.id, a.id, a.space_id, a.during from asked a
      -- Counting makes the times be given back before this one is taken.
      where (select count(*) from given_back) >= 0
      returning id)`
}

function askedSql(bookings: string, spaces: string, now: string): string {
  return `asked as (
      select b.community_id, b.id, b.space_id, ${occupiedSql} as during
      from ${bookings} b join ${spaces} s on s.community_id = b.community_id and s.id = b.space_id where ${blocksSql(now)})`
}

/** Occupies the space for a booking that exists, if it is one that blocks. */
export async function occupy({ client, communityId, now }: Scope, bookingId: string): Promise<void> {
  await prepared(
    client,
    `with present as (select * from bookings where community_id = $1 and id = $2), ${occupyingAmongHoldsSql('present', 'spaces', '$3')}
      select id from occupied`,
    [communityId, bookingId, now],
  )
}

export async function vacate({ client, communityId }: Scope, bookingId: string): Promise<void> {
  await prepared(client, 'delete from occupancies where community_id = $1 and booking_id = $2', [
    communityId,
    bookingId,
  ])
}

/** Begins anew with what a space is occupied by from now on; refused by the constraint where bookings overlap. */
export async function reoccupySpace({ client, communityId, now }: Scope, spaceId: string): Promise<void> {
  await prepared(client, 'delete from occupancies where community_id = $1 and space_id = $2', [communityId, spaceId])
  await prepared(
    client,
    `insert into occupancies (community_id, id, booking_id, space_id, during)
      select b.community_id, b.id, b.id, b.space_id, ${occupiedSql}
      from bookings b join spaces s on s.community_id = b.community_id and s.id = b.space_id
      where b.community_id = $1 and b.space_id = $2 and b.ends_at > $3 and ${blocksSql('$3')}`,
    [communityId, spaceId, now],
  )
}

/** What occupies a space within a span, holds that have run out not counted. */
export function listOccupied({ client, communityId, now }: Scope, spaceId: string, within: Span): Promise<Span[]> {
  return prepared<{ startsAt: Date; endsAt: Date }>(
    client,
    `select lower(o.during) as "startsAt", upper(o.during) as "endsAt"
      from occupancies o join bookings b on b.community_id = o.community_id and b.id = o.booking_id
      where o.community_id = $1 and o.space_id = $2 and o.during && tstzrange($3, $4)
        and (b.status <> 'held' or b.held_until is null or b.held_until > $5)
      order by 1`,
    [communityId, spaceId, within.startsAt, within.endsAt, now],
  )
}
