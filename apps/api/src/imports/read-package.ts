import { CellFault, cellValue, checkedRef } from './cell-values.ts'
import { communityFile, readCommunityRecord, type CommunityRecord } from './community-record.ts'
import { addRow, emptyRows, type FileRows, type PackageRows } from './file-rows.ts'
import type { FileStore } from '../files/file-store.ts'
import { addIssue, type IssueList } from './issues.ts'
import { instant, type FileKind } from './package-columns.ts'
import { hashNamed, stageBytes, type PackageBytes } from './package-bytes.ts'
import type { PackageEntry } from './package-entry.ts'
import type { PackageFile } from './package-file.ts'
import { packageFiles, requiredKinds } from './package-files.ts'
import { readEntries, type PackageInput } from './package-input.ts'
import { readCsv } from './read-csv.ts'

/** Readings a check expects of a package may lie beside it; they are not part of it. */
const companion = 'expected.json'

export interface ReadPackage {
  readonly community: CommunityRecord | null
  readonly rows: PackageRows
  /** Files that could not be read far enough to judge what refers to them. */
  readonly unreadable: ReadonlySet<FileKind>
}

/**
 * Reads all files and every cell of them. What is wrong goes to `faults`; unknown files and columns go to `unknowns`,
 * which is the same list unless the caller is lenient. Throws PackageNotReadable.
 */
export async function readPackage(
  input: PackageInput,
  lists: { readonly faults: IssueList; readonly unknowns: IssueList },
  onRows: (count: number) => void,
  beside: { readonly store: FileStore; readonly bytes: PackageBytes },
): Promise<ReadPackage> {
  const rows: PackageRows = new Map()
  const unreadable = new Set<FileKind>()
  let communityBytes: Buffer | null = null
  await readEntries(input, async (entry) => {
    if (entry.name === communityFile) {
      if (communityBytes) addIssue(lists.faults, { file: communityFile, code: 'file-twice' })
      communityBytes = entry.bytes
      return
    }
    if (entry.name === companion) return
    const hash = hashNamed(entry.name)
    if (hash !== null) return stageBytes(beside.store, beside.bytes, hash, entry, lists.faults)
    const file = packageFiles.find((known) => known.name === entry.name)
    if (!file) return addIssue(lists.unknowns, { file: entry.name, code: 'unknown-file' })
    if (rows.has(file.kind)) return addIssue(lists.faults, { file: file.name, code: 'file-twice' })
    const read = await readFile(file, entry, lists)
    rows.set(file.kind, read.rows)
    if (!read.isComplete) unreadable.add(file.kind)
    onRows(read.rows.lines.length)
  })
  for (const kind of requiredKinds) {
    if (!rows.has(kind)) addIssue(lists.faults, { file: `${kind}.csv`, code: 'missing-file' })
  }
  if (communityBytes === null) addIssue(lists.faults, { file: communityFile, code: 'missing-file' })
  const community = communityBytes === null ? null : readCommunityRecord(communityBytes, lists.faults, lists.unknowns)
  return { community, rows, unreadable }
}

async function readFile(
  file: PackageFile,
  entry: PackageEntry,
  { faults, unknowns }: { readonly faults: IssueList; readonly unknowns: IssueList },
): Promise<{ rows: FileRows; isComplete: boolean }> {
  let rows = emptyRows(file, [])
  let readers: (CellReader | null)[] | null = null
  let isHeaderFit = false
  const csvFaults = await readCsv(entry.bytes, (cells, line) => {
    if (readers === null) {
      const before = faults.total
      readers = headerReaders(file, cells, faults, unknowns)
      isHeaderFit = faults.total === before
      rows = emptyRows(
        file,
        cells.filter((_, index) => readers?.[index]),
      )
    } else if (isHeaderFit) {
      readRow(rows, readers, cells, line, faults)
    }
  })
  for (const fault of csvFaults) addIssue(faults, { file: file.name, ...fault })
  if (readers === null && csvFaults.length === 0) addIssue(faults, { file: file.name, line: 1, code: 'missing-header' })
  return { rows, isComplete: isHeaderFit && csvFaults.length === 0 }
}

/** Where a cell of a record goes: a column of the file, its id, or since when it is known. */
type CellReader = { readonly name: string; readonly to: number | 'id' | 'recorded_at' }

function headerReaders(
  file: PackageFile,
  header: readonly string[],
  faults: IssueList,
  unknowns: IssueList,
): (CellReader | null)[] {
  const seen = new Set<string>()
  const readers = header.map((name): CellReader | null => {
    if (seen.has(name)) addIssue(faults, { file: file.name, line: 1, column: name, code: 'column-twice' })
    seen.add(name)
    if (name === 'id' && !file.isAboutRows) return { name, to: 'id' }
    if (name === 'recorded_at' && file.hasKnowledge) return { name, to: 'recorded_at' }
    const at = file.columns.findIndex((column) => column.name === name)
    if (at === -1) addIssue(unknowns, { file: file.name, line: 1, column: name, code: 'unknown-column' })
    return at === -1 ? null : { name, to: at }
  })
  const needed = file.columns.filter((column) => column.isRequired).map((column) => column.name)
  if (file.naturalKey === null && !file.isAboutRows) needed.unshift('id')
  for (const name of needed) {
    if (!seen.has(name)) addIssue(faults, { file: file.name, line: 1, column: name, code: 'missing-column' })
  }
  return readers
}

function readRow(
  rows: FileRows,
  readers: readonly (CellReader | null)[],
  record: readonly string[],
  line: number,
  faults: IssueList,
): void {
  const { file } = rows
  const before = faults.total
  const fault = (column: string | null, code: string, value: string | null) =>
    addIssue(faults, { file: file.name, line, column, code, value })
  if (record.length !== readers.length) fault(null, 'wrong-number-of-cells', String(record.length))
  const cells = file.columns.map(() => '')
  let ref = ''
  let recordedAt = ''
  for (const [index, reader] of readers.entries()) {
    const said = record[index] ?? ''
    if (!reader || said === '') continue
    const type =
      typeof reader.to === 'number' ? file.columns[reader.to]?.type : reader.to === 'recorded_at' ? instant : undefined
    const value = type ? cellValue(type, said) : checkedRef(said)
    if (value instanceof CellFault) fault(reader.name, value.code, said)
    else if (reader.to === 'id') ref = value
    else if (reader.to === 'recorded_at') recordedAt = value
    else cells[reader.to] = value
  }
  if (faults.total === before) {
    for (const [index, column] of file.columns.entries()) {
      if (column.isRequired && cells[index] === '') fault(column.name, 'missing', null)
    }
    if (ref === '' && file.naturalKey === null && !file.isAboutRows) fault('id', 'missing', null)
  }
  if (faults.total !== before) rows.faulty.add(rows.lines.length)
  addRow(rows, { line, ref, cells, recordedAt })
}
