import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 320
const HEIGHT = 200

/** Sky, hills, a path, a bench, in this order of the palette. */
const palette = [
  [0xd7, 0xe8, 0xf2],
  [0x7f, 0xa6, 0x6b],
  [0x54, 0x7d, 0x4c],
  [0xd9, 0xc7, 0x9b],
  [0x6b, 0x4a, 0x2f],
] as const

/** A bench on a path before two hills: drawn by rule, so that it is the same bytes everywhere. */
export function benchPicture(): Buffer {
  const pixels = Buffer.alloc((WIDTH + 1) * HEIGHT)
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) pixels[y * (WIDTH + 1) + 1 + x] = shadeAt(x, y)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  // Eight bits a pixel, from a palette.
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    // Not packed: how well packing does depends on the machine, and the bytes have to be the same.
    chunk('IDAT', deflateSync(pixels, { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function shadeAt(x: number, y: number): number {
  const isSeat = y >= 120 && y < 128 && x >= 110 && x < 210
  const isBack = y >= 96 && y < 104 && x >= 110 && x < 210
  const isLeg = y >= 96 && y < 150 && (Math.abs(x - 122) < 4 || Math.abs(x - 198) < 4)
  if (isSeat || isBack || isLeg) return 4
  if (y > 145) return 3
  if (y > 150 - (x * (WIDTH - x)) / 400) return 2
  if (y > 130 - (x * 20) / WIDTH) return 1
  return 0
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A page with a few lines, as PDF 1.4 (ISO 32000-1 §7.5). */
export function pageOfText(lines: readonly string[]): Buffer {
  const shown = lines.map((line, index) => `1 0 0 1 72 ${760 - index * 24} Tm (${line}) Tj`).join('\n')
  const content = `BT /F1 14 Tf\n${shown}\nET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + end, 'latin1')
}
