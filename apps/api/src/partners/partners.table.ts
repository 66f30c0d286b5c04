import { membershipStates } from '@commonweal/domain/partners/membership'
import { legalStatuses, sectors } from '@commonweal/domain/partners/sectors'
import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { isOneOf, knowledge, period, revision, tenantKey } from '../database/columns.ts'

export const organisations = pgTable(
  'organisations',
  {
    ...tenantKey,
    name: text('name').notNull(),
    sector: text('sector', { enum: sectors }).notNull(),
    legalStatus: text('legal_status', { enum: legalStatuses }).notNull(),
    country: text('country'),
    scheme: text('scheme'),
    identifier: text('identifier'),
    parentId: uuid('parent_id'),
    brings: text('brings'),
    seeks: text('seeks'),
    website: text('website'),
    /** Hands on the money of others: a platform, a sponsor programme. */
    isPassThrough: boolean('is_pass_through').notNull().default(false),
    ...revision,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'organisations_pkey', columns: [table.communityId, table.id] }),
    foreignKey({ name: 'organisations_of_community', columns: [table.communityId], foreignColumns: [communities.id] }),
    foreignKey({
      name: 'organisations_parent_known',
      columns: [table.communityId, table.parentId],
      foreignColumns: [table.communityId, table.id],
    }),
    index('organisations_by_name').on(table.communityId, sql`lower(${table.name})`, table.id),
    check('organisations_not_own_parent', sql`${table.parentId} <> ${table.id}`),
    isOneOf('organisations_sector_known', table.sector, sectors),
    isOneOf('organisations_legal_status_known', table.legalStatus, legalStatuses),
  ],
)

/** One row a state an organisation's membership was in: from (inclusive), to (exclusive), with the reason of the step. */
export const memberships = pgTable(
  'memberships',
  {
    ...tenantKey,
    organisationId: uuid('organisation_id').notNull(),
    state: text('state', { enum: membershipStates }).notNull(),
    ...period,
    reason: text('reason'),
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'memberships_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'memberships_of_organisation',
      columns: [table.communityId, table.organisationId],
      foreignColumns: [organisations.communityId, organisations.id],
    }),
    uniqueIndex('memberships_one_open')
      .on(table.communityId, table.organisationId)
      .where(sql`to_on is null`),
    index('memberships_by_organisation').on(table.communityId, table.organisationId, table.fromOn),
    isOneOf('memberships_state_known', table.state, membershipStates),
    check(
      'memberships_dates_in_order',
      sql`${table.toOn} is null or ${table.fromOn} is null or ${table.toOn} >= ${table.fromOn}`,
    ),
  ],
)
