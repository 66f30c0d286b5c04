import { beginsWith, bytesOf, joined } from './bytes.ts'
import { orientationIn, tiffOf } from './orientation.ts'

const SIGNATURE_BYTES = 8
/** Length before, checksum behind. */
const AROUND_BYTES = 12
/** Text, time, camera, provenance, and signatures over what is no longer there. */
const told = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf', 'caBX', 'dSIG']

/**
 * A PNG without what cameras and programs wrote beside the picture; its orientation is kept. The picture itself is the same bytes, what
 * lies behind its end is left out. From the first byte on that is not understood everything stays as it is. Source: W3C PNG (Third
 * Edition) §5.3, §11.3.
 */
export function plainPng(bytes: Uint8Array): Uint8Array {
  return joined([...partsOf(bytes)])
}

function* partsOf(bytes: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  yield bytes.subarray(0, SIGNATURE_BYTES)
  let at = SIGNATURE_BYTES
  while (at < bytes.length) {
    const end = at + AROUND_BYTES <= bytes.length ? at + AROUND_BYTES + view.getUint32(at) : Infinity
    if (end > bytes.length) {
      yield bytes.subarray(at)
      return
    }
    const isTold = told.some((type) => beginsWith(bytes, type, at + 4))
    const orientation = beginsWith(bytes, 'eXIf', at + 4) ? orientationIn(bytes.subarray(at + 8, end - 4)) : null
    if (orientation !== null) yield chunkOf('eXIf', tiffOf(orientation))
    if (!isTold) yield bytes.subarray(at, end)
    if (beginsWith(bytes, 'IEND', at + 4)) return
    at = end
  }
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const body = joined([bytesOf(type), data])
  const ends = new DataView(new ArrayBuffer(8))
  ends.setUint32(0, data.length)
  ends.setUint32(4, checksumOf(body))
  return joined([new Uint8Array(ends.buffer, 0, 4), body, new Uint8Array(ends.buffer, 4)])
}

/** The CRC of W3C PNG §5.5. */
function checksumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
