import { stringify } from 'csv-stringify/sync'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Writable } from 'node:stream'
import type pg from 'pg'
import { ZipFile } from 'yazl'
import type { FileStore } from '../files/file-store.ts'
import { communityFile, writeCommunityRecord, type CommunityRecord } from './community-record.ts'
import { bytesToFolder, holdBytes, listBytes, openBytes } from './export-bytes.ts'
import { BYTES_FOLDER, hashNamed } from './package-bytes.ts'
import type { PackageFile } from './package-file.ts'
import { headerOf, packageFiles, requiredKinds } from './package-files.ts'
import { exportHistorySql, exportOriginsSql, exportSql, instantSql } from './row-sql.ts'

export interface ExportRequest {
  readonly pool: pg.Pool
  readonly communityId: string
  readonly files: FileStore
  readonly to: { readonly folder: string } | { readonly zip: Writable }
}

export interface ExportReport {
  readonly slug: string
  readonly files: readonly { readonly file: string; readonly rows: number }[]
}

/** Folder that holds something else than a package; an export does not mix with it. */
export class FolderNotFree extends Error {}

const CHUNK_ROWS = 2_000
/** One moment for every export, so that equal packages are equal archives. */
const entryOptions = { mtime: new Date('2000-01-01T00:00:00Z'), mode: 0o100644, forceDosTimestamp: true }

/**
 * Writes everything a community owns as a canonical package: one snapshot, a few thousand rows in memory at a time.
 * Answers null for a community that is not there. Throws FolderNotFree.
 */
export async function exportPackage({
  pool,
  communityId,
  files: store,
  to,
}: ExportRequest): Promise<ExportReport | null> {
  const client = await pool.connect()
  let failure: Error | undefined
  try {
    await client.query('begin isolation level repeatable read read only')
    await holdBytes(client, communityId)
    const record = await readCommunity(client, communityId)
    if (!record) return null
    const files: { file: string; rows: number }[] = []
    const entries = await listFiles(client, communityId, record)
    const hashes = await listBytes(client, communityId)
    const open = (hash: string) => openBytes(store, communityId, hash)
    if ('folder' in to) {
      await toFolder(client, to.folder, record, entries, files)
      await bytesToFolder(open, hashes, to.folder)
    } else await toZip(client, to.zip, record, entries, files, { hashes, open })
    return { slug: record.slug, files }
  } catch (error) {
    failure = error as Error
    throw error
  } finally {
    await client.query('rollback').catch((error: Error) => (failure ??= error))
    client.release(failure)
  }
}

interface ExportedFile {
  readonly file: PackageFile
  readonly communityId: string
  readonly source: string
}

/** Files with rows, and those the community keeps though they have none. */
async function listFiles(client: pg.ClientBase, communityId: string, record: CommunityRecord): Promise<ExportedFile[]> {
  const kept = await client.query<{ keeps: string[] }>('select keeps from communities where id = $1', [communityId])
  const keeps = new Set([...requiredKinds, ...(kept.rows[0]?.keeps ?? [])] as string[])
  const files: ExportedFile[] = []
  for (const file of packageFiles) {
    const any =
      file.kind === 'origins'
        ? `(${exportOriginsSql()}) listed`
        : `${file.table} where community_id = $1 and $2::text is not null`
    const isKept =
      keeps.has(file.kind) ||
      (await client.query(`select 1 from ${any} limit 1`, [communityId, record.source])).rowCount === 1
    if (isKept) files.push({ file, communityId, source: record.source })
  }
  return files.toSorted((a, b) => (a.file.name < b.file.name ? -1 : 1))
}

function selectOf(file: PackageFile): string {
  if (file.kind === 'history') return exportHistorySql()
  return file.kind === 'origins' ? exportOriginsSql() : exportSql(file)
}

