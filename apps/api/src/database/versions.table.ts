import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { tenantKey } from './columns.ts'

/**
 * What a row of a community said before it was changed: its image and the time it was believed, `[recordedFrom, recordedTo)`.
 * Written by one trigger (`keep_versions`, in the migration), never by the application. The present image is the row itself.
 */
export const versions = pgTable(
  'versions',
  {
    ...tenantKey,
    tableName: text('table_name').notNull(),
    recordedFrom: timestamp('recorded_from', { withTimezone: true }).notNull(),
    recordedTo: timestamp('recorded_to', { withTimezone: true }).notNull(),
    image: jsonb('image').notNull().$type<Record<string, unknown>>(),
  },
  (table) => [
    primaryKey({ name: 'versions_pkey', columns: [table.communityId, table.tableName, table.id, table.recordedFrom] }),
    index('versions_by_time').on(table.communityId, table.recordedTo),
    check('versions_time_in_order', sql`${table.recordedTo} > ${table.recordedFrom}`),
  ],
)
