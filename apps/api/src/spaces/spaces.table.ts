import { spaceKinds } from '@commonweal/domain/spaces/space'
import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { isOneOf, knowledge, period, revision, tenantKey } from '../database/columns.ts'
import { organisations } from '../partners/partners.table.ts'

export const spaces = pgTable(
  'spaces',
  {
    ...tenantKey,
    name: text('name').notNull(),
    kind: text('kind', { enum: spaceKinds }).notNull(),
    hostId: uuid('host_id'),
    address: text('address'),
    url: text('url'),
    capacity: integer('capacity'),
    timezone: text('timezone').notNull(),
    isStepFree: boolean('is_step_free'),
    ...period,
    ...revision,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'spaces_pkey', columns: [table.communityId, table.id] }),
    foreignKey({ name: 'spaces_of_community', columns: [table.communityId], foreignColumns: [communities.id] }),
    foreignKey({
      name: 'spaces_of_host',
      columns: [table.communityId, table.hostId],
      foreignColumns: [organisations.communityId, organisations.id],
    }),
    index('spaces_by_name').on(table.communityId, sql`lower(${table.name})`, table.id),
    index('spaces_by_host').on(table.communityId, table.hostId),
    isOneOf('spaces_kind_known', table.kind, spaceKinds),
    check('spaces_capacity_positive', sql`${table.capacity} > 0`),
    check('spaces_dates_in_order', sql`${table.toOn} is null or ${table.fromOn} is null or ${table.toOn} >= ${table.fromOn}`),
  ],
)
