import { safeFileName } from '@commonweal/domain/files/file-name'
import { isImageType, type MediaTypeName } from '@commonweal/domain/files/media-types'
import { addRowFault, cell, type FileRows, type PackageRows } from './file-rows.ts'
import { addIssue, type IssueList } from './issues.ts'
import { fileKinds, type FileKind } from './package-columns.ts'
import type { PackageFile } from './package-file.ts'
import { communityKind, packageFile } from './package-files.ts'

const CLOCK_SKEW_MS = 24 * 60 * 60 * 1000

export interface CheckLists {
  readonly faults: IssueList
  readonly warnings: IssueList
}

type RowRule = (rows: FileRows, row: number) => { readonly column: string; readonly code: string } | null

/** What has to hold inside one row; the database keeps the same rules as constraints. */
export function checkRows(rows: PackageRows, now: Date, { faults, warnings }: CheckLists): void {
  const latest = new Date(now.getTime() + CLOCK_SKEW_MS).toISOString()
  for (const file of rows.values()) {
    const rules = rulesOfFile(file.file)
    for (let row = 0; row < file.lines.length; row += 1) {
      if (file.faulty.has(row)) continue
      const recordedAt = file.recordedAt[row] ?? ''
      // A clock that ran ahead must not keep a community from coming back in.
      if (recordedAt > latest) {
        const place = { file: file.saidIn[row] ?? file.file.name, line: file.lines[row] ?? null }
        addIssue(warnings, { ...place, column: 'recorded_at', code: 'in-the-future', value: recordedAt })
      }
      for (const rule of rules) {
        const found = rule(file, row)
        if (found) addRowFault(faults, file, row, found.column, found.code, cell(file, row, found.column))
      }
    }
  }
}

/** The first rule one row breaks, for a row that stands alone. */
export function faultOfRow(rows: FileRows, row: number): ReturnType<RowRule> {
  for (const rule of rulesOfFile(rows.file)) {
    const found = rule(rows, row)
    if (found) return found
  }
  return null
}

function rulesOfFile(file: PackageFile): readonly RowRule[] {
  const isDated = file.columns.some((column) => column.name === 'to' && !column.isShorthand)
  return [...(isDated ? [periodRule] : []), ...(rulesOf[file.kind] ?? [])]
}

const periodRule: RowRule = (rows, row) => inOrder(rows, row, 'from', 'to')

function inOrder(rows: FileRows, row: number, first: string, second: string) {
  const [from, to] = [cell(rows, row, first), cell(rows, row, second)]
  return from !== '' && to !== '' && to < from ? { column: second, code: 'dates-in-wrong-order' } : null
}

const exactlyOne: RowRule = (rows, row) => {
  const filled = ['amount_minor', 'quantity'].filter((name) => cell(rows, row, name) !== '').length
  if (filled === 1) return null
  return { column: 'amount_minor', code: filled === 0 ? 'amount-or-quantity-missing' : 'amount-and-quantity' }
}

const pledgeAmount: RowRule = (rows, row) => {
  const isGrant = cell(rows, row, 'kind') === 'freedom-grant'
  const found = exactlyOne(rows, row)
  return isGrant && found?.code === 'amount-and-quantity' ? null : found
}

