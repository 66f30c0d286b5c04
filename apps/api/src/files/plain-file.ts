import { isImageType, type MediaTypeName } from '@commonweal/domain/files/media-types'
import { plainPicture } from '@commonweal/domain/files/plain-picture'
import { readFile } from 'node:fs/promises'
import type { FileStore, StagedFile } from './file-store.ts'

/**
 * What is kept of a received file: of a picture all but what its camera wrote beside it. The file itself where that changes nothing;
 * otherwise a file of its own, which has to be kept or let go of like the other.
 */
export async function plainFile(store: FileStore, staged: StagedFile, mediaType: MediaTypeName): Promise<StagedFile> {
  if (!isImageType(mediaType)) return staged
  const bytes = await readFile(staged.path)
  const plain = Buffer.from(plainPicture(mediaType, bytes))
  return plain.equals(bytes) ? staged : store.stage(inOnePiece(plain), plain.length)
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
