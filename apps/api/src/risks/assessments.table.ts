import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { tenantKey } from '../database/columns.ts'

/**
 * What was said of a month, kept: the first time (position 0), and again each time a later assessment found another level.
 * Append-only. `known_on` is the last day whose facts were known to it; `reading` is the engine's own, evidence included.
 */
export const riskAssessments = pgTable(
  'risk_assessments',
  {
    ...tenantKey,
    month: text('month').notNull(),
    position: smallint('position').notNull(),
    assessedAt: timestamp('assessed_at', { withTimezone: true }).notNull(),
    knownOn: date('known_on').notNull(),
    engine: text('engine').notNull(),
    parametersVersion: text('parameters_version').notNull(),
    reading: jsonb('reading').notNull().$type<Record<string, unknown>>(),
  },
  (table) => [
    primaryKey({ name: 'risk_assessments_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'risk_assessments_of_community',
      columns: [table.communityId],
      foreignColumns: [communities.id],
    }),
    unique('risk_assessments_said_once').on(table.communityId, table.month, table.position),
    index('risk_assessments_by_month').on(table.communityId, table.month, table.id),
    check('risk_assessments_month_shape', sql`${table.month} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    check('risk_assessments_position_not_negative', sql`${table.position} >= 0`),
  ],
)
