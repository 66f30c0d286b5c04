import fc from 'fast-check'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { samplePng } from '../../../../tools/testing/sample-files.ts'
import {
  cameraTiff,
  exifSegment,
  jpegSegment,
  sampleJpeg,
  sampleWebp,
  withSegments,
} from '../../../../tools/testing/sample-pictures.ts'
import { orientationIn, tiffOf } from '@commonweal/domain/files/orientation'
import { plainPicture } from '@commonweal/domain/files/plain-picture'

const latin = (text: string) => Buffer.from(text, 'latin1')
const plain = (type: 'image/jpeg' | 'image/png' | 'image/webp', bytes: Buffer) => Buffer.from(plainPicture(type, bytes))

function pngChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.concat([Buffer.alloc(4), latin(type), data, Buffer.alloc(4)])
  chunk.writeUInt32BE(data.length)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4)
  return chunk
}

function withChunks(png: Buffer, ...chunks: Buffer[]): Buffer {
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)])
}

function riffChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.concat([latin(type), Buffer.alloc(4)])
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

function webpOf(flags: number, ...more: Buffer[]): Buffer {
  const whole = Buffer.concat([sampleWebp, ...more])
  whole.writeUInt32LE(whole.length - 8, 4)
  whole[20] = flags
  return whole
}

describe('how a picture is to be turned', () => {
  it.each([2, 3, 6, 8])('%i is read in either order of bytes, and written so that it is read again', (orientation) => {
    expect(orientationIn(cameraTiff(orientation, true))).toBe(orientation)
    expect(orientationIn(cameraTiff(orientation, false))).toBe(orientation)
    expect(orientationIn(tiffOf(orientation))).toBe(orientation)
  })

  it.each([
    ['upright', cameraTiff(1)],
    ['not said', cameraTiff(null)],
    ['no such way', cameraTiff(9)],
    ['no block at all', latin('II')],
    ['another kind of block', Buffer.concat([latin('XX'), cameraTiff(6).subarray(2)])],
    [
      'a directory that is not there',
      Buffer.concat([cameraTiff(6).subarray(0, 4), Buffer.from([0xff, 0xff, 0xff, 0xff])]),
    ],
    ['a directory that breaks off', cameraTiff(6).subarray(0, 24)],
  ])('%s: nothing is to be kept', (_, tiff) => {
    expect(orientationIn(tiff)).toBeNull()
  })
})

describe('a JPEG', () => {
  const told = [
    jpegSegment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>56 N</x:xmpmeta>')),
    jpegSegment(0xed, latin('Photoshop 3.0\0who took it')),
    jpegSegment(0xfe, latin('taken at home')),
    jpegSegment(0xe2, latin('MPF\0further pictures')),
    jpegSegment(0xe6, latin('GoPro\0place')),
  ]

  it('keeps every byte of the picture and its profile, and nothing of the camera', () => {
    const taken = withSegments(sampleJpeg, exifSegment(cameraTiff(1)), ...told)
    expect(taken.includes('Camera')).toBe(true)
    expect(plain('image/jpeg', taken).equals(sampleJpeg)).toBe(true)
    expect(plain('image/jpeg', sampleJpeg).equals(sampleJpeg)).toBe(true)
  })

  it('keeps how it is to be turned, and only that, once', () => {
    const turned = plain(
      'image/jpeg',
      withSegments(sampleJpeg, exifSegment(cameraTiff(6)), exifSegment(cameraTiff(3)), ...told),
    )
    expect(turned.equals(withSegments(sampleJpeg, exifSegment(Buffer.from(tiffOf(6)))))).toBe(true)
    expect(plain('image/jpeg', turned).equals(turned)).toBe(true)
  })

  it('ends where it ends: a film or a second picture behind it is left out', () => {
    expect(
      plain('image/jpeg', Buffer.concat([sampleJpeg, latin('ftypmp42 and a film of home')])).equals(sampleJpeg),
    ).toBe(true)
  })

  it('may have several scans, restarts, stuffed zeros, fill bytes, and what is told between scans is left out', () => {
    const end = sampleJpeg.subarray(-2)
    const scan = Buffer.concat([
      jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xff, 0xd7, 4]),
    ])
    const table = Buffer.concat([Buffer.from([0xff]), jpegSegment(0xc4, latin('table'))])
    const body = sampleJpeg.subarray(0, -2)
    const told = jpegSegment(0xfe, latin('in between'))
    expect(
      plain('image/jpeg', Buffer.concat([body, table, told, scan, told, end])).equals(
        Buffer.concat([body, table, scan, end]),
      ),
    ).toBe(true)
  })

  it('that is not understood stays as it is from there on', () => {
    const odd = Buffer.concat([
      sampleJpeg.subarray(0, 2),
      jpegSegment(0xfe, latin('gone')),
      latin('what is this'),
      sampleJpeg.subarray(2),
    ])
    expect(
      plain('image/jpeg', odd).equals(
        Buffer.concat([sampleJpeg.subarray(0, 2), latin('what is this'), sampleJpeg.subarray(2)]),
      ),
    ).toBe(true)
    for (let length = 3; length < sampleJpeg.length; length += 1) {
      const half = sampleJpeg.subarray(0, length)
      expect(plain('image/jpeg', half).equals(half)).toBe(true)
    }
  })
})

