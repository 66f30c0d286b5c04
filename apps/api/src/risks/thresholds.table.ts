import type { ThresholdValues } from '@commonweal/domain/risks/thresholds'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { tenantKey } from '../database/columns.ts'
import { people } from '../people/people.table.ts'

/** Lines a community judges by, version after version: from which month, who set them, why. Append-only. */
export const riskParameters = pgTable(
  'risk_parameters',
  {
    ...tenantKey,
    position: smallint('position').notNull(),
    fromMonth: text('from_month').notNull(),
    setAt: timestamp('set_at', { withTimezone: true }).notNull(),
    personId: uuid('person_id'),
    thresholds: jsonb('thresholds').notNull().$type<ThresholdValues>(),
    reason: text('reason').notNull(),
  },
  (table) => [
    primaryKey({ name: 'risk_parameters_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'risk_parameters_of_community',
      columns: [table.communityId],
      foreignColumns: [communities.id],
    }),
    foreignKey({
      name: 'risk_parameters_of_person',
      columns: [table.communityId, table.personId],
      foreignColumns: [people.communityId, people.id],
    }),
    unique('risk_parameters_in_order').on(table.communityId, table.position),
    index('risk_parameters_by_position').on(table.communityId, table.position, table.id),
    check('risk_parameters_month_shape', sql`${table.fromMonth} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    check('risk_parameters_position_positive', sql`${table.position} > 0`),
  ],
)
