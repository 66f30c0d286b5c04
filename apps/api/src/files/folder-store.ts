import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { FileTooLarge, type FileStore, type StagedFile } from './file-store.ts'

/** How much more than the limit is read and thrown away, so that whoever sends too much hears why. */
const PATIENCE = 4
const HASH = /^[0-9a-f]{64}$/
const COMMUNITY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A file store in a folder: `incoming/` while bytes arrive, then `<community>/<first two of the hash>/<hash>`. */
export function folderStore(root: string): FileStore {
  const incoming = path.join(root, 'incoming')
  const placeOf = (communityId: string, sha256: string): string => {
    if (!COMMUNITY.test(communityId) || !HASH.test(sha256)) throw new RangeError('not a place of the file store')
    return path.join(root, communityId, sha256.slice(0, 2), sha256)
  }
  return {
    stage: (source, limitBytes) => stageIn(incoming, source, limitBytes),
    keep: async (communityId, staged) => {
      const place = placeOf(communityId, staged.sha256)
      const folder = path.dirname(place)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // The same bytes under the same name: taking the place of what is there changes nothing.
      await rename(staged.path, place)
      await syncFolder(folder)
    },
    open: async (communityId, sha256) => {
      const file = await orNull(open(placeOf(communityId, sha256), 'r'))
      return file?.createReadStream() ?? null
    },
    has: async (communityId, sha256) =>
      access(placeOf(communityId, sha256), constants.R_OK).then(
        () => true,
        () => false,
      ),
    remove: async (communityId, sha256) => rm(placeOf(communityId, sha256), { force: true }),
    listCommunities: async () => (await namesIn(root)).filter((name) => COMMUNITY.test(name)),
    listHashes: async (communityId) => {
      if (!COMMUNITY.test(communityId)) throw new RangeError('not a place of the file store')
      const parts = await namesIn(path.join(root, communityId))
      const names = await Promise.all(parts.map((part) => namesIn(path.join(root, communityId, part))))
      return names.flat().filter((name) => HASH.test(name))
    },
    discardStagedBefore: async (instant) => {
      for (const name of await namesIn(incoming)) {
        const place = path.join(incoming, name)
        const found = await orNull(stat(place))
        if (found && found.mtime < instant) await rm(place, { force: true })
      }
    },
  }
}

async function stageIn(incoming: string, source: AsyncIterable<Buffer>, limitBytes: number): Promise<StagedFile> {
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const place = path.join(incoming, randomUUID())
  const discard = () => rm(place, { force: true })
  try {
    const file = await open(place, 'wx', 0o600)
    try {
      return { path: place, discard, ...(await receive(file, source, limitBytes)) }
    } finally {
      await file.close()
    }
  } catch (error) {
    await discard()
    throw error
  }
}

async function receive(
  file: FileHandle,
  source: AsyncIterable<Buffer>,
  limitBytes: number,
): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const chunk of source) {
    sizeBytes += chunk.length
    if (sizeBytes > limitBytes * PATIENCE) break
    if (sizeBytes > limitBytes) continue
    hash.update(chunk)
    await file.write(chunk)
  }
  if (sizeBytes > limitBytes) throw new FileTooLarge()
  await file.sync()
  return { sha256: hash.digest('hex'), sizeBytes }
}

/** A name is on disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function namesIn(folder: string): Promise<string[]> {
  return orNull(readdir(folder)).then((names) => names ?? [])
}

async function orNull<Value>(wanted: Promise<Value>): Promise<Value | null> {
  return wanted.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
}
