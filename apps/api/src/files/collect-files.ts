import type pg from 'pg'
import type { FileStore } from './file-store.ts'
import { deleteUploadsBefore, lockFiles, neededHashes } from './files.store.ts'

const DAY_MS = 86_400_000
const ROUND_MS = 6 * 3_600_000

/** Lets go of bytes that no row names any more. Under the lock nobody can begin to name them meanwhile. */
export async function removeUnneeded(
  pool: pg.Pool,
  store: FileStore,
  communityId: string,
  hashes: readonly string[],
): Promise<void> {
  if (hashes.length === 0) return
  await underLock(pool, communityId, async (client) => {
    const needed = await neededHashes(client, communityId, hashes)
    for (const hash of hashes) if (!needed.has(hash)) await store.remove(communityId, hash)
  })
}

/** Uploads that a day went by without an update for, and bytes that broken-off work left behind. */
export async function collectFiles(pool: pg.Pool, store: FileStore, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY_MS)
  await store.discardStagedBefore(yesterday)
  for (const communityId of await store.listCommunities()) {
    await underLock(pool, communityId, async (client) => {
      await deleteUploadsBefore(client, communityId, yesterday)
      const needed = await neededHashes(client, communityId, null)
      for (const hash of await store.listHashes(communityId))
        if (!needed.has(hash)) await store.remove(communityId, hash)
    })
  }
}

/** Collects at the start and a few times a day while the server runs. Ends with the returned function. */
export function keepCollecting(
  pool: pg.Pool,
  store: FileStore,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  const collect = () => collectFiles(pool, store, new Date()).catch(onFailure)
  let round: Promise<unknown> = collect()
  const timer = setInterval(() => {
    round = round.then(collect)
  }, ROUND_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await round
  }
}

async function underLock(
  pool: pg.Pool,
  communityId: string,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const client = await pool.connect()
  let failure: Error | undefined
  try {
    await client.query('begin')
    const free = await client.query<{ isFree: boolean }>(
      'select pg_try_advisory_xact_lock(hashtextextended($1, 2)) as "isFree"',
      [communityId],
    )
    // An export reads what is kept; what it does not need any more goes with the next round.
    if (free.rows[0]?.isFree) {
      await lockFiles(client, communityId)
      await work(client)
    }
    await client.query('commit')
  } catch (error) {
    failure = error as Error
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release(failure)
  }
}
