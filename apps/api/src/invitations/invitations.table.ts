import { roles as roleList } from '@commonweal/domain/access/permissions'
import { capacities } from '@commonweal/domain/people/person'
import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { isOneOf, tenantKey } from '../database/columns.ts'
import { organisations } from '../partners/partners.table.ts'

/** Somebody asked by mail to join, in a role. Expired is derived from the clock. */
export const invitations = pgTable(
  'invitations',
  {
    ...tenantKey,
    email: text('email').notNull(),
    displayName: text('display_name').notNull(),
    role: text('role', { enum: roleList }).notNull(),
    organisationId: uuid('organisation_id'),
    capacity: text('capacity', { enum: capacities }),
    state: text('state', { enum: ['open', 'accepted', 'revoked'] }).notNull(),
    invitedBy: uuid('invited_by'),
    tokenHash: text('token_hash'),
    sentAt: timestamp('sent_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ name: 'invitations_pkey', columns: [table.communityId, table.id] }),
    foreignKey({ name: 'invitations_of_community', columns: [table.communityId], foreignColumns: [communities.id] }),
    foreignKey({
      name: 'invitations_of_organisation',
      columns: [table.communityId, table.organisationId],
      foreignColumns: [organisations.communityId, organisations.id],
    }),
    uniqueIndex('invitations_one_open')
      .on(table.communityId, sql`lower(email)`)
      .where(sql`state = 'open'`),
    index('invitations_by_token').on(table.tokenHash),
    index('invitations_by_name').on(table.communityId, sql`lower(${table.displayName})`, table.id),
    index('invitations_by_time').on(table.communityId, table.sentAt, table.id),
    isOneOf('invitations_role_known', table.role, roleList),
    isOneOf('invitations_capacity_known', table.capacity, capacities),
    isOneOf('invitations_state_known', table.state, ['open', 'accepted', 'revoked']),
  ],
)
