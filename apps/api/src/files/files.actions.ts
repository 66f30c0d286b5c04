import type { Upload } from '@commonweal/contracts/files'
import { safeFileName } from '@commonweal/domain/files/file-name'
import type { Readable } from 'node:stream'
import { v7 as uuidv7 } from 'uuid'
import { inTransaction, type Scope } from '../database/scope.ts'
import { found, ProblemError } from '../http/problem-error.ts'
import { authorizeTakingPart } from '../initiatives/initiatives.actions.ts'
import { readInitiative } from '../initiatives/initiatives.store.ts'
import type { FileStore } from './file-store.ts'
import { findFile, insertUpload, lockFiles, usedBytes } from './files.store.ts'
import { ReceivedFile } from './received-file.ts'
import { plainFile } from './plain-file.ts'
import { recogniseFile } from './recognise-file.ts'

/** Whether this person may send a file of so many bytes at all (null: it did not say): asked before anything of it is received. */
export async function judgeUpload(scope: Scope, initiativeId: string, sizeBytes: number | null): Promise<void> {
  authorizeTakingPart(scope, found(await readInitiative(scope, initiativeId)))
  if (sizeBytes !== null) await refuseWhatIsTooMuch(scope, sizeBytes)
}

/** A community has only so much room. */
async function refuseWhatIsTooMuch(scope: Scope, sizeBytes: number): Promise<void> {
  const quotaBytes = scope.config.fileQuotaBytes
  const used = await usedBytes(scope)
  if (used + sizeBytes > quotaBytes)
    throw new ProblemError('file-quota-reached', { quotaBytes, usedBytes: used, sizeBytes })
}

/** Keeps what was received, but for what a camera wrote beside the picture: of a known type, within what the community may use. A refusal keeps nothing. */
export async function uploadFile(
  scope: Scope,
  store: FileStore,
  upload: { readonly initiativeId: string; readonly name: string; readonly body: unknown },
): Promise<Upload> {
  authorizeTakingPart(scope, found(await readInitiative(scope, upload.initiativeId)))
  if (!(upload.body instanceof ReceivedFile)) throw new ProblemError('media-type-not-supported')
  const received = upload.body.staged
  const mediaType = await recogniseFile(received.path, upload.name)
  if (mediaType === null) throw new ProblemError('file-type-not-allowed')
  const staged = await plainFile(store, received, mediaType)
  const { sha256, sizeBytes } = staged
  const kept: Upload = { id: uuidv7(), name: safeFileName(upload.name, mediaType), mediaType, sizeBytes, sha256 }
  try {
    return await inTransaction(scope, async (scope) => {
      await lockFiles(scope.client, scope.communityId)
      await refuseWhatIsTooMuch(scope, sizeBytes)
      await insertUpload(scope, kept)
      await store.keep(scope.communityId, staged)
      return kept
    })
  } finally {
    await staged.discard()
  }
}

export interface ReadableFile {
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly bytes: Readable
}

export async function readFile(scope: Scope, store: FileStore, id: string): Promise<ReadableFile> {
  const { name, mediaType, sha256 } = found(await findFile(scope, id))
  return { name, mediaType, sha256, bytes: found(await store.open(scope.communityId, sha256)) }
}
