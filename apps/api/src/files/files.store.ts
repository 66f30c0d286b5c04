import type { AttachedFile, Upload } from '@commonweal/contracts/files'
import { and, eq, inArray } from 'drizzle-orm'
import type pg from 'pg'
import { prepared } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { files, uploads } from './files.table.ts'

/** Whoever adds or takes away bytes of a community does so one after another: what is counted stays true. */
export async function lockFiles(client: pg.Pool | pg.ClientBase, communityId: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [communityId])
}

/** Bytes a community uses, received ones among them; the same bytes twice count twice, though they are kept once. */
export async function usedBytes({ client, communityId }: Scope): Promise<number> {
  const rows = await prepared<{ bytes: number }>(
    client,
    `select coalesce((select sum(size_bytes) from files where community_id = $1), 0)::bigint
      + coalesce((select sum(size_bytes) from uploads where community_id = $1), 0)::bigint as bytes`,
    [communityId],
  )
  return rows[0]?.bytes ?? 0
}

export async function insertUpload({ db, communityId, personId, now }: Scope, upload: Upload): Promise<void> {
  await db.insert(uploads).values({ ...upload, communityId, personId, receivedAt: now })
}

/** Takes uploads of this person out of those that wait; answers the ones there were. */
export async function takeUploads(
  { db, communityId, personId }: Scope,
  ids: readonly string[],
): Promise<(typeof uploads.$inferSelect)[]> {
  if (ids.length === 0) return []
  return db
    .delete(uploads)
    .where(and(eq(uploads.communityId, communityId), eq(uploads.personId, personId), inArray(uploads.id, [...ids])))
    .returning()
}

export type FileRow = Omit<typeof files.$inferInsert, 'communityId' | 'recordedAt' | 'isRecordedAssumed'>

export async function insertFiles({ db, communityId, now }: Scope, rows: readonly FileRow[]): Promise<void> {
  if (rows.length > 0) await db.insert(files).values(rows.map((row) => ({ ...row, communityId, recordedAt: now })))
}

export async function changeFile(
  { db, communityId, now }: Scope,
  id: string,
  change: { alt: string | null; position: number },
): Promise<void> {
  await db
    .update(files)
    .set({ ...change, recordedAt: now, isRecordedAssumed: false })
    .where(and(eq(files.communityId, communityId), eq(files.id, id)))
}

export async function deleteFiles({ db, communityId }: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.delete(files).where(and(eq(files.communityId, communityId), inArray(files.id, [...ids])))
}

export async function findFile({ client, communityId }: Scope, id: string): Promise<AttachedFile | null> {
  const rows = await prepared<AttachedFile>(
    client,
    `select id, name, media_type as "mediaType", size_bytes as "sizeBytes", sha256, alt from files
      where community_id = $1 and id = $2`,
    [communityId, id],
  )
  return rows[0] ?? null
}

/** Hashes that rows of a community name, of those asked about or of all. Call it with the files locked. */
export async function neededHashes(
  client: pg.Pool | pg.PoolClient,
  communityId: string,
  among: readonly string[] | null,
): Promise<Set<string>> {
  const { rows } = await client.query<{ sha256: string }>(
    `select sha256 from files where community_id = $1 and ($2::text[] is null or sha256 = any($2))
      union select sha256 from uploads where community_id = $1 and ($2::text[] is null or sha256 = any($2))`,
    [communityId, among],
  )
  return new Set(rows.map(({ sha256 }) => sha256))
}

export async function deleteUploadsBefore(client: pg.PoolClient, communityId: string, instant: Date): Promise<void> {
  await client.query('delete from uploads where community_id = $1 and received_at < $2', [communityId, instant])
}
