import type { FileCount } from '@commonweal/contracts/imports'
import { cell, type FileRows } from './file-rows.ts'
import { filled, mergeFile, said, type MergedFile } from './merge-file.ts'
import type { OriginRow } from './origin-rows.ts'
import { insertSql, updateSql, writtenColumns } from './row-sql.ts'
import { CHUNK_ROWS, type WriteContext } from './write-context.ts'

export interface WrittenFile {
  readonly count: FileCount
  readonly addedIds: readonly string[]
  readonly changedIds: readonly string[]
  readonly origins: readonly OriginRow[]
}

/** Writes the rows of one file: merges those known here, inserts those that are new. */
export async function writeFile(context: WriteContext, rows: FileRows): Promise<WrittenFile> {
  const { file } = rows
  const merged = context.isNew ? { ...nothingKnown(), added: [...rows.lines.keys()] } : await mergeFile(context, rows)
  const added = file.kind === 'organisations' ? parentsFirst(rows, merged.added) : merged.added
  // A parent has to be there before it is named; everywhere else a span has to be closed before the next one opens.
  if (file.kind === 'organisations') {
    await insertRows(context, rows, added)
    await updateRows(context, rows, merged.updates)
  } else {
    await updateRows(context, rows, merged.updates)
    await insertRows(context, rows, added)
  }
  const count: FileCount = {
    file: file.name,
    rows: rows.lines.length,
    added: added.length,
    changed: merged.updates.size,
    unchanged: rows.lines.length - added.length - merged.updates.size - merged.conflicts,
    conflicts: merged.conflicts,
    absent: 0,
  }
  const origins = [...merged.origins, ...added.map((row) => originOf(context, rows, row))]
  return { count, addedIds: added.map((row) => rows.ids[row] ?? ''), changedIds: [...merged.updates.keys()], origins }
}

function nothingKnown(): MergedFile {
  return { added: [], updates: new Map(), origins: [], conflicts: 0 }
}

function parentsFirst(rows: FileRows, added: readonly number[]): number[] {
  const rowOf = new Map(added.map((row) => [rows.ids[row] ?? '', row]))
  const ordered = new Set<number>()
  for (const row of added) {
    const chain: number[] = []
    for (
      let at: number | undefined = row;
      at !== undefined && !ordered.has(at);
      at = rowOf.get(cell(rows, at, 'parent_id'))
    ) {
      chain.push(at)
    }
    for (const above of chain.toReversed()) ordered.add(above)
  }
  return [...ordered]
}

function originOf(context: WriteContext, rows: FileRows, row: number): OriginRow {
  const { kind, isAppendOnly } = rows.file
  const rowId = rows.ids[row] ?? ''
  const told = context.toldOrigins.get(`${kind}|${rowId}`)
  if (told) return told
  const base = isAppendOnly ? '{}' : JSON.stringify(filled(said(rows, rows.cells[row] ?? [])))
  return { kind, rowId, source: context.source, ref: rows.refs[row] ?? '', base }
}

function orNull(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value
}

async function insertRows(context: WriteContext, rows: FileRows, added: readonly number[]): Promise<void> {
  const { client, communityId, timezone, now, assumedDay } = context
  for (let start = 0; start < added.length; start += CHUNK_ROWS) {
    const chunk = added.slice(start, start + CHUNK_ROWS)
    await client.query(insertSql(rows.file), [
      communityId,
      timezone,
      now.toISOString(),
      chunk.map((row) => rows.ids[row]),
      chunk.map((row) => orNull(rows.recordedAt[row])),
      chunk.map((row) => assumedDay(rows, row)),
      ...writtenColumns(rows.file).map(({ at }) => chunk.map((row) => orNull(rows.cells[row]?.[at]))),
    ])
    context.onRows(chunk.length)
  }
}

/** One statement, so that rows that change places are judged by where they end up where the constraint waits. */
async function updateRows(
  { client, communityId, now }: WriteContext,
  rows: FileRows,
  updates: ReadonlyMap<string, string[]>,
): Promise<void> {
  if (updates.size === 0) return
  const cells = [...updates.values()]
  await client.query(updateSql(rows.file), [
    communityId,
    now.toISOString(),
    [...updates.keys()],
    ...writtenColumns(rows.file).map(({ at }) => cells.map((row) => orNull(row[at]))),
  ])
}
