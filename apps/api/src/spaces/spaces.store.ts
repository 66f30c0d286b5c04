import type { Space, SpaceListQuery, SpaceRow } from '@commonweal/contracts/spaces'
import { readOpenings } from '@commonweal/domain/spaces/opening-hours'
import type { AccessibilityFeature, BookingRules, SpaceKind } from '@commonweal/domain/spaces/space'
import { and, eq, sql } from 'drizzle-orm'
import {
  containing,
  keysetPage,
  lateralOne,
  noConditions,
  prepared,
  where,
  type Order,
  type PageOf,
} from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { spaces } from './spaces.table.ts'

const orders = {
  name: { by: 'lower(s.name)', type: 'text' },
  capacity: { by: 'coalesce(s.capacity, 0)::bigint', type: 'bigint' },
} as const satisfies Record<string, Pick<Order, 'by' | 'type'>>

export function listSpaces(
  { client, communityId, now, today }: Scope,
  query: SpaceListQuery,
): Promise<PageOf<SpaceRow>> {
  const sort = query.sort ?? 'name'
  const key = sort.replace('-', '') as keyof typeof orders
  let conditions = where(noConditions(), 's.name ilike ?', containing(query.q))
  conditions = where(conditions, 's.kind = ?', query.kind)
  conditions = where(conditions, 's.host_id = ?', query.hostId)
  conditions = where(conditions, 's.is_step_free = ?', query.isStepFree)
  conditions = where(conditions, '? = any(s.accessibility)', query.feature)
  conditions = where(
    conditions,
    '(coalesce(s.from_on <= $3::date, true) and coalesce(s.to_on > $3::date, true)) = ?',
    query.isOffered,
  )
  return keysetPage<SpaceRow>(client, {
    select: `s.id, s.name, s.kind, s.host_id as "hostId", o.name as host, s.capacity, s.is_step_free as "isStepFree",
      s.accessibility, s.timezone, s.needs_approval as "needsApproval", s.is_shared as "isShared",
      s.from_on as "from", s.to_on as "to", $3::date as today,
      (select count(*) from bookings b where b.community_id = s.community_id and b.space_id = s.id
        and b.status in ('requested', 'confirmed') and b.starts_at >= $2) as "upcomingBookings"`,
    from: `spaces s ${lateralOne('left join', 'organisations', 'o', 'one.community_id = s.community_id and one.id = s.host_id')}`,
    alias: 's',
    communityId,
    parameters: [now, today],
    conditions,
    order: { ...orders[key], isDescending: sort.startsWith('-') },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

const statement = `
  select s.id, s.name, s.kind, s.address, s.url, s.capacity, s.timezone, s.is_step_free as "isStepFree", s.accessibility,
    s.opening_hours as "openingHours", s.needs_approval as "needsApproval", s.is_shared as "isShared",
    s.shortest_minutes as "shortestMinutes", s.longest_minutes as "longestMinutes",
    s.buffer_before_minutes as "bufferBeforeMinutes", s.buffer_after_minutes as "bufferAfterMinutes",
    s.ahead_days as "aheadDays", s.from_on as "from", s.to_on as "to", s.withdrawal_reason as "withdrawalReason", s.revision,
    (select json_build_object('id', o.id, 'name', o.name) from organisations o
      where o.community_id = s.community_id and o.id = s.host_id) as host,
    (select count(*) from bookings b where b.community_id = s.community_id and b.space_id = s.id) as bookings
  from spaces s where s.community_id = $1 and s.id = $2`

export async function readSpace({ client, communityId }: Scope, id: string): Promise<Space | null> {
  const [row] = await prepared<Omit<Space, 'openings'> & { openingHours: string | null }>(client, statement, [
    communityId,
    id,
  ])
  if (!row) return null
  const { openingHours, ...space } = row
  return { ...space, openings: readOpenings(openingHours) }
}

export interface SpaceValues extends BookingRules {
  name: string
  kind: SpaceKind
  address: string | null
  url: string | null
  capacity: number | null
  timezone: string
  isStepFree: boolean | null
  accessibility: AccessibilityFeature[] | null
  openingHours: string | null
}

export async function insertSpace(
  { db, communityId, now }: Scope,
  id: string,
  values: SpaceValues & { hostId: string; fromOn: string | null; toOn: string | null },
): Promise<void> {
  await db.insert(spaces).values({ ...values, communityId, id, recordedAt: now })
}

/** Writes the change if the row still has the revision named; false where somebody was quicker. */
export async function updateSpace(
  { db, communityId, now }: Scope,
  id: string,
  revision: number,
  values: SpaceValues,
): Promise<boolean> {
  const changed = await db
    .update(spaces)
    .set({ ...values, recordedAt: now, isRecordedAssumed: false, revision: sql`${spaces.revision} + 1` })
    .where(and(eq(spaces.communityId, communityId), eq(spaces.id, id), eq(spaces.revision, revision)))
    .returning({ id: spaces.id })
  return changed.length === 1
}

export async function endOffer(
  { db, communityId, now }: Scope,
  id: string,
  toOn: string,
  withdrawalReason: string,
): Promise<void> {
  await db
    .update(spaces)
    .set({ toOn, withdrawalReason, recordedAt: now, isRecordedAssumed: false, revision: sql`${spaces.revision} + 1` })
    .where(and(eq(spaces.communityId, communityId), eq(spaces.id, id)))
}

/** Bookings somebody counts on, or has used, that end after an instant: the first fifty by their start. */
export async function listBookedAfter(
  { client, communityId, now }: Scope,
  spaceId: string,
  instant: Date,
): Promise<string[]> {
  const rows = await prepared<{ id: string }>(
    client,
    `select b.id from bookings b where b.community_id = $1 and b.space_id = $2 and b.ends_at > $3
      and (b.status in ('requested', 'confirmed', 'attended') or (b.status = 'held' and b.held_until > $4))
      order by b.starts_at, b.id limit 50`,
    [communityId, spaceId, instant, now],
  )
  return rows.map((row) => row.id)
}
