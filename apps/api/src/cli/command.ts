import type { Writable } from 'node:stream'
import type pg from 'pg'
import type { BytesPlace } from '../imports/package-bytes.ts'

/** What a command gets: names in order, flags by name, and where it speaks. */
export interface Command {
  readonly pool: pg.Pool
  readonly files: BytesPlace
  readonly words: readonly string[]
  readonly flags: Readonly<Record<string, unknown>>
  readonly cwd: string
  readonly stdout: Writable
  readonly stderr: Writable
}

export async function communityIdOf(pool: pg.Pool, slug: string): Promise<string | null> {
  const found = await pool.query<{ id: string }>('select id::text from communities where slug = $1', [slug])
  return found.rows[0]?.id ?? null
}

/** Rows of text as a table: the first is its head, numbers stand on the right. */
export function tableText(rows: readonly (readonly (string | number)[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((value, column) => aligned(value, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((text) => `${text}\n`)
    .join('')
}

function aligned(value: string | number, width: number): string {
  return typeof value === 'number' ? String(value).padStart(width) : value.padEnd(width)
}
