import type { Role } from '@commonweal/domain/access/permissions'
import type pg from 'pg'
import { prepared } from '../database/keyset.ts'
import type { Representation } from '../database/scope.ts'

export interface Actor {
  readonly communityId: string
  readonly timezone: string
  readonly currency: string
  readonly today: string
  readonly personId: string
  readonly role: Role
  readonly representations: readonly Representation[]
}

const actorStatement = `
  select c.id as "communityId", c.timezone, c.currency, day.today, p.id as "personId", r.role,
    coalesce((select json_agg(json_build_object('organisationId', rep.organisation_id, 'capacity', rep.capacity)
        order by rep.from_on nulls first, rep.id)
      from representations rep
      where rep.community_id = c.id and rep.person_id = p.id
        and (rep.from_on is null or rep.from_on <= day.today) and (rep.to_on is null or rep.to_on > day.today)), '[]')
      as representations
  from sessions s
  join communities c on c.id = $2
  cross join lateral (select ($4::timestamptz at time zone c.timezone)::date as today) day
  join people p on p.account_id = s.account_id and p.community_id = c.id and p.suspended_at is null
  join roles r on r.community_id = c.id and r.person_id = p.id
    and (r.from_on is null or r.from_on <= day.today) and (r.to_on is null or r.to_on > day.today)
  where s.id = $1 and s.account_id = $3 and s.ended_at is null and s.expires_at > $4
  order by array_position(array['steward', 'coordinator', 'member', 'viewer'], r.role) limit 1`

/** Who the holder of a session is in a community, in one round trip; null where they hold no role there. */
export async function findActor(
  client: pg.Pool | pg.PoolClient,
  session: { sessionId: string; accountId: string },
  communityId: string,
  now: Date,
): Promise<Actor | null> {
  const rows = await prepared<Actor & pg.QueryResultRow>(client, actorStatement, [session.sessionId, communityId, session.accountId, now])
  return rows[0] ?? null
}

/** Whether a session is still open. */
export async function isSessionOpen(
  client: pg.Pool | pg.PoolClient,
  session: { sessionId: string; accountId: string },
  now: Date,
): Promise<boolean> {
  const rows = await prepared(
    client,
    'select 1 from sessions where id = $1 and account_id = $2 and ended_at is null and expires_at > $3',
    [session.sessionId, session.accountId, now],
  )
  return rows.length > 0
}
