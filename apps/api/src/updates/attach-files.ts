import type { AttachedFile, FileChoice } from '@commonweal/contracts/files'
import { isImageType } from '@commonweal/domain/files/media-types'
import type { Scope } from '../database/scope.ts'
import { changeFile, deleteFiles, insertFiles, lockFiles, takeUploads } from '../files/files.store.ts'
import { ProblemError } from '../http/problem-error.ts'

/**
 * Makes the files of an update those that were chosen: uploads of this person become files, files it has keep their bytes,
 * others go. Answers the hashes of what went. Call it in the transaction of the update.
 */
export async function attachFiles(
  scope: Scope,
  updateId: string,
  present: readonly AttachedFile[],
  chosen: readonly FileChoice[],
): Promise<string[]> {
  if (chosen.length === 0 && present.length === 0) return []
  // What is needed changes here: nobody may collect meanwhile.
  await lockFiles(scope.client, scope.communityId)
  const known = new Map(present.map((file) => [file.id, file]))
  const wanted = chosen.filter(({ id }) => !known.has(id)).map(({ id }) => id)
  const taken = new Map((await takeUploads(scope, wanted)).map((upload) => [upload.id, upload]))
  const added = []
  const seen = new Set<string>()
  for (const [position, { id, alt: said }] of chosen.entries()) {
    const file = known.get(id) ?? taken.get(id)
    if (!file || seen.has(id)) throw new ProblemError('file-unknown', { fileId: id })
    seen.add(id)
    const alt = said?.trim() || null
    if (alt === null && isImageType(file.mediaType)) throw new ProblemError('alt-text-missing', { name: file.name })
    if (known.has(id)) await changeFile(scope, id, { alt, position })
    else {
      const { name, mediaType, sizeBytes, sha256 } = file
      added.push({ id, updateId, position, alt, name, mediaType, sizeBytes, sha256 })
    }
  }
  await insertFiles(scope, added)
  const gone = present.filter(({ id }) => !seen.has(id))
  await deleteFiles(
    scope,
    gone.map(({ id }) => id),
  )
  return gone.map(({ sha256 }) => sha256)
}
