import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import type { FileStore } from '../files/file-store.ts'
import { BYTES_FOLDER } from './package-bytes.ts'

/** While an export reads, nothing is let go of; what is not needed waits for the next collection. */
export async function holdBytes(client: pg.ClientBase, communityId: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 2))', [communityId])
}

/** Hashes of the bytes that the files of a community name, in order. */
export async function listBytes(client: pg.ClientBase, communityId: string): Promise<string[]> {
  const { rows } = await client.query<{ sha256: string }>(
    'select sha256 from files where community_id = $1 group by sha256 order by sha256 collate "C"',
    [communityId],
  )
  return rows.map(({ sha256 }) => sha256)
}

/** The bytes; an export without them would not be everything, so it fails where the store has lost some. */
export async function openBytes(store: FileStore, communityId: string, sha256: string): Promise<Readable> {
  const bytes = await store.open(communityId, sha256)
  if (!bytes) throw new Error(`the file store has no ${communityId}/${sha256}: restore it from a backup`)
  return bytes
}

export async function bytesToFolder(
  openHash: (hash: string) => Promise<Readable>,
  hashes: readonly string[],
  folder: string,
): Promise<void> {
  if (hashes.length === 0) return
  const place = path.join(folder, BYTES_FOLDER)
  await mkdir(place, { recursive: true })
  for (const hash of hashes) await pipeline(await openHash(hash), createWriteStream(path.join(place, hash)))
}
