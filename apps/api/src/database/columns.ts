import { sql, type SQL } from 'drizzle-orm'
import { boolean, date, integer, timestamp, uuid, check, type AnyPgColumn } from 'drizzle-orm/pg-core'

/** Columns every table of a community starts with: the tenant, then the id, made by the caller. */
export const tenantKey = {
  communityId: uuid('community_id').notNull(),
  id: uuid('id').notNull(),
}

/**
 * Since when the present image of a row is known. Every insert and update sets it; the version trigger reads it.
 * Assumed: an imported fact counts as known from its own date, because its file did not say.
 */
export const knowledge = {
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
  isRecordedAssumed: boolean('is_recorded_assumed').notNull().default(false),
}

/** Counts the changes of a row; the ETag a change has to name. */
export const revision = { revision: integer('revision').notNull().default(1) }

/** From (inclusive) and to (exclusive) of a dated fact; null is not known or open. */
export const period = { fromOn: date('from_on'), toOn: date('to_on') }

/** `text({ enum })` is TypeScript only; this is the same list for the database. */
export function isOneOf(name: string, column: AnyPgColumn, list: readonly string[]) {
  const values: SQL[] = list.map((item) => sql.raw(`'${item.replaceAll("'", "''")}'`))
  return check(name, sql`${column} in (${sql.join(values, sql`, `)})`)
}
