import { and, eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { prepared } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { coordinations } from './initiatives.table.ts'

/** Whether the person coordinates the initiative on a day or after it. Call it with the initiative locked. */
export async function coordinatesFrom(
  { client, communityId }: Scope,
  initiativeId: string,
  personId: string,
  from: string,
): Promise<boolean> {
  const rows = await prepared(
    client,
    `select 1 from coordinations where community_id = $1 and initiative_id = $2 and person_id = $3
      and coalesce(to_on > $4, true)`,
    [communityId, initiativeId, personId, from],
  )
  return rows.length > 0
}

export async function insertCoordination(
  { db, communityId, now }: Scope,
  row: { initiativeId: string; personId: string; fromOn: string },
): Promise<void> {
  await db.insert(coordinations).values({ ...row, communityId, id: uuidv7(), recordedAt: now })
}

export async function findCoordination(
  { client, communityId }: Scope,
  initiativeId: string,
  id: string,
): Promise<{ personId: string; fromOn: string | null } | null> {
  const rows = await prepared<{ personId: string; fromOn: string | null }>(
    client,
    `select person_id as "personId", from_on as "fromOn" from coordinations
      where community_id = $1 and initiative_id = $2 and id = $3 for update`,
    [communityId, initiativeId, id],
  )
  return rows[0] ?? null
}

export async function endCoordinationOn({ db, communityId, now }: Scope, id: string, on: string): Promise<void> {
  await db
    .update(coordinations)
    .set({ toOn: on, recordedAt: now, isRecordedAssumed: false })
    .where(and(eq(coordinations.communityId, communityId), eq(coordinations.id, id)))
}
