import type pg from 'pg'
import type { RowIssue } from '@commonweal/contracts/imports'
import { cell, type PackageRows } from './file-rows.ts'
import { addIssue, type IssueList } from './issues.ts'
import type { FileKind } from './package-columns.ts'
import type { PackageFile } from './package-file.ts'

/** Where a row came from, and what it said there as JSON of its filled cells. */
export interface OriginRow {
  readonly kind: FileKind
  readonly rowId: string
  readonly source: string
  readonly ref: string
  readonly base: string
}

const CHUNK_ROWS = 2_000

/** The origins a package tells itself, by file and row. */
export function toldOrigins(rows: PackageRows): Map<string, OriginRow> {
  const told = new Map<string, OriginRow>()
  const file = rows.get('origins')
  for (let row = 0; row < (file?.lines.length ?? 0); row += 1) {
    if (!file) break
    const [kind, rowId] = [cell(file, row, 'file') as FileKind, cell(file, row, 'row_id')]
    told.set(`${kind}|${rowId}`, {
      kind,
      rowId,
      source: cell(file, row, 'source'),
      ref: cell(file, row, 'ref'),
      base: cell(file, row, 'base'),
    })
  }
  return told
}

/** Remembers where rows came from; a row known before gets the base of this import. */
export async function writeOrigins(
  client: pg.ClientBase,
  communityId: string,
  origins: readonly OriginRow[],
): Promise<void> {
  for (let start = 0; start < origins.length; start += CHUNK_ROWS) {
    const chunk = origins.slice(start, start + CHUNK_ROWS)
    await client.query(
      `insert into origins (community_id, file, row_id, source, ref, base)
       select $1::uuid, x.* from unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::jsonb[]) as x
       on conflict (community_id, file, row_id) do update set base = excluded.base`,
      [
        communityId,
        chunk.map((row) => row.kind),
        chunk.map((row) => row.rowId),
        chunk.map((row) => row.source),
        chunk.map((row) => row.ref),
        chunk.map((row) => row.base),
      ],
    )
  }
}

/** Rows that came from this source and that its package no longer has. They stay; a person may decide. */
export async function listAbsent(
  client: pg.ClientBase,
  key: { readonly communityId: string; readonly source: string },
  file: PackageFile,
  ids: readonly string[],
  absent: IssueList,
): Promise<number> {
  const found = await client.query<{ ref: string; total: number }>(
    `select o.ref, count(*) over ()::int as total
     from origins o join ${file.table} t on t.community_id = o.community_id and t.id = o.row_id
     where o.community_id = $1 and o.file = $2 and o.source = $3
       and not exists (select 1 from unnest($4::uuid[]) as here(id) where here.id = o.row_id)
     order by o.ref collate "C" limit 1000`,
    [key.communityId, file.kind, key.source, ids],
  )
  for (const { ref } of found.rows) addIssue(absent, issueOf(file, ref))
  const total = found.rows[0]?.total ?? 0
  absent.total += total - found.rows.length
  return total
}

function issueOf(file: PackageFile, ref: string): RowIssue {
  return { file: file.name, line: null, column: 'id', code: 'absent', value: ref }
}
