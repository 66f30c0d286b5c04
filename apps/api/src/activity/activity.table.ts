import { capacities } from '@commonweal/domain/people/person'
import { foreignKey, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { isOneOf, tenantKey } from '../database/columns.ts'

/** Append-only: who did what, for which organisation, wearing which hat. Written in the transaction of the change itself. */
export const activity = pgTable(
  'activity',
  {
    ...tenantKey,
    at: timestamp('at', { withTimezone: true }).notNull(),
    personId: uuid('person_id'),
    organisationId: uuid('organisation_id'),
    capacity: text('capacity', { enum: capacities }),
    verb: text('verb').notNull(),
    objectKind: text('object_kind').notNull(),
    objectId: uuid('object_id').notNull(),
    facts: jsonb('facts').notNull().$type<Record<string, unknown>>(),
  },
  (table) => [
    primaryKey({ name: 'activity_pkey', columns: [table.communityId, table.id] }),
    foreignKey({ name: 'activity_of_community', columns: [table.communityId], foreignColumns: [communities.id] }),
    index('activity_by_time').on(table.communityId, table.at, table.id),
    index('activity_by_object').on(table.communityId, table.objectId, table.at, table.id),
    isOneOf('activity_capacity_known', table.capacity, capacities),
  ],
)