async function toFolder(
  client: pg.ClientBase,
  folder: string,
  record: CommunityRecord,
  entries: readonly ExportedFile[],
  files: { file: string; rows: number }[],
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const known = new Set([communityFile, ...packageFiles.map((file) => file.name), BYTES_FOLDER.slice(0, -1)])
  const present = await readdir(folder)
  const beside = present.includes(BYTES_FOLDER.slice(0, -1)) ? await readdir(path.join(folder, BYTES_FOLDER)) : []
  if (present.some((name) => !known.has(name)) || beside.some((name) => !hashNamed(`${BYTES_FOLDER}${name}`)))
    throw new FolderNotFree(folder)
  // A file of an earlier export that this one does not have would say what is no longer so.
  await Promise.all(present.map((name) => rm(path.join(folder, name), { recursive: true })))
  await writeFile(path.join(folder, communityFile), writeCommunityRecord(record))
  for (const entry of entries) {
    await pipeline(Readable.from(csvOf(client, entry, files)), createWriteStream(path.join(folder, entry.file.name)))
  }
}

async function toZip(
  client: pg.ClientBase,
  out: Writable,
  record: CommunityRecord,
  entries: readonly ExportedFile[],
  files: { file: string; rows: number }[],
  beside: { readonly hashes: readonly string[]; readonly open: (hash: string) => Promise<Readable> },
): Promise<void> {
  const zip = new ZipFile()
  const sources: Readable[] = []
  zip.addBuffer(Buffer.from(writeCommunityRecord(record)), communityFile, entryOptions)
  for (const entry of entries) {
    zip.addReadStreamLazy(entry.file.name, entryOptions, (give) => {
      const source = Readable.from(csvOf(client, entry, files), { objectMode: false })
      sources.push(source)
      source.on('error', (error) => (zip.outputStream as Readable).destroy(error))
      give(null, source)
    })
  }
  for (const hash of beside.hashes) {
    // Pictures and documents are packed already.
    zip.addReadStreamLazy(`${BYTES_FOLDER}${hash}`, { ...entryOptions, compress: false }, (give) => {
      const source = Readable.from(piecesOf(beside.open, hash), { objectMode: false })
      sources.push(source)
      source.on('error', (error) => (zip.outputStream as Readable).destroy(error))
      give(null, source)
    })
  }
  zip.end()
  try {
    await pipeline(zip.outputStream as Readable, out)
  } finally {
    // Whoever asked may have gone away in the middle of a file.
    for (const source of sources) source.destroy()
  }
}

/** Bytes in pieces, opened when their turn comes. */
async function* piecesOf(open: (hash: string) => Promise<Readable>, hash: string): AsyncGenerator<Buffer> {
  yield* (await open(hash)) as AsyncIterable<Buffer>
}

/** A file as text in pieces: header, then rows by id. */
async function* csvOf(
  client: pg.ClientBase,
  { file, communityId, source }: ExportedFile,
  files: { file: string; rows: number }[],
): AsyncGenerator<string> {
  const written = { file: file.name, rows: 0 }
  files.push(written)
  yield csvText([headerOf(file)])
  // All of it will be read: the plan that is quickest to the first row is not the one wanted.
  await client.query('set local cursor_tuple_fraction = 1')
  await client.query(`declare exported no scroll cursor for ${selectOf(file)}`, [communityId, source])
  for (;;) {
    const chunk = await client.query<string[]>({ text: `fetch ${CHUNK_ROWS} from exported`, rowMode: 'array' })
    if (chunk.rows.length === 0) break
    written.rows += chunk.rows.length
    yield csvText(chunk.rows)
  }
  await client.query('close exported')
}

/** RFC 4180 with LF; a lone carriage return is quoted so that it is not taken for the end of a line. */
function csvText(rows: readonly string[][]): string {
  return stringify(rows as string[][], { quoted_match: /[\r\n]/, record_delimiter: '\n' })
}

async function readCommunity(client: pg.ClientBase, communityId: string): Promise<CommunityRecord | null> {
  const found = await client.query<CommunityRecord>(
    `select id::text, slug, name, country, timezone, currency, languages, data_complete_through::text, source, note, core_sectors, wants_independence,
       closing_since::text, closing_reason, ${instantSql('created_at')} as created_at, ${instantSql('recorded_at')} as recorded_at
     from communities where id = $1`,
    [communityId],
  )
  return found.rows[0] ?? null
}
