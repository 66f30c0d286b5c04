import type { BookingRow } from '@commonweal/contracts/bookings'
import type { WhatIsOnQuery, WhatIsOnRow } from '@commonweal/contracts/calendars'
import type { Span } from '@commonweal/domain/spaces/opening-hours'
import { fromSql, isLive, listJoinsSql, rowSql, touching } from '../bookings/bookings.store.ts'
import { containing, keysetPage, lateralOne, noConditions, prepared, where, type PageOf } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

/** More than any room has in a week; a shared digital space is cut there. */
const MOST_IN_WEEK = 1000
const MOST_IN_FEED = 2000
const DAY_MS = 86_400_000

/** Bookings of a space that touch a span, those asked for and not yet answered among them. */
export function listSpaceBookings(
  { client, communityId, now }: Scope,
  spaceId: string,
  { startsAt, endsAt }: Span,
): Promise<BookingRow[]> {
  return prepared<BookingRow>(
    client,
    `select ${rowSql} from ${fromSql} where b.community_id = $1 and b.space_id = $2
      and tstzrange(b.starts_at, b.ends_at) && tstzrange($3, $4) and ${isLive.replace('?', '$5')}
      order by b.starts_at, b.id limit ${MOST_IN_WEEK}`,
    [communityId, spaceId, startsAt, endsAt, now],
  )
}

/** What takes place, or took place, within a span. */
export function listWhatIsOn(
  { client, communityId }: Scope,
  { startsAt, endsAt }: Span,
  query: WhatIsOnQuery,
): Promise<PageOf<WhatIsOnRow>> {
  const conditions = where(
    noConditions(),
    '(s.name ilike ? or o.name ilike ? or b.title ilike ? or i.title ilike ?)',
    containing(query.q),
  )
  const joins = `${listJoinsSql} ${lateralOne('left join', 'organisations', 'h', 'one.community_id = s.community_id and one.id = s.host_id')}`
  return keysetPage<WhatIsOnRow>(client, {
    select: `${rowSql}, s.kind, s.address, s.url, s.host_id as "hostId", h.name as host`,
    ...(query.q === undefined ? { from: 'bookings b', joins } : { from: `bookings b ${joins}` }),
    alias: 'b',
    communityId,
    conditions: touching(where(conditions, 'b.status = any(?)', ['confirmed', 'attended']), startsAt, endsAt),
    order: { by: 'b.starts_at', type: 'timestamptz', isDescending: false },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

export interface FeedEvent {
  readonly id: string
  readonly title: string
  readonly space: string
  readonly organisation: string
  readonly address: string | null
  readonly url: string | null
  readonly startsAt: Date
  readonly endsAt: Date
  readonly isCancelled: boolean
  readonly revision: number
  readonly changedAt: Date
}

/** Which bookings a feed is about. */
export type FeedOf = { readonly spaceId: string } | { readonly initiativeId: string } | Record<string, never>

/** What a subscriber sees: a quarter of a year back, two years ahead, what was called off within that quarter as well. */
export function listFeedEvents({ client, communityId, now }: Scope, of: FeedOf): Promise<FeedEvent[]> {
  const since = new Date(now.getTime() - 90 * DAY_MS)
  const until = new Date(now.getTime() + 731 * DAY_MS)
  return prepared<FeedEvent>(
    client,
    `select b.id, coalesce(b.title, i.title, o.name) as title, s.name as space, o.name as organisation, s.address, s.url,
      b.starts_at as "startsAt", b.ends_at as "endsAt", b.status = 'cancelled' as "isCancelled", b.revision, b.recorded_at as "changedAt"
      from ${fromSql} where b.community_id = $1 and tstzrange(b.starts_at, b.ends_at) && tstzrange($2, $3)
      and (b.status in ('confirmed', 'attended') or (b.status = 'cancelled' and b.recorded_at > $2))
      and ($4::uuid is null or b.space_id = $4) and ($5::uuid is null or b.initiative_id = $5)
      order by b.starts_at, b.id limit ${MOST_IN_FEED}`,
    [communityId, since, until, 'spaceId' in of ? of.spaceId : null, 'initiativeId' in of ? of.initiativeId : null],
  )
}

export interface DueMilestone {
  readonly id: string
  readonly title: string
  readonly initiative: string
  readonly dueOn: string
  readonly isDropped: boolean
  readonly revision: number
  readonly changedAt: Date
}

/** Milestones in the same time, of the community or of an initiative; a space has none. */
export function listDueMilestones({ client, communityId, now }: Scope, of: FeedOf): Promise<DueMilestone[]> {
  if ('spaceId' in of) return Promise.resolve([])
  const since = new Date(now.getTime() - 90 * DAY_MS)
  const until = new Date(now.getTime() + 731 * DAY_MS)
  return prepared<DueMilestone>(
    client,
    `select m.id, m.title, i.title as initiative, m.due_on as "dueOn", m.dropped_on is not null as "isDropped", m.revision,
      m.recorded_at as "changedAt"
      from milestones m join initiatives i on i.community_id = m.community_id and i.id = m.initiative_id
      where m.community_id = $1 and m.due_on between $2::date and $3::date and ($4::uuid is null or m.initiative_id = $4)
      order by m.due_on, m.id limit ${MOST_IN_FEED}`,
    [communityId, since, until, 'initiativeId' in of ? of.initiativeId : null],
  )
}

/** Names of what a feed is of: the community and the space or initiative; null where that is not of this community. */
export async function findFeedName({ client, communityId }: Scope, of: FeedOf): Promise<string | null> {
  const rows = await prepared<{ name: string | null }>(
    client,
    `select case when $2::uuid is not null then (select s.name from spaces s where s.community_id = c.id and s.id = $2) || ' · ' || c.name
        when $3::uuid is not null then (select i.title from initiatives i where i.community_id = c.id and i.id = $3) || ' · ' || c.name
        else c.name end as name
      from communities c where c.id = $1`,
    [communityId, 'spaceId' in of ? of.spaceId : null, 'initiativeId' in of ? of.initiativeId : null],
  )
  return rows[0]?.name ?? null
}
