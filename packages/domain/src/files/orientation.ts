const ORIENTATION = 0x0112
const SHORT = 3
/** Turned or mirrored in one of seven ways; 1 is upright, and not worth saying. */
const [LEAST, MOST] = [2, 8]

/**
 * How a picture is to be turned, as its camera said: 2 to 8, or null for upright, unsaid, or not to be made out. `tiff` is the block
 * cameras write into JPEG, PNG and WebP alike. Source: CIPA DC-008 (Exif 3.0) §4.6; TIFF 6.0 §2.
 */
export function orientationIn(tiff: Uint8Array): number | null {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  if (tiff.length < 8) return null
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return null
  const isLittle = order === 0x4949
  const directory = view.getUint32(4, isLittle)
  if (view.getUint16(2, isLittle) !== 42 || directory + 2 > tiff.length) return null
  const entries = view.getUint16(directory, isLittle)
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + 12 * index
    if (at + 12 > tiff.length) return null
    if (view.getUint16(at, isLittle) !== ORIENTATION || view.getUint16(at + 2, isLittle) !== SHORT) continue
    const value = view.getUint16(at + 8, isLittle)
    return value >= LEAST && value <= MOST ? value : null
  }
  return null
}

/** The smallest block that says how a picture is to be turned, and nothing else. */
export function tiffOf(orientation: number): Uint8Array {
  const directory = [ORIENTATION >> 8, ORIENTATION & 0xff, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0]
  return Uint8Array.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ...directory, 0, 0, 0, 0])
}
