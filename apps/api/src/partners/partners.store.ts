import type { Partner, PartnerListQuery, PartnerRow } from '@commonweal/contracts/partners'
import type { MembershipState } from '@commonweal/domain/partners/membership'
import { and, eq, isNull, sql } from 'drizzle-orm'
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
import { engagement, heardJoin, isInRunning, silent } from './engagement-sql.ts'
import { areEngagementsPresent, hasPresentEngagements, readEngagements } from './engagements.store.ts'
import { memberships, organisations } from './partners.table.ts'

const orders = {
  name: { by: 'lower(g.name)', type: 'text', shown: { as: 'name', turned: (text) => `lower(${text})` } },
  joined: { by: `coalesce(g.joined_on, 'infinity'::date)`, type: 'date' },
  initiatives: { by: 'g.initiatives', type: 'bigint' },
  'last-act': { by: `coalesce(g.last_act_on, '-infinity'::date)`, type: 'date' },
} as const satisfies Orders

/** A page of what is kept of the day; worked out first where that is not what the facts say. */
export async function listPartners(scope: Scope, query: PartnerListQuery): Promise<PageOf<PartnerRow>> {
  const page = await readPage(scope, query, { isAsKept: false })
  if (page.items.length > 0) return page
  if (!(await hasPresentEngagements(scope))) await readEngagements(scope)
  // Somebody else may have worked it out before this reader could. What changed since is for whoever asks next.
  return readPage(scope, query, { isAsKept: true })
}

/** Without rows where what is kept is not what the facts say, unless it is asked for as it is. */
function readPage(
  { client, communityId, today }: Scope,
  query: PartnerListQuery,
  { isAsKept }: { readonly isAsKept: boolean },
): Promise<PageOf<PartnerRow>> {
  let conditions = where(noConditions(), `(${areEngagementsPresent} or ?)`, isAsKept)
  conditions = where(conditions, 'g.name ilike ?', containing(query.q))
  conditions = where(conditions, 'g.sector = ?', query.sector)
  conditions = where(conditions, 'g.legal_status = ?', query.legalStatus)
  if (query.state === 'any') conditions = where(conditions, '(g.state is not null) = ?', true)
  else if (query.state === 'none') conditions = where(conditions, '(g.state is null) = ?', true)
  else conditions = where(conditions, 'g.state = ?', query.state)
  if (query.engagement === 'silent') conditions = where(conditions, `(g.engagement in ${silent}) = ?`, true)
  else conditions = where(conditions, 'g.engagement = ?', query.engagement)
  return keysetPage(client, {
    select: `g.id, g.name, g.sector, g.legal_status as "legalStatus", g.state, g.state_since as "stateSince",
      g.engagement, g.last_act_on as "lastActOn", g.joined_on as "joinedOn", g.initiatives,
      g.running_initiatives as "runningInitiatives"`,
    from: 'engagements g',
    alias: 'g',
    communityId,
    parameters: [today],
    conditions,
    order: orderOf(orders, query.sort ?? 'name'),
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

const partnerStatement = `
  select o.id, o.name, o.sector, o.legal_status as "legalStatus", o.country, o.scheme, o.identifier, o.brings, o.seeks, o.website,
    o.is_pass_through as "isPassThrough", o.revision,
    (select json_build_object('id', up.id, 'name', up.name) from organisations up
      where up.community_id = o.community_id and up.id = o.parent_id) as parent,
    m.state, m.from_on as "stateSince", ${engagement('$3')} as engagement, e.last_act_on as "lastActOn", ${isInRunning('$3')} as "isInRunning",
    coalesce((select json_agg(json_build_object('state', s.state, 'from', s.from_on, 'to', s.to_on, 'reason', s.reason)
        order by s.from_on nulls first, s.to_on nulls last, s.id)
      from memberships s where s.community_id = o.community_id and s.organisation_id = o.id), '[]') as memberships,
    case when $4::boolean then coalesce((select json_agg(json_build_object('id', p.id, 'displayName', p.display_name,
        'capacity', r.capacity, 'isPaid', r.is_paid, 'from', r.from_on, 'to', r.to_on) order by r.to_on nulls first, lower(p.display_name), r.id)
      from representations r join people p on p.community_id = r.community_id and p.id = r.person_id
      where r.community_id = o.community_id and r.organisation_id = o.id), '[]') else '[]' end as people,
    coalesce((select json_agg(json_build_object('id', a.id, 'endsOn', a.ends_on, 'label', a.label, 'revision', a.revision)
        order by a.ends_on, a.id)
      from mandates a where a.community_id = o.community_id and a.organisation_id = o.id), '[]') as mandates,
    coalesce((select json_agg(json_build_object('initiativeId', i.id, 'title', i.title, 'role', n.role, 'from', coalesce(n.from_on, i.started_on),
        'to', coalesce(n.to_on, i.ended_on), 'isRunning', i.state = 'active' and (n.to_on is null or n.to_on > $3::date))
        order by i.state <> 'active', i.started_on desc nulls last, n.id)
      from participations n join initiatives i on i.community_id = n.community_id and i.id = n.initiative_id
      where n.community_id = o.community_id and n.organisation_id = o.id), '[]') as participations
  from organisations o
  left join memberships m on m.community_id = o.community_id and m.organisation_id = o.id and m.to_on is null
  ${heardJoin('$3')}
  where o.community_id = $1 and o.id = $2`

/** One organisation with all that its page shows, in one round trip. A viewer sees no people. */
export async function readPartner({ client, communityId, today, role }: Scope, id: string): Promise<Partner | null> {
  const rows = await prepared<Partner>(client, partnerStatement, [communityId, id, today, role !== 'viewer'])
  return rows[0] ?? null
}

export interface OrganisationValues {
  name: string
  sector: PartnerRow['sector']
  legalStatus: PartnerRow['legalStatus']
  country: string | null
  scheme: string | null
  identifier: string | null
  parentId: string | null
  brings: string | null
  seeks: string | null
  website: string | null
  isPassThrough: boolean
}

export async function insertOrganisation(
  { db, communityId, now }: Scope,
  id: string,
  values: OrganisationValues,
): Promise<void> {
  await db.insert(organisations).values({ ...values, communityId, id, recordedAt: now })
}

/** Writes the change if the row still has the revision named; false where somebody was quicker. */
export async function updateOrganisation(
  { db, communityId, now }: Scope,
  id: string,
  revision: number,
  values: OrganisationValues,
): Promise<boolean> {
  const changed = await db
    .update(organisations)
    .set({ ...values, recordedAt: now, isRecordedAssumed: false, revision: sql`${organisations.revision} + 1` })
    .where(
      and(eq(organisations.communityId, communityId), eq(organisations.id, id), eq(organisations.revision, revision)),
    )
    .returning({ id: organisations.id })
  return changed.length === 1
}

/** Locks the organisation, so that steps of its membership and changes of its parent follow one another. */
export async function lockOrganisation({ db, communityId }: Scope, id: string): Promise<{ id: string } | null> {
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.communityId, communityId), eq(organisations.id, id)))
    .for('update')
  return rows[0] ?? null
}

