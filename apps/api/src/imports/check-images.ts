import { sectors } from '@commonweal/domain/partners/sectors'
import { CellFault, cellValue } from './cell-values.ts'
import { faultOfRow } from './check-rows.ts'
import { addRow, addRowFault, cell, columnAt, emptyRows, type FileRows } from './file-rows.ts'
import type { IssueList } from './issues.ts'
import { boolean, type CellType, day, type FileKind, instant, NO_CODES, uuid } from './package-columns.ts'
import { communityKind, packageFile } from './package-files.ts'

/** A value of an image under the name its table has for it. */
interface ImageValue {
  readonly key: string
  readonly type: CellType
  readonly isRequired: boolean
  /** The column of the file the row would stand in; null where that file has none for it. */
  readonly column: string | null
}

const value = (key: string, type: CellType, isRequired = false): ImageValue => ({ key, type, isRequired, column: null })

/** What every row of a table has beside what its file says. */
const ofEveryRow = [
  value('id', uuid, true),
  value('recorded_at', instant),
  value('is_recorded_assumed', boolean),
  value('revision', { is: 'integer', min: 1, max: 2_147_483_647 }),
]

const ofTheCommunity = [
  value('core_sectors', { is: 'codes', list: sectors }),
  value('wants_independence', boolean),
  value('closing_since', day),
  value('data_complete_through', day),
]

function valuesOf(kind: string): readonly ImageValue[] {
  if (kind === communityKind) return ofTheCommunity
  const said = packageFile(kind as FileKind).columns.flatMap(({ name, db, type, isRequired }): ImageValue[] =>
    // In an image a row points to others by their row ids.
    db === null ? [] : [{ key: db, column: name, isRequired, type: type.is === 'ref' ? uuid : type }],
  )
  return [...ofEveryRow, ...said]
}

/**
 * What a row said before has to be what a row of its file could say: the past is read with the same code as the present.
 * Keys no table has are no fault, since columns come and go: they are not judged, and writing does not keep them.
 */
export function checkImages(rows: FileRows | undefined, faults: IssueList): void {
  if (!rows) return
  const kinds = new Map<string, readonly ImageValue[]>()
  for (let row = 0; row < rows.lines.length; row += 1) {
    if (rows.faulty.has(row)) continue
    const kind = cell(rows, row, 'file')
    const values = kinds.get(kind) ?? valuesOf(kind)
    kinds.set(kind, values)
    const image = JSON.parse(cell(rows, row, 'image')) as Record<string, unknown>
    const found = faultOfImage(kind, values, image, cell(rows, row, 'row_id'))
    if (found) addRowFault(faults, rows, row, 'image', found.code, found.at)
  }
}

/** The first fault of an image, and the value it is at. */
function faultOfImage(
  kind: string,
  values: readonly ImageValue[],
  image: Readonly<Record<string, unknown>>,
  rowId: string,
): { readonly code: string; readonly at: string } | null {
  const said = new Map<string, string>()
  for (const { key, type, isRequired, column } of values) {
    const given = Object.hasOwn(image, key) ? image[key] : null
    if (given === null) {
      if (isRequired) return { code: 'missing', at: key }
      continue
    }
    const text = cellText(type, given)
    const checked = text === null ? new CellFault('not-what-is-kept-here') : cellValue(type, text)
    if (checked instanceof CellFault) return { code: checked.code, at: `${key}: ${JSON.stringify(given)}` }
    if (key === 'id' && checked !== rowId) return { code: 'not-what-is-kept-here', at: `id: ${checked}` }
    if (column !== null) said.set(column, checked)
  }
  if (kind === communityKind) return null
  const file = packageFile(kind as FileKind)
  const alone = emptyRows(file, said.keys())
  const cells = file.columns.map(() => '')
  for (const [column, text] of said) cells[columnAt(file, column)] = text
  addRow(alone, { line: 0, ref: rowId, cells, recordedAt: '' })
  const broken = faultOfRow(alone, 0)
  return broken && { code: broken.code, at: broken.column }
}

/** What a value of an image is as a cell: codes are a list there, everything else is one value; null where it is neither. */
function cellText(type: CellType, given: unknown): string | null {
  if (type.is !== 'codes') return ['string', 'number', 'boolean'].includes(typeof given) ? String(given) : null
  if (!Array.isArray(given) || !given.every((code) => typeof code === 'string')) return null
  return given.length === 0 ? NO_CODES : given.join(';')
}
