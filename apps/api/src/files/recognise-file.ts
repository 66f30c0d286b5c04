import { claimedType, signatureOf, zippedType, type MediaTypeName } from '@commonweal/domain/files/media-types'
import { open, readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import yauzl, { type Entry, type ZipFile } from 'yauzl'

const HEAD_BYTES = 16
const MOST_PARTS = 2_000
const LONGEST_MIMETYPE = 100
/** Control characters that no text has, apart from tab and line breaks. */
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** What a file is by its bytes, whatever its name says; the name decides only between kinds of plain text. Null: none of ours. */
export async function recogniseFile(path: string, name: string): Promise<MediaTypeName | null> {
  const signature = signatureOf(await headOf(path))
  if (signature === 'zip') return recogniseZip(path)
  if (signature !== null) return signature
  const claimed = claimedType(name)
  if (claimed !== 'text/plain' && claimed !== 'text/csv') return null
  const bytes = await readFile(path)
  return bytes.length > 0 && isText(bytes) ? claimed : null
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function isText(bytes: Buffer): boolean {
  try {
    return !NO_TEXT.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}

async function recogniseZip(path: string): Promise<MediaTypeName | null> {
  const archive = await openZip(path)
  if (!archive) return null
  try {
    const entries = await listParts(archive)
    if (!entries) return null
    const said = entries.find(({ fileName }) => fileName === 'mimetype')
    const mimetype = said && said.uncompressedSize <= LONGEST_MIMETYPE ? await partText(archive, said) : null
    return zippedType(
      entries.map(({ fileName }) => fileName),
      mimetype,
    )
  } finally {
    archive.close()
  }
}

function openZip(path: string): Promise<ZipFile | null> {
  return new Promise((resolve) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, archive) =>
      resolve(error ? null : archive),
    )
  })
}

/** The parts of a zip; null for one that is broken or has more than a document has. */
function listParts(archive: ZipFile): Promise<Entry[] | null> {
  return new Promise((resolve) => {
    const entries: Entry[] = []
    archive.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > MOST_PARTS) resolve(null)
      else archive.readEntry()
    })
    archive.once('end', () => resolve(entries))
    archive.once('error', () => resolve(null))
    archive.readEntry()
  })
}

function partText(archive: ZipFile, entry: Entry): Promise<string | null> {
  return new Promise((resolve) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error) resolve(null)
      else text(stream).then(resolve, () => resolve(null))
    })
  })
}
