import type { FileCount } from '@commonweal/contracts/imports'
import { saidOfItself } from '../communities/communities.table.ts'
import { cell, type FileRows } from './file-rows.ts'
import type { FileKind } from './package-columns.ts'
import { communityKind, factFiles, packageFile } from './package-files.ts'
import { CHUNK_ROWS, type WriteContext } from './write-context.ts'

const keptFiles = factFiles.filter((file) => file.hasKnowledge)

/**
 * Writes superseded images of rows that came with this package or that nobody has any more. The past of a row that was
 * here before is the past as it was known here, and stays; so does that of a community that was here.
 */
export async function writeHistory(
  { client, communityId, isNew: isCommunityNew, onRows }: WriteContext,
  rows: FileRows,
  addedIds: ReadonlySet<string>,
): Promise<FileCount> {
  let added = 0
  for (let start = 0; start < rows.lines.length; start += CHUNK_ROWS) {
    const chunk = [...rows.lines.keys()].slice(start, start + CHUNK_ROWS)
    const column = (name: string) => chunk.map((row) => cell(rows, row, name))
    const kinds = column('file')
    const ids = column('row_id').map((id, at) => (kinds[at] === communityKind ? communityId : id))
    const tables = kinds.map((kind) => (kind === communityKind ? 'communities' : packageFile(kind as FileKind).table))
    const isNew = kinds.map((kind, at) =>
      kind === communityKind ? isCommunityNew : addedIds.has(`${kind}|${ids[at]}`),
    )
    const result = await client.query(
      `insert into versions (community_id, id, table_name, recorded_from, recorded_to, image)
       select $1::uuid, x.id, x.table_name, x.recorded_from, x.recorded_to, 
         ${imageOfRow()} || jsonb_build_object('community_id', $1::uuid)
       from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::jsonb[], $7::boolean[])
         as x(id, table_name, recorded_from, recorded_to, image, is_new)
       where x.is_new or not (${rowIsHere()})
       on conflict do nothing`,
      [communityId, ids, tables, column('recorded_from'), column('recorded_to'), column('image'), isNew],
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

/**
 * An image as its table would write it: made a row and an image again, without what belongs to another installation. The
 * database refuses what is no row of the table.
 */
function imageOfRow(): string {
  const again = (table: string) => `to_jsonb(jsonb_populate_record(null::${table}, x.image))`
  const cases = keptFiles.map(({ table }) => `when '${table}' then ${again(table)} - 'account_id'`)
  const ofItself = saidOfItself.map((key) => `'${key}', ${again('communities')} -> '${key}'`)
  return `case x.table_name when 'communities' then jsonb_build_object(${ofItself.join(', ')}) ${cases.join(' ')} end`
}

/** Whether the row an image is of lives in the community, whatever its table. */
function rowIsHere(): string {
  const cases = keptFiles.map(
    ({ table }) => `when '${table}' then exists (select 1 from ${table} t where t.community_id = $1 and t.id = x.id)`,
  )
  return `case x.table_name when 'communities' then true ${cases.join(' ')} else false end`
}
