import { beginsWith, bytesOf, joined } from './bytes.ts'
import { orientationIn, tiffOf } from './orientation.ts'

const SOI_BYTES = 2
const EOI = 0xd9
const SOS = 0xda
const COM = 0xfe
const EXIF = 'Exif\0\0'
/** What applications may write that decoding needs: pixels' shape, colour profile, colour transform. */
const needed: Record<number, string> = { 0xe0: 'JFIF\0', 0xe2: 'ICC_PROFILE\0', 0xee: 'Adobe' }

/**
 * A JPEG without what cameras and programs wrote beside the picture (Exif with place and device, XMP, IPTC, comments, previews,
 * further pictures and films behind its end); its orientation is kept. The picture itself is the same bytes. From the first byte on
 * that is not understood everything stays as it is. Source: ITU-T T.81 §B.1.
 */
export function plainJpeg(bytes: Uint8Array): Uint8Array {
  return joined([...partsOf(bytes)])
}

function* partsOf(bytes: Uint8Array): Generator<Uint8Array> {
  yield bytes.subarray(0, SOI_BYTES)
  let at = SOI_BYTES
  let isTurned = false
  while (at < bytes.length) {
    let code = at + 1
    // Any number of fill bytes may stand before the code of a marker.
    while (bytes[code] === 0xff) code += 1
    const marker = bytes[code] ?? 0
    if (marker === EOI && bytes[at] === 0xff) {
      yield bytes.subarray(at, code + 1)
      return
    }
    const end = segmentEnd(bytes, code)
    if (bytes[at] !== 0xff || end === null) {
      yield bytes.subarray(at)
      return
    }
    const payload = bytes.subarray(code + 3, end)
    const next = marker === SOS ? scanEnd(bytes, end) : end
    const orientation =
      marker === 0xe1 && beginsWith(payload, EXIF) ? orientationIn(payload.subarray(EXIF.length)) : null
    if (orientation !== null && !isTurned) {
      isTurned = true
      yield exifSegment(orientation)
    } else if (isPicture(marker, payload)) yield bytes.subarray(at, next)
    at = next
  }
}

/** Where the segment of a marker ends; null for a marker that has none, a length that cannot be, or an end that is not there. */
function segmentEnd(bytes: Uint8Array, code: number): number | null {
  const marker = bytes[code] ?? 0
  if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || code + 2 >= bytes.length) return null
  const length = ((bytes[code + 1] ?? 0) << 8) | (bytes[code + 2] ?? 0)
  const end = code + 1 + length
  return length < 2 || end > bytes.length ? null : end
}

/** The data of a scan go on to the next marker; a stuffed zero and restarts are part of them. */
function scanEnd(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2))
  }
  return bytes.length
}

function isPicture(marker: number, payload: Uint8Array): boolean {
  if (marker === COM) return false
  if (marker < 0xe0 || marker > 0xef) return true
  const name = needed[marker]
  return name !== undefined && beginsWith(payload, name)
}

function exifSegment(orientation: number): Uint8Array {
  const body = joined([bytesOf(EXIF), tiffOf(orientation)])
  return joined([Uint8Array.of(0xff, 0xe1, 0, body.length + 2), body])
}
