import { type FileRows } from './file-rows.ts'
import { addIssue } from './issues.ts'
import { mergeRow, nextBase, type Said } from './merge-row.ts'
import type { OriginRow } from './origin-rows.ts'
import { oursSql } from './row-sql.ts'
import { CHUNK_ROWS, type WriteContext } from './write-context.ts'

export interface MergedFile {
  /** Rows of the file that are new here. */
  readonly added: number[]
  /** Cells of the rows to change, by id. */
  readonly updates: Map<string, string[]>
  readonly origins: OriginRow[]
  conflicts: number
}

interface Ours {
  readonly cells: string[]
  readonly recordedAt: string
  readonly source: string | null
  readonly base: Said | null
}

async function loadOurs(
  { client, communityId }: WriteContext,
  rows: FileRows,
  ids: readonly string[],
): Promise<Map<string, Ours>> {
  const width = rows.file.columns.length
  const result = await client.query<(string | null)[]>({
    text: oursSql(rows.file),
    values: [communityId, ids],
    rowMode: 'array',
  })
  return new Map(
    result.rows.map((row) => {
      const [recordedAt, id, source, base] = row.slice(width)
      const cells = row.slice(0, width).map((value) => value ?? '')
      return [
        id ?? '',
        { cells, recordedAt: recordedAt ?? '', source: source ?? null, base: base ? (JSON.parse(base) as Said) : null },
      ]
    }),
  )
}

/** Columns their file speaks of. The state of an initiative follows from its days where the file has no word for it. */
function spokenColumns(rows: FileRows): string[] {
  const spoken = rows.file.columns
    .filter((column) => !column.isShorthand && rows.header.has(column.name))
    .map((column) => column.name)
  if (
    rows.file.kind !== 'initiatives' ||
    !['started_on', 'ended_on', 'end_state', 'state'].some((name) => rows.header.has(name))
  )
    return spoken
  return [...new Set([...spoken, 'state', 'end_state'])]
}

export function said(rows: FileRows, cells: readonly string[]): Record<string, string> {
  const named: Record<string, string> = {}
  for (const [at, column] of rows.file.columns.entries()) {
    if (!column.isShorthand) named[column.name] = cells[at] ?? ''
  }
  return named
}

/** A state nobody wrote stays what it was understood as, as long as the days it follows from are the same. */
function settleState(rows: FileRows, theirs: Record<string, string>, base: Said | null): void {
  if (rows.file.kind !== 'initiatives' || rows.header.has('state') || base === null) return
  const isSame = ['started_on', 'ended_on', 'end_state'].every((name) => theirs[name] === (base[name] ?? ''))
  if (isSame) theirs['state'] = base['state'] ?? ''
}

/** Merges the rows that are known here; those that are not are `added`. */
export async function mergeFile(context: WriteContext, rows: FileRows): Promise<MergedFile> {
  const merged: MergedFile = { added: [], updates: new Map(), origins: [], conflicts: 0 }
  const columns = spokenColumns(rows)
  for (let start = 0; start < rows.lines.length; start += CHUNK_ROWS) {
    const chunk = rows.ids.slice(start, start + CHUNK_ROWS)
    const known = await loadOurs(context, rows, chunk)
    for (const [index, id] of chunk.entries()) {
      const ours = known.get(id)
      if (!ours) merged.added.push(start + index)
      else if (!rows.file.isAppendOnly) mergeKnown(context, rows, start + index, columns, ours, merged)
    }
    context.onRows(known.size)
  }
  return merged
}

function mergeKnown(
  context: WriteContext,
  rows: FileRows,
  row: number,
  columns: readonly string[],
  ours: Ours,
  merged: MergedFile,
): void {
  const here = said(rows, ours.cells)
  const theirs = said(rows, rows.cells[row] ?? [])
  const isSameSource = ours.source === context.source
  // A row made here, in a package exported here: unless it changed since, which `recorded_at` tells, theirs is newer.
  const isSameState = ours.recordedAt === (rows.recordedAt[row] ?? '')
  const base = isSameSource ? ours.base : isSameState ? here : null
  settleState(rows, theirs, base)
  const merge = mergeRow(columns, base, theirs, here)
  if (merge.outcome === 'conflict') {
    merged.conflicts += 1
    for (const column of merge.columns) {
      const place = { file: rows.saidIn[row] ?? rows.file.name, line: rows.lines[row] ?? null }
      addIssue(context.conflicts, { ...place, column, code: 'changed-on-both-sides', value: theirs[column] ?? '' })
    }
    return
  }
  const rowId = rows.ids[row] ?? ''
  if (merge.outcome === 'changed') {
    const cells = rows.file.columns.map((column, at) =>
      merge.columns.includes(column.name) ? (theirs[column.name] ?? '') : (ours.cells[at] ?? ''),
    )
    merged.updates.set(rowId, cells)
  }
  const next = nextBase(columns, ours.base, theirs)
  if (isSameSource ? !isSameBase(ours.base, next) : ours.source === null && merge.outcome === 'changed') {
    const origin = { kind: rows.file.kind, rowId, source: context.source, ref: rows.refs[row] ?? '' }
    merged.origins.push({ ...origin, base: JSON.stringify(ours.source === null ? filled(theirs) : next) })
  }
}

function isSameBase(a: Said | null, b: Said): boolean {
  const before = a ?? {}
  const keys = Object.keys(b)
  return keys.length === Object.keys(before).length && keys.every((key) => before[key] === b[key])
}

export function filled(values: Said): Said {
  const known: Record<string, string> = {}
  for (const name in values) {
    const value = values[name]
    if (value) known[name] = value
  }
  return known
}
