import type { BookingListQuery, BookingRow } from '@commonweal/contracts/bookings'
import { containing, keysetPage, noConditions, where, type PageOf } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

export function listBookings({ client, communityId, timezone }: Scope, query: BookingListQuery): Promise<PageOf<BookingRow>> {
  const sort = query.sort ?? 'starts'
  let conditions = where(noConditions(), '(s.name ilike ? or o.name ilike ?)', containing(query.q))
  conditions = where(conditions, 'b.space_id = ?', query.spaceId)
  conditions = where(conditions, 'b.initiative_id = ?', query.initiativeId)
  conditions = where(conditions, 'b.organisation_id = ?', query.organisationId)
  conditions = where(conditions, 'b.status = ?', query.status)
  // Days are days of the community's calendar.
  conditions = where(conditions, 'b.starts_at >= (?::date at time zone $2)', query.from)
  conditions = where(conditions, 'b.starts_at < ((?::date + 1) at time zone $2)', query.to)
  return keysetPage<BookingRow>(client, {
    select: `b.id, b.space_id as "spaceId", s.name as space, b.initiative_id as "initiativeId", i.title as initiative,
      b.organisation_id as "organisationId", o.name as organisation, b.starts_at as "startsAt", b.ends_at as "endsAt",
      b.status, b.attendance, $2::text as zone`,
    from: `bookings b
      join spaces s on s.community_id = b.community_id and s.id = b.space_id
      join organisations o on o.community_id = b.community_id and o.id = b.organisation_id
      left join initiatives i on i.community_id = b.community_id and i.id = b.initiative_id`,
    alias: 'b',
    communityId,
    parameters: [timezone],
    conditions,
    order: { by: 'b.starts_at', type: 'timestamptz', isDescending: sort.startsWith('-') },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}
