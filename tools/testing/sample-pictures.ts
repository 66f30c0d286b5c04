/** A real photograph-like JPEG, 20 by 12 pixels, with a colour profile, as Chromium wrote it; nothing of a camera in it. */
export const sampleJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAA' +
    'AAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAA' +
    'ACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0' +
    'AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAA' +
    'AAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM' +
    'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERX' +
    'RTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj' +
    'Y2P/wAARCAAMABQDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAQFAf/EACUQAAAFAgQHAAAAAAAAAAAAAAABAgMhBBEFEhMjFSQxQVFSYf/EABYB' +
    'AQEBAAAAAAAAAAAAAAAAAAUCA//EABoRAAMBAAMAAAAAAAAAAAAAAAABAxECBBL/2gAMAwEAAhEDEQA/AKlE3hfC9wucyq9us2+eAm8smm7dxrJFYJVy1TIi' +
    'XH00HdqrrXGKO1G4cgE55atQ5AFlJYaKSw//2Q==',
  'base64',
)

/** A real lossy WebP of the same picture, with a colour profile. */
export const sampleWebp = Buffer.from(
  'UklGRl4CAABXRUJQVlA4WAoAAAAgAAAAEwAACwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAA' +
    'AAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAA' +
    'ACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0' +
    'AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAA' +
    'AAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM' +
    'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggcAAAADAEAJ0BKhQADAA+0VajS6gkoyGwCAEAGglsAJ0ygxgASG/es53H' +
    'S6sO/AD8/+RqWx5alvHgZ+PiKgEe+UxQdX0bzgs6dUqgO5185OtY8YxEqyjtKTjDi62hTEvFcI6jf+U0RUp1ta0PIu5/kUgAAAA=',
  'base64',
)

/** Exif as a camera writes it, in the order of bytes asked for: place (56° N), device and, unless null, how to turn the picture. */
export function cameraTiff(orientation: number | null, isLittle = true): Buffer {
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [0x010f, 2, 7, 100],
    ...(orientation === null ? [] : [[0x0112, 3, 1, orientation] as [number, number, number, number]]),
    [0x8825, 4, 1, 120],
  ]
  const tiff = Buffer.alloc(160)
  const u16 = (value: number, at: number) => (isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at))
  const u32 = (value: number, at: number) => (isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at))
  tiff.write(isLittle ? 'II' : 'MM', 0, 'latin1')
  u16(42, 2)
  u32(8, 4)
  u16(entries.length, 8)
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + 12 * index
    u16(tag, at)
    u16(type, at + 2)
    u32(count, at + 4)
    if (type === 3) u16(value, at + 8)
    else u32(value, at + 8)
  }
  tiff.write('Camera\0', 100, 'latin1')
  // The directory of the place: north, and its degrees.
  u16(2, 120)
  u16(1, 122)
  u16(2, 124)
  u32(2, 126)
  tiff.write('N\0', 130, 'latin1')
  u16(2, 134)
  u16(5, 136)
  u32(1, 138)
  u32(150, 142)
  u32(56, 150)
  u32(1, 154)
  return tiff
}

export function jpegSegment(marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}

/** Puts segments behind the first of a JPEG, where cameras put theirs. */
export function withSegments(jpeg: Buffer, ...segments: Buffer[]): Buffer {
  const first = 2 + 2 + jpeg.readUInt16BE(4)
  return Buffer.concat([jpeg.subarray(0, first), ...segments, jpeg.subarray(first)])
}

export const exifSegment = (tiff: Buffer) => jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]))
