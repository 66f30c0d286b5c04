import type { Role } from '@commonweal/domain/access/permissions'
import type { Capacity } from '@commonweal/domain/people/person'
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

const today = '($4::timestamptz at time zone c.timezone)::date'
const isNow = (alias: string) =>
  `(${alias}.from_on is null or ${alias}.from_on <= ${today}) and (${alias}.to_on is null or ${alias}.to_on > ${today})`

/** One row a role and representation: nearly always one in all, which spares PostgreSQL the folding. */
const actorStatement = (alongside: string) => `
  select c.timezone, c.currency, ${today} as today, p.id as "personId", r.role,
    e.organisation_id as "organisationId", e.capacity${alongside}
  from sessions s
  join communities c on c.id = $2
  join people p on p.account_id = s.account_id and p.community_id = c.id and p.suspended_at is null
  join roles r on r.community_id = c.id and r.person_id = p.id and ${isNow('r')}
  left join representations e on e.community_id = c.id and e.person_id = p.id and ${isNow('e')}
  where s.id = $1 and s.account_id = $3 and s.ended_at is null and s.expires_at > $4
  order by array_position(array['steward', 'coordinator', 'member', 'viewer'], r.role), r.id, e.from_on nulls first, e.id`

/** The statement that reads an actor alone, or with a thing of the community as JSON (`json`: its community is `c.id`, its id `$5`). */
export function readingActor(json?: string): string {
  return actorStatement(json === undefined ? '' : `, (${json}) as alongside`)
}

interface ActorRow extends Omit<Actor, 'communityId' | 'representations'> {
  readonly organisationId: string | null
  readonly capacity: Capacity | null
  readonly alongside?: unknown
}

/** Who the holder of a session is in a community, in one round trip; null where they hold no role there. */
export async function findActor(
  client: pg.Pool | pg.PoolClient,
  statement: string,
  session: { sessionId: string; accountId: string },
  communityId: string,
  now: Date,
  alongsideId?: string,
): Promise<{ actor: Actor; alongside: unknown } | null> {
  const values: unknown[] = [session.sessionId, communityId, session.accountId, now]
  if (alongsideId !== undefined) values.push(alongsideId)
  const rows = await prepared<ActorRow>(client, statement, values)
  const [first] = rows
  if (!first) return null
  const { timezone, currency, today, personId, role, alongside } = first
  const representations = representationsIn(rows)
  return {
    // However it was written in the address: it is compared as text, too.
    actor: { communityId: communityId.toLowerCase(), timezone, currency, today, personId, role, representations },
    alongside: alongside ?? null,
  }
}

/** Each role brings the same representations. */
function representationsIn(rows: readonly ActorRow[]): Representation[] {
  const [first] = rows
  return rows.flatMap(({ role, organisationId, capacity }) =>
    role === first?.role && organisationId !== null && capacity !== null ? [{ organisationId, capacity }] : [],
  )
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
