import type { Initiative, InitiativeListQuery, InitiativeRow } from '@commonweal/contracts/initiatives'
import {
  endStates,
  type InitiativeKind,
  type InitiativeState,
  type ParticipationRole,
} from '@commonweal/domain/initiatives/initiative'
import { and, eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { containing, keysetPage, noConditions, prepared, where, type Order, type PageOf } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { initiatives, initiativeSteps, participations } from './initiatives.table.ts'

const ended = `('${endStates.join("', '")}')`
const isReviewDue = `(i.state not in ${ended} and coalesce(coalesce(i.review_on, i.planned_end_on) < $2::date, false))`

const orders = {
  title: { by: 'lower(i.title)', type: 'text' },
  started: { by: `coalesce(i.started_on, 'infinity'::date)`, type: 'date' },
  'planned-end': { by: `coalesce(i.planned_end_on, 'infinity'::date)`, type: 'date' },
} as const satisfies Record<string, Pick<Order, 'by' | 'type'>>

export function listInitiatives(
  { client, communityId, today }: Scope,
  query: InitiativeListQuery,
): Promise<PageOf<InitiativeRow>> {
  const sort = query.sort ?? '-started'
  const key = sort.replace(/^-/, '') as keyof typeof orders
  let conditions = where(noConditions(), 'i.title ilike ?', containing(query.q))
  conditions = where(conditions, 'i.kind = ?', query.kind)
  conditions = where(conditions, 'i.theme = ?', query.theme)
  if (query.state === 'living') conditions = where(conditions, `(i.state not in ${ended}) = ?`, true)
  else if (query.state === 'ended') conditions = where(conditions, `(i.state in ${ended}) = ?`, true)
  else conditions = where(conditions, 'i.state = ?', query.state)
  conditions = where(conditions, `${isReviewDue} = ?`, query.isReviewDue)
  conditions = where(conditions, '(i.lesson is not null) = ?', query.hasLesson)
  conditions = where(
    conditions,
    'exists (select 1 from participations t where t.community_id = i.community_id and t.initiative_id = i.id and t.organisation_id = ?)',
    query.organisationId,
  )
  return keysetPage<InitiativeRow>(client, {
    select: `i.id, i.title, i.kind, i.theme, i.state, i.started_on as "startedOn", i.planned_end_on as "plannedEndOn",
      i.ended_on as "endedOn", ${isReviewDue} as "isReviewDue",
      (select o.name from participations n join organisations o on o.community_id = n.community_id and o.id = n.organisation_id
        where n.community_id = i.community_id and n.initiative_id = i.id and n.role = 'lead'
        order by (n.to_on is not null), lower(o.name) limit 1) as lead,
      (select count(distinct n.organisation_id) from participations n
        where n.community_id = i.community_id and n.initiative_id = i.id) as partners`,
    from: 'initiatives i',
    alias: 'i',
    communityId,
    parameters: [today],
    conditions,
    order: { ...orders[key], isDescending: sort.startsWith('-') },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

const initiativeStatement = `
  select i.id, i.title, i.kind, i.theme, i.summary, i.state, i.started_on as "startedOn", i.planned_end_on as "plannedEndOn",
    i.ended_on as "endedOn", i.review_on as "reviewOn", ${isReviewDue} as "isReviewDue", i.outcome, i.lesson, i.revision,
    coalesce((select s.stepped_on from initiative_steps s where s.community_id = i.community_id and s.initiative_id = i.id
      order by s.position desc limit 1), i.ended_on, i.started_on) as "stateSince",
    coalesce((select json_agg(json_build_object('state', s.state, 'on', s.stepped_on, 'reason', s.reason) order by s.position)
      from initiative_steps s where s.community_id = i.community_id and s.initiative_id = i.id), '[]') as steps,
    coalesce((select json_agg(json_build_object('id', n.id, 'organisationId', o.id, 'name', o.name, 'sector', o.sector, 'role', n.role,
        'from', n.from_on, 'to', n.to_on)
        order by n.to_on nulls first, array_position(array['lead', 'co-lead', 'contributor', 'supporter', 'beneficiary'], n.role), lower(o.name), n.id)
      from participations n join organisations o on o.community_id = n.community_id and o.id = n.organisation_id
      where n.community_id = i.community_id and n.initiative_id = i.id), '[]') as participations,
    case when $4::boolean then coalesce((select json_agg(json_build_object('id', k.id, 'personId', p.id, 'displayName', p.display_name, 'from', k.from_on, 'to', k.to_on)
        order by k.to_on nulls first, lower(p.display_name), k.id)
      from coordinations k join people p on p.community_id = k.community_id and p.id = k.person_id
      where k.community_id = i.community_id and k.initiative_id = i.id), '[]') else '[]' end as coordinators,
    (select count(*) from pledges g where g.community_id = i.community_id and g.initiative_id = i.id) as pledges,
    (select count(*) from bookings b where b.community_id = i.community_id and b.initiative_id = i.id) as bookings
  from initiatives i where i.community_id = $1 and i.id = $3`

/** One initiative with all that its page shows, in one round trip. A viewer sees no people. */
export async function readInitiative(
  { client, communityId, today, role }: Scope,
  id: string,
): Promise<Initiative | null> {
  const rows = await prepared<Initiative>(client, initiativeStatement, [communityId, today, id, role !== 'viewer'])
  return rows[0] ?? null
}

export interface InitiativeValues {
  title: string
  kind: InitiativeKind
  theme: string | null
  summary: string | null
  plannedEndOn: string | null
  reviewOn: string | null
}

export async function insertInitiative(
  { db, communityId, now }: Scope,
  id: string,
  values: InitiativeValues & { state: InitiativeState; startedOn: string | null },
): Promise<void> {
  await db.insert(initiatives).values({ ...values, communityId, id, recordedAt: now })
}

/** Writes the change if the row still has the revision named; false where somebody was quicker. */
export async function updateInitiative(
  { db, communityId, now }: Scope,
  id: string,
  revision: number,
  values: Partial<InitiativeValues & { outcome: string | null; lesson: string | null }>,
): Promise<boolean> {
  const changed = await db
    .update(initiatives)
    .set({ ...values, recordedAt: now, isRecordedAssumed: false, revision: sql`${initiatives.revision} + 1` })
    .where(and(eq(initiatives.communityId, communityId), eq(initiatives.id, id), eq(initiatives.revision, revision)))
    .returning({ id: initiatives.id })
  return changed.length === 1
}

/** Locks the initiative, so that its steps follow one another. */
export async function lockInitiative(
  { db, communityId }: Scope,
  id: string,
): Promise<{ state: InitiativeState; startedOn: string | null; plannedEndOn: string | null } | null> {
  const rows = await db
    .select({ state: initiatives.state, startedOn: initiatives.startedOn, plannedEndOn: initiatives.plannedEndOn })
    .from(initiatives)
    .where(and(eq(initiatives.communityId, communityId), eq(initiatives.id, id)))
    .for('update')
  return rows[0] ?? null
}

export async function setState(
  { db, communityId, now }: Scope,
  id: string,
  change: { state: InitiativeState; startedOn?: string; endedOn?: string; outcome?: string; lesson?: string },
): Promise<void> {
  await db
    .update(initiatives)
    .set({ ...change, recordedAt: now, isRecordedAssumed: false, revision: sql`${initiatives.revision} + 1` })
    .where(and(eq(initiatives.communityId, communityId), eq(initiatives.id, id)))
}

export async function appendStep(
  { db, communityId, now }: Scope,
  initiativeId: string,
  step: { state: InitiativeState; steppedOn: string; reason: string | null },
): Promise<void> {
  await db.insert(initiativeSteps).values({
    ...step,
    communityId,
    id: uuidv7(),
    initiativeId,
    position: sql`coalesce((select max(position) + 1 from initiative_steps where community_id = ${communityId} and initiative_id = ${initiativeId}), 1)`,
    recordedAt: now,
  })
}

/** The last dated step; null where the initiative came in without its steps. */
export async function lastStepOn({ client, communityId }: Scope, initiativeId: string): Promise<string | null> {
  const rows = await prepared<{ steppedOn: string }>(
    client,
    `select stepped_on as "steppedOn" from initiative_steps where community_id = $1 and initiative_id = $2 order by position desc limit 1`,
    [communityId, initiativeId],
  )
  return rows[0]?.steppedOn ?? null
}

export async function insertParticipations(
  { db, communityId, now }: Scope,
  initiativeId: string,
  rows: readonly { organisationId: string; role: ParticipationRole; fromOn: string | null; toOn: string | null }[],
): Promise<void> {
  await db
    .insert(participations)
    .values(rows.map((row) => ({ ...row, communityId, id: uuidv7(), initiativeId, recordedAt: now })))
}

export async function findParticipation(
  { client, communityId }: Scope,
  initiativeId: string,
  id: string,
): Promise<{ organisationId: string; fromOn: string | null; toOn: string | null } | null> {
  const rows = await prepared<{ organisationId: string; fromOn: string | null; toOn: string | null }>(
    client,
    `select organisation_id as "organisationId", from_on as "fromOn", to_on as "toOn" from participations
      where community_id = $1 and initiative_id = $2 and id = $3 for update`,
    [communityId, initiativeId, id],
  )
  return rows[0] ?? null
}

export async function endParticipation({ db, communityId, now }: Scope, id: string, on: string): Promise<void> {
  await db
    .update(participations)
    .set({ toOn: on, recordedAt: now, isRecordedAssumed: false })
    .where(and(eq(participations.communityId, communityId), eq(participations.id, id)))
}
