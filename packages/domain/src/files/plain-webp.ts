import { beginsWith, bytesOf, joined } from './bytes.ts'
import { orientationIn, tiffOf } from './orientation.ts'

/** `RIFF`, its size, `WEBP`. */
const HEAD_BYTES = 12
const CHUNK_HEAD_BYTES = 8
const FLAGS = { exif: 0x08, xmp: 0x04 }
const EXIF = 'Exif\0\0'

/**
 * A WebP without what cameras and programs wrote beside the picture (Exif, XMP); its orientation is kept. The picture itself is the same
 * bytes. One that is not understood to its end stays as it is. Source: RFC 9649 §2.3, §2.7.
 */
export function plainWebp(bytes: Uint8Array): Uint8Array {
  const chunks = chunksOf(bytes)
  if (chunks === null) return bytes
  const exif = chunks.find((chunk) => beginsWith(chunk, 'EXIF'))
  const tiff = exif?.subarray(CHUNK_HEAD_BYTES + (beginsWith(exif, EXIF, CHUNK_HEAD_BYTES) ? EXIF.length : 0))
  const orientation = tiff ? orientationIn(tiff) : null
  const picture = chunks.filter((chunk) => !beginsWith(chunk, 'EXIF') && !beginsWith(chunk, 'XMP '))
  const parts = picture.map((chunk) => (beginsWith(chunk, 'VP8X') ? withFlags(chunk, orientation !== null) : chunk))
  if (orientation !== null)
    parts.push(joined([bytesOf('EXIF'), littleEndian(tiffOf(orientation).length), tiffOf(orientation)]))
  const body = joined([bytesOf('WEBP'), ...parts])
  return joined([bytesOf('RIFF'), littleEndian(body.length), body])
}

/** The chunks with their heads and padding, up to where the file says it ends; null where they do not fill it. */
function chunksOf(bytes: Uint8Array): Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEAD_BYTES) return null
  const whole = CHUNK_HEAD_BYTES + view.getUint32(4, true)
  const chunks: Uint8Array[] = []
  let at = HEAD_BYTES
  while (at < whole) {
    if (at + CHUNK_HEAD_BYTES > Math.min(whole, bytes.length)) return null
    const size = view.getUint32(at + 4, true)
    const end = at + CHUNK_HEAD_BYTES + size + (size % 2)
    if (end > bytes.length || end > whole) return null
    chunks.push(bytes.subarray(at, end))
    at = end
  }
  return at === whole ? chunks : null
}

function withFlags(chunk: Uint8Array, hasExif: boolean): Uint8Array {
  const changed = Uint8Array.from(chunk)
  const flags = changed[CHUNK_HEAD_BYTES] ?? 0
  changed[CHUNK_HEAD_BYTES] = (flags & ~(FLAGS.exif | FLAGS.xmp)) | (hasExif ? FLAGS.exif : 0)
  return changed
}

function littleEndian(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4))
  view.setUint32(0, value, true)
  return new Uint8Array(view.buffer)
}
