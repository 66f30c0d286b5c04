import { importPhases, importStatuses } from '@commonweal/contracts/imports'
import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { isOneOf, tenantKey } from '../database/columns.ts'

/**
 * Where a row came from: the source and the id it has there, and the row as last imported, so that the next import can
 * tell what changed here from what changed there. `file` is the file of the package.
 */
export const origins = pgTable(
  'origins',
  {
    communityId: uuid('community_id').notNull(),
    file: text('file').notNull(),
    rowId: uuid('row_id').notNull(),
    source: text('source').notNull(),
    ref: text('ref').notNull(),
    base: jsonb('base').notNull().$type<Record<string, string>>(),
  },
  (table) => [
    primaryKey({ name: 'origins_pkey', columns: [table.communityId, table.file, table.rowId] }),
    foreignKey({ name: 'origins_of_community', columns: [table.communityId], foreignColumns: [communities.id] }),
    uniqueIndex('origins_ref_once').on(table.communityId, table.file, table.source, table.ref),
  ],
)

/** The course of an import: asked for by the page that started it, kept as a record of who brought what in. */
export const imports = pgTable(
  'imports',
  {
    ...tenantKey,
    status: text('status', { enum: importStatuses }).notNull(),
    phase: text('phase', { enum: importPhases }).notNull(),
    rowsDone: integer('rows_done').notNull().default(0),
    rowsTotal: integer('rows_total').notNull().default(0),
    isDryRun: boolean('is_dry_run').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    beatAt: timestamp('beat_at', { withTimezone: true }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    startedBy: uuid('started_by'),
    source: text('source'),
    report: jsonb('report').$type<Record<string, unknown>>(),
  },
  (table) => [
    primaryKey({ name: 'imports_pkey', columns: [table.communityId, table.id] }),
    foreignKey({ name: 'imports_of_community', columns: [table.communityId], foreignColumns: [communities.id] }),
    uniqueIndex('imports_one_running')
      .on(table.communityId)
      .where(sql`status = 'running'`),
    isOneOf('imports_status_known', table.status, importStatuses),
    isOneOf('imports_phase_known', table.phase, importPhases),
  ],
)
