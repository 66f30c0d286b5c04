import type { FileCount } from '@commonweal/contracts/imports'
import { cell, type FileRows } from './file-rows.ts'
import type { FileKind } from './package-columns.ts'
import { factFiles, packageFile } from './package-files.ts'
import { CHUNK_ROWS, type WriteContext } from './write-context.ts'

/**
 * Writes superseded images of rows that came with this package or that nobody has any more. The past of a row that was
 * here before is the past as it was known here, and stays.
 */
export async function writeHistory(
  { client, communityId, onRows }: WriteContext,
  rows: FileRows,
  addedIds: ReadonlySet<string>,
): Promise<FileCount> {
  let added = 0
  for (let start = 0; start < rows.lines.length; start += CHUNK_ROWS) {
    const chunk = [...rows.lines.keys()].slice(start, start + CHUNK_ROWS)
    const column = (name: string) => chunk.map((row) => cell(rows, row, name))
    const tables = chunk.map((row) => packageFile(cell(rows, row, 'file') as FileKind).table)
    const isNew = chunk.map((row) => addedIds.has(`${cell(rows, row, 'file')}|${cell(rows, row, 'row_id')}`))
    const result = await client.query(
      `insert into versions (community_id, id, table_name, recorded_from, recorded_to, image)
       select $1::uuid, x.id, x.table_name, x.recorded_from, x.recorded_to, x.image || jsonb_build_object('community_id', $1::uuid)
       from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::jsonb[], $7::boolean[])
         as x(id, table_name, recorded_from, recorded_to, image, is_new)
       where x.is_new or not (${rowIsHere()})
       on conflict do nothing`,
      [communityId, column('row_id'), tables, column('recorded_from'), column('recorded_to'), column('image'), isNew],
    )
    added += result.rowCount ?? 0
    onRows(chunk.length)
  }
  return {
    file: rows.file.name,
    rows: rows.lines.length,
    added,
    changed: 0,
    unchanged: rows.lines.length - added,
    conflicts: 0,
    absent: 0,
  }
}

/** Whether the row an image is of lives in the community, whatever its table. */
function rowIsHere(): string {
  const tables = factFiles.filter((file) => file.hasKnowledge).map((file) => file.table)
  const cases = tables.map(
    (table) => `when '${table}' then exists (select 1 from ${table} t where t.community_id = $1 and t.id = x.id)`,
  )
  return `case x.table_name ${cases.join(' ')} else false end`
}
