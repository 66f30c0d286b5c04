import { MAX_FILE_BYTES } from '@commonweal/domain/files/media-types'
import type pg from 'pg'
import type { FileStore, StagedFile } from '../files/file-store.ts'
import { recogniseFile } from '../files/recognise-file.ts'
import { addRowFault, cell, type FileRows, type PackageRows } from './file-rows.ts'
import { addIssue, type IssueList } from './issues.ts'
import { PackageNotReadable, type PackageEntry } from './package-entry.ts'

/** Bytes that travel beside the tables of a package, one file each, named by its hash. */
export const BYTES_FOLDER = 'files/'
const HASH = /^[0-9a-f]{64}$/

/** Where the bytes of a community go, and how many it may have. */
export interface BytesPlace {
  readonly store: FileStore
  readonly quotaBytes: number
}

export interface PackageBytes {
  /** By the hash they have. */
  readonly staged: Map<string, StagedFile>
  /** Names whose bytes have another hash. */
  readonly damaged: Set<string>
}

/** The hash a file of a package is named by; null where it is none of these. */
export function hashNamed(entryName: string): string | null {
  if (!entryName.startsWith(BYTES_FOLDER)) return null
  const name = entryName.slice(BYTES_FOLDER.length)
  return HASH.test(name) ? name : null
}

/** Lays the bytes of a package aside until it is known whether they are wanted. */
export async function stageBytes(
  store: FileStore,
  { staged, damaged }: PackageBytes,
  hash: string,
  entry: PackageEntry,
  faults: IssueList,
): Promise<void> {
  if (staged.has(hash) || damaged.has(hash)) return addIssue(faults, { file: entry.name, code: 'file-twice' })
  if (entry.bytes.length > MAX_FILE_BYTES) throw new PackageNotReadable('file-too-large', entry.name)
  const found = await store.stage(piecesOf(entry.bytes), MAX_FILE_BYTES)
  if (found.sha256 === hash) return void staged.set(hash, found)
  damaged.add(hash)
  await found.discard()
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

export async function discardBytes({ staged }: PackageBytes): Promise<void> {
  await Promise.all([...staged.values()].map((file) => file.discard()))
}

/** Rows whose bytes only the community may have. */
export interface OpenBytes {
  readonly rows: FileRows
  readonly row: number
  readonly sha256: string
}

/** Whether the rows of files and the bytes beside them say the same. Answers the rows whose bytes the package lacks. */
export async function checkBytes(
  packageRows: PackageRows,
  { staged, damaged }: PackageBytes,
  { faults, unknowns }: { readonly faults: IssueList; readonly unknowns: IssueList },
): Promise<OpenBytes[]> {
  const open: OpenBytes[] = []
  const unnamed = new Set([...staged.keys(), ...damaged])
  const rows = packageRows.get('files')
  for (let row = 0; row < (rows?.lines.length ?? 0); row += 1) {
    if (!rows) break
    const sha256 = cell(rows, row, 'sha256')
    unnamed.delete(sha256)
    if (rows.faulty.has(row)) continue
    const found = staged.get(sha256)
    if (damaged.has(sha256)) addRowFault(faults, rows, row, 'sha256', 'hash-differs', sha256)
    else if (!found) open.push({ rows, row, sha256 })
    else if (String(found.sizeBytes) !== cell(rows, row, 'size_bytes'))
      addRowFault(faults, rows, row, 'size_bytes', 'size-differs', String(found.sizeBytes))
    else if ((await recogniseFile(found.path, cell(rows, row, 'name'))) !== cell(rows, row, 'media_type'))
      addRowFault(faults, rows, row, 'media_type', 'type-differs', cell(rows, row, 'media_type'))
  }
  for (const hash of unnamed) addIssue(unknowns, { file: `${BYTES_FOLDER}${hash}`, code: 'unknown-file' })
  return open
}

/** Bytes the package lacks must be here already. */
export async function resolveBytes(
  store: FileStore,
  communityId: string | null,
  open: readonly OpenBytes[],
  faults: IssueList,
): Promise<void> {
  for (const { rows, row, sha256 } of open) {
    const isHere = communityId !== null && (await store.has(communityId, sha256))
    if (!isHere) addRowFault(faults, rows, row, 'sha256', 'bytes-missing', sha256)
  }
}

/** Keeps what rows name, within what the community may have. Call it last, with its files locked, before the commit. */
export async function keepBytes(
  client: pg.ClientBase,
  { store, quotaBytes }: BytesPlace,
  communityId: string,
  rows: FileRows,
  { staged }: PackageBytes,
  isDryRun: boolean,
): Promise<'kept' | 'quota-reached'> {
  const used = await client.query<{ bytes: number }>(
    `select coalesce(sum(size_bytes), 0)::bigint as bytes from files where community_id = $1`,
    [communityId],
  )
  if ((used.rows[0]?.bytes ?? 0) > quotaBytes) return 'quota-reached'
  if (isDryRun) return 'kept'
  for (const hash of new Set(rows.lines.map((_, row) => cell(rows, row, 'sha256')))) {
    const file = staged.get(hash)
    if (file) await store.keep(communityId, file)
  }
  return 'kept'
}
