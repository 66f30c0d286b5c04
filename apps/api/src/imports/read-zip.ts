import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { MAX_FILE_BYTES } from '@commonweal/domain/files/media-types'
import { BYTES_FOLDER } from './package-bytes.ts'
import {
  isLeftBehind,
  MAX_BYTES_OF_FILES,
  MAX_ENTRIES,
  MAX_FILES_BESIDE,
  MAX_PACKAGE_BYTES,
  PackageNotReadable,
  type PackageEntry,
} from './package-entry.ts'

/**
 * Reads the files of a zip: at its root, or all inside one single folder. Refuses names that climb out, encrypted or
 * broken archives, and more bytes than a package may have, by what the archive says before and by what comes out after.
 */
export async function readZip(zip: string | Buffer, onEntry: (entry: PackageEntry) => Promise<void>): Promise<void> {
  const archive = await openZip(zip)
  try {
    const files = (await listEntries(archive)).filter(
      (entry) => !entry.fileName.endsWith('/') && !isLeftBehind(entry.fileName),
    )
    const top = topFolder(files.map((entry) => entry.fileName))
    const isBeside = (entry: Entry) => entry.fileName.slice(top.length).startsWith(BYTES_FOLDER)
    const saidOf = (entries: readonly Entry[]) => entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
    const beside = files.filter(isBeside)
    const tables = files.filter((entry) => !isBeside(entry))
    if (tables.length > MAX_ENTRIES) throw new PackageNotReadable('too-many-files')
    if (saidOf(tables) > MAX_PACKAGE_BYTES || saidOf(beside) > MAX_BYTES_OF_FILES)
      throw new PackageNotReadable('package-too-large')
    const tooLarge = beside.find((entry) => entry.uncompressedSize > MAX_FILE_BYTES)
    if (tooLarge) throw new PackageNotReadable('file-too-large', tooLarge.fileName)
    for (const entry of files) {
      await onEntry({ name: entry.fileName.slice(top.length), bytes: await readEntry(archive, entry) })
    }
  } finally {
    archive.close()
  }
}

/** Names of the files of a package, or why it cannot be read. Throws PackageNotReadable. */
export async function listZip(zip: string | Buffer): Promise<string[]> {
  const archive = await openZip(zip)
  try {
    const names = (await listEntries(archive))
      .map((entry) => entry.fileName)
      .filter((name) => !name.endsWith('/') && !isLeftBehind(name))
    const top = topFolder(names)
    return names.map((name) => name.slice(top.length))
  } finally {
    archive.close()
  }
}

const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }

async function openZip(zip: string | Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const opened = (error: Error | null, archive?: ZipFile) =>
      archive ? resolve(archive) : reject(new PackageNotReadable('not-a-zip', error?.message))
    if (typeof zip === 'string') yauzl.open(zip, options, opened)
    else yauzl.fromBuffer(zip, options, opened)
  })
}

async function listEntries(archive: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    archive.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > MAX_ENTRIES + MAX_FILES_BESIDE) reject(new PackageNotReadable('too-many-files'))
      else archive.readEntry()
    })
    archive.once('end', () => resolve(entries))
    archive.once('error', (error: Error) => reject(new PackageNotReadable('zip-damaged', error.message)))
    archive.readEntry()
  })
}

/** The one folder all files lie in, with its slash, or nothing. */
function topFolder(names: readonly string[]): string {
  const first = names[0] ?? ''
  const top = first.slice(0, first.indexOf('/') + 1)
  return top !== '' && names.every((name) => name.startsWith(top)) ? top : ''
}

async function readEntry(archive: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.isEncrypted()) throw new PackageNotReadable('zip-encrypted', entry.fileName)
  const damaged = (error: Error | null) => new PackageNotReadable('zip-damaged', error?.message ?? entry.fileName)
  const stream = await new Promise<Readable>((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => (opened ? resolve(opened) : reject(damaged(error))))
  })
  // A size that differs from what the archive said ends the stream with an error; the checksum is ours to compare.
  const bytes = await buffer(stream).catch((error: Error) => {
    throw damaged(error)
  })
  if (crc32(bytes) !== entry.crc32) throw damaged(null)
  return bytes
}
