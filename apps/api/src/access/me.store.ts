import type { MyCommunity } from '@commonweal/contracts/access'
import { prepared } from '../database/keyset.ts'
import type { AccountScope } from '../database/scope.ts'

const statement = `
  select c.id, c.slug, c.name, c.country, c.timezone, c.currency, c.data_complete_through as "dataCompleteThrough",
    r.role, p.id as "personId",
    coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'capacity', rep.capacity) order by lower(o.name), o.id)
      from representations rep
      join organisations o on o.community_id = rep.community_id and o.id = rep.organisation_id
      where rep.community_id = c.id and rep.person_id = p.id
        and (rep.from_on is null or rep.from_on <= day.today) and (rep.to_on is null or rep.to_on > day.today)), '[]')
      as organisations
  from people p
  join communities c on c.id = p.community_id
  cross join lateral (select ($2::timestamptz at time zone c.timezone)::date as today) day
  join roles r on r.community_id = c.id and r.person_id = p.id
    and (r.from_on is null or r.from_on <= day.today) and (r.to_on is null or r.to_on > day.today)
  where p.account_id = $1 and p.suspended_at is null
  order by lower(c.name), c.id`

/** The communities an account belongs to, with role and organisations acted for. */
export function listMyCommunities({ client, accountId, now }: AccountScope): Promise<MyCommunity[]> {
  return prepared<MyCommunity>(client, statement, [accountId, now])
}
