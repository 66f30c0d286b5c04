import type { Space, SpaceListQuery, SpaceRow } from '@commonweal/contracts/spaces'
import { containing, keysetPage, noConditions, prepared, where, type Order, type PageOf } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

const orders = {
  name: { by: 'lower(s.name)', type: 'text' },
  capacity: { by: 'coalesce(s.capacity, 0)::bigint', type: 'bigint' },
} as const satisfies Record<string, Pick<Order, 'by' | 'type'>>

export function listSpaces({ client, communityId, now }: Scope, query: SpaceListQuery): Promise<PageOf<SpaceRow>> {
  const sort = query.sort ?? 'name'
  const key = sort.replace('-', '') as keyof typeof orders
  let conditions = where(noConditions(), 's.name ilike ?', containing(query.q))
  conditions = where(conditions, 's.kind = ?', query.kind)
  conditions = where(conditions, 's.host_id = ?', query.hostId)
  conditions = where(conditions, 's.is_step_free = ?', query.isStepFree)
  return keysetPage<SpaceRow>(client, {
    select: `s.id, s.name, s.kind, s.host_id as "hostId", o.name as host, s.capacity, s.is_step_free as "isStepFree",
      s.from_on as "from", s.to_on as "to",
      (select count(*) from bookings b where b.community_id = s.community_id and b.space_id = s.id
        and b.status in ('requested', 'confirmed') and b.starts_at >= $2) as "upcomingBookings"`,
    from: 'spaces s left join organisations o on o.community_id = s.community_id and o.id = s.host_id',
    alias: 's',
    communityId,
    parameters: [now],
    conditions,
    order: { ...orders[key], isDescending: sort.startsWith('-') },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

const statement = `
  select s.id, s.name, s.kind, s.address, s.url, s.capacity, s.timezone, s.is_step_free as "isStepFree", s.from_on as "from",
    s.to_on as "to", s.revision,
    (select json_build_object('id', o.id, 'name', o.name) from organisations o
      where o.community_id = s.community_id and o.id = s.host_id) as host,
    (select count(*) from bookings b where b.community_id = s.community_id and b.space_id = s.id) as bookings
  from spaces s where s.community_id = $1 and s.id = $2`

export async function readSpace({ client, communityId }: Scope, id: string): Promise<Space | null> {
  const rows = await prepared<Space>(client, statement, [communityId, id])
  return rows[0] ?? null
}