export async function presentMembership(
  { db, communityId }: Scope,
  organisationId: string,
): Promise<{ id: string; state: MembershipState; on: string | null } | null> {
  const rows = await db
    .select({ id: memberships.id, state: memberships.state, on: memberships.fromOn })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, communityId),
        eq(memberships.organisationId, organisationId),
        isNull(memberships.toOn),
      ),
    )
  return rows[0] ?? null
}

export async function closeMembership({ db, communityId, now }: Scope, id: string, on: string): Promise<void> {
  await db
    .update(memberships)
    .set({ toOn: on, recordedAt: now, isRecordedAssumed: false })
    .where(and(eq(memberships.communityId, communityId), eq(memberships.id, id)))
}

export async function openMembership(
  { db, communityId, now }: Scope,
  membership: { id: string; organisationId: string; state: MembershipState; fromOn: string; reason: string | null },
): Promise<void> {
  await db.insert(memberships).values({ ...membership, communityId, recordedAt: now })
}

/** Names and identifiers another organisation already bears: two organisations of one name are a mistake worth stopping. */
export async function findTaken(
  { client, communityId }: Scope,
  id: string,
  values: Pick<OrganisationValues, 'name' | 'scheme' | 'identifier'>,
): Promise<'name' | 'identifier' | null> {
  const rows = await prepared<{ taken: 'name' | 'identifier' }>(
    client,
    `select case when lower(name) = lower($3) then 'name' else 'identifier' end as taken from organisations
      where community_id = $1 and id <> $2 and (lower(name) = lower($3) or (scheme = $4 and identifier = $5)) limit 1`,
    [communityId, id, values.name, values.scheme, values.identifier],
  )
  return rows[0]?.taken ?? null
}

/** Whether making `parentId` the parent of `id` would put an organisation above itself. */
export async function isBelow({ client, communityId }: Scope, id: string, parentId: string): Promise<boolean> {
  const rows = await prepared<{ id: string }>(
    client,
    `with recursive line as (
        select id, parent_id from organisations where community_id = $1 and id = $2
        union select o.id, o.parent_id from organisations o join line on o.community_id = $1 and o.id = line.parent_id)
      select id from line where id = $3`,
    [communityId, parentId, id],
  )
  return rows.length > 0
}
