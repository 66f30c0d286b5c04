import pg from 'pg'
import { migrate, schemaState } from '../database/migrate.ts'

/**
 * A tool must not touch a database of another version: answers why not, or null. A fresh database is set up; one this
 * installation made for itself is brought up to date.
 */
export async function refuseOtherSchema({
  databaseUrl,
  isEmbedded,
}: {
  readonly databaseUrl: string
  readonly isEmbedded: boolean
}): Promise<string | null> {
  const state = await schemaState(databaseUrl)
  if (state === 'same') return null
  if (state === 'newer')
    return 'This database belongs to a newer version of Commonweal. Update this copy, then try again.'
  if (!isEmbedded && !(await isFresh(databaseUrl))) {
    return 'This database belongs to an older version of Commonweal. Start this version once, which brings it up to date, then try again.'
  }
  await migrate(databaseUrl)
  return null
}

async function isFresh(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const found = await client.query<{ isFresh: boolean }>(
      `select to_regclass('public.communities') is null as "isFresh"`,
    )
    return found.rows[0]?.isFresh ?? false
  } finally {
    await client.end()
  }
}
