import type { Update, UpdateListQuery } from '@commonweal/contracts/updates'
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
import { updates } from './updates.table.ts'

/** $2: whether the reader may know people. */
const columns = `u.id, u.initiative_id as "initiativeId", i.title as initiative, u.title, u.text, u.posted_at as "postedAt",
  case when $2::boolean then (select p.display_name from people p where p.community_id = u.community_id and p.id = u.person_id) end as person,
  u.organisation_id as "organisationId",
  (select o.name from organisations o where o.community_id = u.community_id and o.id = u.organisation_id) as organisation,
  coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes,
      'sha256', f.sha256, 'alt', f.alt) order by f.position, f.id)
    from files f where f.community_id = u.community_id and f.update_id = u.id), '[]') as files,
  u.revision`
const from = `updates u ${lateralOne('join', 'initiatives', 'i', 'one.community_id = u.community_id and one.id = u.initiative_id')}`

const orders = {
  posted: { by: 'u.posted_at', type: 'timestamptz' },
  title: { by: 'lower(u.title)', type: 'text' },
} as const satisfies Orders

export function listUpdates({ client, communityId, role }: Scope, query: UpdateListQuery): Promise<PageOf<Update>> {
  let conditions = where(noConditions(), '(u.title ilike ? or u.text ilike ?)', containing(query.q))
  conditions = where(conditions, 'u.initiative_id = ?', query.initiativeId)
  conditions = where(conditions, 'u.organisation_id = ?', query.organisationId)
  return keysetPage<Update>(client, {
    select: columns,
    from,
    alias: 'u',
    communityId,
    parameters: [role !== 'viewer'],
    conditions,
    order: orderOf(orders, query.sort ?? '-posted'),
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

export async function readUpdate({ client, communityId, role }: Scope, id: string): Promise<Update | null> {
  const rows = await prepared<Update>(
    client,
    `select ${columns} from ${from} where u.community_id = $1 and u.id = $3`,
    [communityId, role !== 'viewer', id],
  )
  return rows[0] ?? null
}

export interface UpdateValues {
  title: string
  text: string
}

export async function insertUpdate(
  { db, communityId, personId, onBehalfOf, now }: Scope,
  id: string,
  values: UpdateValues & { initiativeId: string },
): Promise<void> {
  const organisationId = onBehalfOf?.organisationId ?? null
  await db
    .insert(updates)
    .values({ ...values, communityId, id, personId, organisationId, postedAt: now, recordedAt: now })
}

/** Writes the change if the row still has the revision named; false where somebody was quicker. */
export async function changeUpdate(
  { db, communityId, now }: Scope,
  id: string,
  revision: number,
  values: UpdateValues,
): Promise<boolean> {
  const changed = await db
    .update(updates)
    .set({ ...values, recordedAt: now, isRecordedAssumed: false, revision: sql`${updates.revision} + 1` })
    .where(and(eq(updates.communityId, communityId), eq(updates.id, id), eq(updates.revision, revision)))
    .returning({ id: updates.id })
  return changed.length === 1
}

/** Takes the row away; its last image stays among the versions. */
export async function deleteUpdate({ db, communityId }: Scope, id: string): Promise<void> {
  await db.delete(updates).where(and(eq(updates.communityId, communityId), eq(updates.id, id)))
}