const rulesOf: Partial<Record<FileKind, readonly RowRule[]>> = {
  initiatives: [
    (rows, row) => inOrder(rows, row, 'started_on', 'planned_end_on'),
    (rows, row) => inOrder(rows, row, 'started_on', 'ended_on'),
  ],
  milestones: [
    (rows, row) =>
      cell(rows, row, 'reached_on') !== '' && cell(rows, row, 'dropped_on') !== ''
        ? { column: 'dropped_on', code: 'reached-and-dropped' }
        : null,
    (rows, row) =>
      cell(rows, row, 'dropped_on') !== '' && cell(rows, row, 'note') === ''
        ? { column: 'note', code: 'dropped-without-reason' }
        : null,
  ],
  files: [
    (rows, row) =>
      safeFileName(cell(rows, row, 'name'), cell(rows, row, 'media_type') as MediaTypeName) === cell(rows, row, 'name')
        ? null
        : { column: 'name', code: 'name-not-safe' },
    (rows, row) =>
      isImageType(cell(rows, row, 'media_type')) && cell(rows, row, 'alt') === ''
        ? { column: 'alt', code: 'picture-without-alt' }
        : null,
  ],
  spaces: [
    (rows, row) =>
      cell(rows, row, 'is_shared') === 'true' && cell(rows, row, 'kind') !== 'digital'
        ? { column: 'is_shared', code: 'shared-space-not-digital' }
        : null,
    (rows, row) => {
      const [shortest, longest] = [cell(rows, row, 'shortest_minutes'), cell(rows, row, 'longest_minutes')]
      const isInOrder = shortest === '' || longest === '' || Number(longest) >= Number(shortest)
      return isInOrder ? null : { column: 'longest_minutes', code: 'lengths-in-wrong-order' }
    },
  ],
  bookings: [
    (rows, row) =>
      clock(cell(rows, row, 'ends_at')) > clock(cell(rows, row, 'starts_at'))
        ? null
        : { column: 'ends_at', code: 'dates-in-wrong-order' },
  ],
  pledges: [
    pledgeAmount,
    (rows, row) =>
      cell(rows, row, 'currency') !== '' && cell(rows, row, 'amount_minor') === ''
        ? { column: 'currency', code: 'currency-without-amount' }
        : null,
    (rows, row) => (isZero(cell(rows, row, 'quantity')) ? { column: 'quantity', code: 'out-of-range' } : null),
  ],
  instalments: [
    exactlyOne,
    (rows, row) => (isZero(cell(rows, row, 'quantity')) ? { column: 'quantity', code: 'out-of-range' } : null),
  ],
  receipts: [exactlyOne],
  history: [
    (rows, row) => (keepsVersions(cell(rows, row, 'file')) ? null : { column: 'file', code: 'unknown-file' }),
    (rows, row) =>
      clock(cell(rows, row, 'recorded_to')) > clock(cell(rows, row, 'recorded_from'))
        ? null
        : { column: 'recorded_to', code: 'dates-in-wrong-order' },
  ],
  origins: [
    (rows, row) => (isFactKind(cell(rows, row, 'file')) ? null : { column: 'file', code: 'unknown-file' }),
    (rows, row) =>
      Object.values(JSON.parse(cell(rows, row, 'base')) as object).every((value) => typeof value === 'string')
        ? null
        : { column: 'base', code: 'not-a-record' },
  ],
}

function isZero(cellText: string): boolean {
  return cellText === '0'
}

/** Instants of one canonical form compare as text once the `Z` is off, fractions included. */
export function clock(instant: string): string {
  return instant.replace(/Z$/, '')
}

function isFactKind(kind: string): boolean {
  return (fileKinds as readonly string[]).includes(kind) && !packageFile(kind as FileKind).isAboutRows
}

function keepsVersions(kind: string): boolean {
  return kind === communityKind || (isFactKind(kind) && packageFile(kind as FileKind).hasKnowledge)
}

/** Rows about rows have no id of their own; what they are about may be named once. */
export function checkAboutRows(rows: PackageRows, faults: IssueList): void {
  const keys: Partial<Record<FileKind, readonly string[]>> = {
    history: ['file', 'row_id', 'recorded_from'],
    origins: ['file', 'row_id'],
  }
  for (const [kind, key] of Object.entries(keys) as [FileKind, readonly string[]][]) {
    const file = rows.get(kind)
    const seen = new Set<string>()
    for (let row = 0; row < (file?.lines.length ?? 0); row += 1) {
      if (!file || file.faulty.has(row)) continue
      const name = key.map((column) => cell(file, row, column)).join('|')
      if (seen.has(name)) addRowFault(faults, file, row, 'row_id', 'id-twice', name)
      seen.add(name)
    }
  }
}
