import type { MediaTypeName } from './media-types.ts'
import { plainJpeg } from './plain-jpeg.ts'
import { plainPng } from './plain-png.ts'
import { plainWebp } from './plain-webp.ts'

const plain: Partial<Record<MediaTypeName, (bytes: Uint8Array) => Uint8Array>> = {
  'image/jpeg': plainJpeg,
  'image/png': plainPng,
  'image/webp': plainWebp,
}

/** The file as others may have it: a picture without what tells of who took it, where and when; any other file as it is. */
export function plainPicture(mediaType: MediaTypeName, bytes: Uint8Array): Uint8Array {
  return plain[mediaType]?.(bytes) ?? bytes
}