describe('a PNG', () => {
  const png = samplePng(5)
  const told = [
    pngChunk('tEXt', latin('Author\0me')),
    pngChunk('zTXt', latin('Comment\0\0x')),
    pngChunk('iTXt', latin('XML:com.adobe.xmp\0\0\0\0\0<x/>')),
    pngChunk('tIME', Buffer.from([7, 0xea, 1, 2, 3, 4, 5])),
  ]
  const colours = pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f]))

  it('keeps every byte of the picture, and nothing that is told', () => {
    const taken = withChunks(png, colours, ...told, pngChunk('eXIf', cameraTiff(1)))
    expect(plain('image/png', Buffer.concat([taken, latin('more')])).equals(withChunks(png, colours))).toBe(true)
  })

  it('keeps how it is to be turned, in a chunk whose checksum is right', () => {
    const turned = plain('image/png', withChunks(png, ...told, pngChunk('eXIf', cameraTiff(8))))
    expect(turned.equals(withChunks(png, pngChunk('eXIf', Buffer.from(tiffOf(8)))))).toBe(true)
  })

  it('that breaks off stays as it is', () => {
    for (let length = 8; length < png.length; length += 1)
      expect(plain('image/png', png.subarray(0, length)).equals(png.subarray(0, length))).toBe(true)
  })
})

describe('a WebP', () => {
  const ICC = 0x20
  const [EXIF, XMP] = [0x08, 0x04]

  it('keeps every byte of the picture, and says that nothing else is there', () => {
    const xmp = riffChunk('XMP ', latin('<x:xmpmeta>56 N</x:xmpmeta>'))
    const taken = webpOf(ICC | EXIF | XMP, riffChunk('EXIF', cameraTiff(1)), xmp)
    expect(plain('image/webp', taken).equals(sampleWebp)).toBe(true)
    expect(plain('image/webp', Buffer.concat([taken, latin('more')])).equals(sampleWebp)).toBe(true)
    expect(plain('image/webp', sampleWebp).equals(sampleWebp)).toBe(true)
  })

  it.each([
    ['', cameraTiff(6)],
    ['with the head that JPEG has', Buffer.concat([latin('Exif\0\0'), cameraTiff(6)])],
  ])('keeps how it is to be turned %s', (_, exif) => {
    const turned = plain('image/webp', webpOf(ICC | EXIF, riffChunk('EXIF', exif)))
    expect(turned.equals(webpOf(ICC | EXIF, riffChunk('EXIF', Buffer.from(tiffOf(6)))))).toBe(true)
  })

  it('that is not understood to its end stays as it is', () => {
    for (let length = 0; length < sampleWebp.length; length += 1)
      expect(plain('image/webp', sampleWebp.subarray(0, length)).equals(sampleWebp.subarray(0, length))).toBe(true)
  })
})

it('whatever the bytes are, they are answered, and a second time nothing changes', () => {
  const marks = fc.constantFrom(0xff, 0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xfe, 0, 1, 2, 4, 8)
  const noise = fc.array(fc.oneof(marks, fc.nat(255)), { maxLength: 200 }).map((bytes) => Buffer.from(bytes))
  const pictures = {
    'image/jpeg': withSegments(sampleJpeg, exifSegment(cameraTiff(6))),
    'image/png': samplePng(),
    'image/webp': sampleWebp,
  } as const
  fc.assert(
    fc.property(fc.constantFrom('image/jpeg', 'image/png', 'image/webp'), noise, fc.nat(), (type, bytes, at) => {
      const picture = pictures[type]
      const place = at % picture.length
      const broken = Buffer.concat([picture.subarray(0, place), bytes, picture.subarray(place + bytes.length)])
      const once = plain(type, broken)
      expect(plain(type, once).equals(once)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

it('other files are not looked into', () => {
  const bytes = latin('%PDF-1.4')
  expect(plainPicture('application/pdf', bytes)).toBe(bytes)
})
