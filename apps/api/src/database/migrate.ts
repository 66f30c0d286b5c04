import { readFile } from 'node:fs/promises'
import pg from 'pg'

const folder = new URL('../../migrations/', import.meta.url)
const MIGRATION_LOCK = 7_240_311

/** Brings the database to the schema of this code. Safe beside another process doing the same. */
export async function migrate(databaseUrl: string): Promise<void> {
  if ((await schemaState(databaseUrl)) === 'same') return
  // Loaded only when there is something to do: the command line is half as heavy without it.
  const [{ drizzle }, { migrate: applyMigrations }] = await Promise.all([
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ])
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await applyMigrations(drizzle(client), { migrationsFolder: folder.pathname })
  } finally {
    await client.end()
  }
}

export type SchemaState = 'same' | 'older' | 'newer'

/** How the schema of the database stands to this code: a tool of another version must not touch it. */
export async function schemaState(databaseUrl: string): Promise<SchemaState> {
  const journal = JSON.parse(await readFile(new URL('meta/_journal.json', folder), 'utf8')) as {
    entries: { when: number }[]
  }
  const newest = Math.max(...journal.entries.map((entry) => entry.when))
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const known = await client.query<{ exists: boolean }>(
      `select to_regclass('drizzle.__drizzle_migrations') is not null as exists`,
    )
    if (!known.rows[0]?.exists) return 'older'
    const applied = await client.query<{ newest: string | null }>(
      'select max(created_at) as newest from drizzle.__drizzle_migrations',
    )
    const at = Number(applied.rows[0]?.newest ?? 0)
    return at === newest ? 'same' : at < newest ? 'older' : 'newer'
  } finally {
    await client.end()
  }
}
