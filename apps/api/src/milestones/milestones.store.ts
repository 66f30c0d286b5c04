import type { Milestone, MilestoneListQuery } from '@commonweal/contracts/milestones'
import type { MilestoneSettling } from '@commonweal/domain/milestones/milestone'
import { and, eq, sql } from 'drizzle-orm'
import {
  containing,
  keysetPage,
  lateralOne,
  noConditions,
  orderOf,
  prepared,
  where,
  type Orders,
  type PageOf,
} from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { milestones } from './milestones.table.ts'

const standing = `case when m.reached_on is not null then 'reached' when m.dropped_on is not null then 'dropped'
  when m.due_on < $2::date then 'overdue' else 'open' end`
/** Days and conditions as the indexes say them: of the settled ones there are ever more, and they are not read. */
const dueOn = `coalesce(m.due_on, 'infinity'::date)`
const isUnsettled = 'm.reached_on is null and m.dropped_on is null'
const columns = `m.id, m.initiative_id as "initiativeId", i.title as initiative, m.title, m.due_on as "dueOn",
  m.reached_on as "reachedOn", m.dropped_on as "droppedOn", m.note, ${standing} as standing, m.revision`
const from = `milestones m ${lateralOne('join', 'initiatives', 'i', 'one.community_id = m.community_id and one.id = m.initiative_id')}`

const orders = {
  due: { by: dueOn, type: 'date' },
  title: { by: 'lower(m.title)', type: 'text' },
} as const satisfies Orders

export function listMilestones(
  { client, communityId, today }: Scope,
  query: MilestoneListQuery,
): Promise<PageOf<Milestone>> {
  let conditions = where(noConditions(), 'm.title ilike ?', containing(query.q))
  conditions = where(conditions, 'm.initiative_id = ?', query.initiativeId)
  conditions = where(conditions, 'm.due_on >= ?', query.from)
  conditions = where(conditions, 'm.due_on <= ?', query.to)
  if (query.standing === 'overdue') conditions = where(conditions, `${isUnsettled} and ${dueOn} < ?::date`, today)
  else if (query.standing === 'open') conditions = where(conditions, `${isUnsettled} and ${dueOn} >= ?::date`, today)
  else conditions = where(conditions, `${standing} = ?`, query.standing)
  return keysetPage<Milestone>(client, {
    select: columns,
    from,
    alias: 'm',
    communityId,
    parameters: [today],
    conditions,
    order: orderOf(orders, query.sort ?? 'due'),
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

export async function readMilestone({ client, communityId, today }: Scope, id: string): Promise<Milestone | null> {
  const rows = await prepared<Milestone>(
    client,
    `select ${columns} from ${from} where m.community_id = $1 and m.id = $3`,
    [communityId, today, id],
  )
  return rows[0] ?? null
}

export interface MilestoneValues {
  title: string
  dueOn: string | null
}

export async function insertMilestone(
  { db, communityId, now }: Scope,
  id: string,
  values: MilestoneValues & { initiativeId: string },
): Promise<void> {
  await db.insert(milestones).values({ ...values, communityId, id, recordedAt: now })
}

/** Writes the change if the row still has the revision named; false where somebody was quicker. */
export async function updateMilestone(
  { db, communityId, now }: Scope,
  id: string,
  revision: number,
  change: MilestoneValues | MilestoneSettling,
): Promise<boolean> {
  const changed = await db
    .update(milestones)
    .set({ ...change, recordedAt: now, isRecordedAssumed: false, revision: sql`${milestones.revision} + 1` })
    .where(and(eq(milestones.communityId, communityId), eq(milestones.id, id), eq(milestones.revision, revision)))
    .returning({ id: milestones.id })
  return changed.length === 1
}
