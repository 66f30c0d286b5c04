import type { Person, PersonListQuery, PersonRow } from '@commonweal/contracts/people'
import type { Role } from '@commonweal/domain/access/permissions'
import type { Capacity } from '@commonweal/domain/people/person'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { roles } from '../access/access.table.ts'
import {
  containing,
  keysetPage,
  noConditions,
  orderOf,
  prepared,
  where,
  type Orders,
  type PageOf,
} from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { people, representations } from './people.table.ts'

const since = `least((select min(a.from_on) from representations a where a.community_id = p.community_id and a.person_id = p.id),
  (select min(r.from_on) from roles r where r.community_id = p.community_id and r.person_id = p.id))`

const columns = `p.id, p.display_name as "displayName",
  (select r.role from roles r where r.community_id = p.community_id and r.person_id = p.id and r.to_on is null limit 1) as role,
  coalesce((select json_agg(json_build_object('organisationId', o.id, 'organisation', o.name, 'capacity', a.capacity,
      'from', a.from_on, 'to', a.to_on) order by a.to_on nulls first, lower(o.name), a.id)
    from representations a join organisations o on o.community_id = a.community_id and o.id = a.organisation_id
    where a.community_id = p.community_id and a.person_id = p.id), '[]') as representations,
  ${since} as since`

/** The first by name of the organisations a person acts for on day $2; after all others where there is none. */
const organisation = `coalesce((select '0' || min(lower(o.name)) from representations a
  join organisations o on o.community_id = a.community_id and o.id = a.organisation_id
  where a.community_id = p.community_id and a.person_id = p.id and (a.to_on is null or a.to_on > $2::date)), '1')`

// What people act for and since when lies in other tables: no index holds these two, and a community has few people to sort.
const orders = {
  name: { by: 'lower(p.display_name)', type: 'text' },
  organisation: { by: organisation, type: 'text' },
  since: { by: `coalesce(${since}, 'infinity'::date)`, type: 'date' },
} as const satisfies Orders

export function listPeople({ client, communityId, today }: Scope, query: PersonListQuery): Promise<PageOf<PersonRow>> {
  let conditions = where(noConditions(), 'p.display_name ilike ?', containing(query.q))
  conditions = where(
    conditions,
    'exists (select 1 from representations a where a.community_id = p.community_id and a.person_id = p.id and a.organisation_id = ?)',
    query.organisationId,
  )
  const isInRole = (role: string) =>
    `exists (select 1 from roles r where r.community_id = p.community_id and r.person_id = p.id and r.to_on is null and ${role})`
  if (query.role === 'none') conditions = where(conditions, `${isInRole('true')} = ?`, false)
  else conditions = where(conditions, isInRole('r.role = ?'), query.role)
  const sort = query.sort ?? 'name'
  return keysetPage<PersonRow>(client, {
    select: columns,
    from: 'people p',
    alias: 'p',
    communityId,
    // A parameter no text names has no type.
    parameters: sort.endsWith('organisation') ? [today] : [],
    conditions,
    order: orderOf(orders, sort),
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

/** One person with address and access, as stewards see them. */
export async function readPerson({ client, communityId }: Scope, id: string): Promise<Person | null> {
  const rows = await prepared<Person>(
    client,
    `select ${columns}, p.email, p.suspended_at is not null as "isSuspended", p.account_id is not null as "hasAccount", p.revision,
        (select count(*) from roles s join people q on q.community_id = s.community_id and q.id = s.person_id and q.suspended_at is null
          where s.community_id = p.community_id and s.role = 'steward' and s.to_on is null) as stewards
      from people p where p.community_id = $1 and p.id = $2`,
    [communityId, id],
  )
  return rows[0] ?? null
}

/** Changes of roles in a community follow one another, so that two stewards cannot remove each other at once. */
export async function lockRoles({ client, communityId }: Scope): Promise<void> {
  await client.query(
    `select id from roles where community_id = $1 and role = 'steward' and to_on is null order by id for update`,
    [communityId],
  )
}

export async function endRole({ db, communityId, today, now }: Scope, personId: string): Promise<void> {
  await db
    .update(roles)
    .set({ toOn: sql`greatest(${today}::date, ${roles.fromOn})`, recordedAt: now, isRecordedAssumed: false })
    .where(and(eq(roles.communityId, communityId), eq(roles.personId, personId), isNull(roles.toOn)))
}

export async function beginRole({ db, communityId, today, now }: Scope, personId: string, role: Role): Promise<void> {
  await db.insert(roles).values({ communityId, id: uuidv7(), personId, role, fromOn: today, recordedAt: now })
}

export async function setSuspension(
  { db, communityId, now }: Scope,
  personId: string,
  reason: string | null,
): Promise<void> {
  await db
    .update(people)
    .set({
      suspendedAt: reason === null ? null : now,
      suspensionReason: reason,
      recordedAt: now,
      isRecordedAssumed: false,
      revision: sql`${people.revision} + 1`,
    })
    .where(and(eq(people.communityId, communityId), eq(people.id, personId)))
}

export async function beginRepresentation(
  { db, communityId, now }: Scope,
  row: { personId: string; organisationId: string; capacity: Capacity; isPaid: boolean | null; fromOn: string },
): Promise<void> {
  await db.insert(representations).values({ ...row, communityId, id: uuidv7(), recordedAt: now })
}

export async function openRepresentation(
  { client, communityId }: Scope,
  personId: string,
  organisationId: string,
): Promise<{ id: string; fromOn: string | null } | null> {
  const rows = await prepared<{ id: string; fromOn: string | null }>(
    client,
    `select id, from_on as "fromOn" from representations
      where community_id = $1 and person_id = $2 and organisation_id = $3 and to_on is null order by id limit 1 for update`,
    [communityId, personId, organisationId],
  )
  return rows[0] ?? null
}

export async function closeRepresentation({ db, communityId, now }: Scope, id: string, on: string): Promise<void> {
  await db
    .update(representations)
    .set({ toOn: on, recordedAt: now, isRecordedAssumed: false })
    .where(and(eq(representations.communityId, communityId), eq(representations.id, id)))
}
