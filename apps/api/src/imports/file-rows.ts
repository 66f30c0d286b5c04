import { addIssue, type IssueList } from './issues.ts'
import type { FileKind, PackageColumn } from './package-columns.ts'
import type { PackageFile } from './package-file.ts'

/** The rows of one file, cells in canonical text in the order of the file's columns; an empty cell is not known. */
export interface FileRows {
  readonly file: PackageFile
  /** Names of the header. */
  readonly header: ReadonlySet<string>
  readonly lines: number[]
  /** The file a row stands in: another one where it was said by a shorthand. */
  readonly saidIn: string[]
  /** The id a row has at its source; made from its natural key where the file has none. */
  readonly refs: string[]
  /** The id of the row here. */
  readonly ids: string[]
  readonly cells: string[][]
  readonly recordedAt: string[]
  /** Rows with a fault; rules that would only repeat it leave them out. */
  readonly faulty: Set<number>
}

/** What was read of a package, by kind. A kind that is not in it is unknown. */
export type PackageRows = Map<FileKind, FileRows>

export function emptyRows(file: PackageFile, header: Iterable<string>): FileRows {
  return {
    file,
    header: new Set(header),
    lines: [],
    saidIn: [],
    refs: [],
    ids: [],
    cells: [],
    recordedAt: [],
    faulty: new Set(),
  }
}

const positions = new WeakMap<PackageFile, Map<string, number>>()

/** Place of a column in the cells of a row. Throws RangeError for a column the file does not have. */
export function columnAt(file: PackageFile, name: string): number {
  let known = positions.get(file)
  if (!known) {
    known = new Map(file.columns.map((column, index) => [column.name, index]))
    positions.set(file, known)
  }
  const at = known.get(name)
  if (at === undefined) throw new RangeError(`${file.name} has no column ${name}`)
  return at
}

export function cell(rows: FileRows, row: number, name: string): string {
  return rows.cells[row]?.[columnAt(rows.file, name)] ?? ''
}

export function setCell(rows: FileRows, row: number, name: string, value: string): void {
  const cells = rows.cells[row]
  if (cells) cells[columnAt(rows.file, name)] = value
}

export function addRow(
  rows: FileRows,
  row: { line: number; ref: string; cells: string[]; recordedAt: string; saidIn?: string },
): void {
  rows.saidIn.push(row.saidIn ?? rows.file.name)
  rows.lines.push(row.line)
  rows.refs.push(row.ref)
  rows.ids.push('')
  rows.cells.push(row.cells)
  rows.recordedAt.push(row.recordedAt)
}

/** Columns that point to rows of another file. */
export function refColumns(file: PackageFile): { column: PackageColumn; to: FileKind }[] {
  return file.columns.flatMap((column) => (column.type.is === 'ref' ? [{ column, to: column.type.to }] : []))
}

/** A fault of a row, where it stands; the row is not judged further. */
export function addRowFault(
  list: IssueList,
  rows: FileRows,
  row: number,
  column: string | null,
  code: string,
  value: string | null = null,
): void {
  rows.faulty.add(row)
  addIssue(list, { file: rows.saidIn[row] ?? rows.file.name, line: rows.lines[row] ?? null, column, code, value })
}
