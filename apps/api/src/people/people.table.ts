import { capacities } from '@commonweal/domain/people/person'
import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { isOneOf, knowledge, period, revision, tenantKey } from '../database/columns.ts'
import { communities } from '../communities/communities.table.ts'
import { organisations } from '../partners/partners.table.ts'

/** A person as a community knows them; `accountId` where they can sign in. */
export const people = pgTable(
  'people',
  {
    ...tenantKey,
    displayName: text('display_name').notNull(),
    email: text('email'),
    accountId: uuid('account_id'),
    /** Whether notices reach the person by mail. */
    mails: text('mails', { enum: ['each', 'off'] })
      .notNull()
      .default('each'),
    suspendedAt: timestamp('suspended_at', { withTimezone: true }),
    suspensionReason: text('suspension_reason'),
    ...revision,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'people_pkey', columns: [table.communityId, table.id] }),
    foreignKey({ name: 'people_of_community', columns: [table.communityId], foreignColumns: [communities.id] }),
    isOneOf('people_mails_known', table.mails, ['each', 'off']),
    index('people_by_name').on(table.communityId, sql`lower(${table.displayName})`, table.id),
    index('people_of_account').on(table.accountId, table.communityId),
  ],
)

/** A person acts for an organisation, from–to, wearing one of two hats. */
export const representations = pgTable(
  'representations',
  {
    ...tenantKey,
    personId: uuid('person_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    capacity: text('capacity', { enum: capacities }).notNull(),
    isPaid: boolean('is_paid'),
    ...period,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'representations_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'representations_of_person',
      columns: [table.communityId, table.personId],
      foreignColumns: [people.communityId, people.id],
    }),
    foreignKey({
      name: 'representations_of_organisation',
      columns: [table.communityId, table.organisationId],
      foreignColumns: [organisations.communityId, organisations.id],
    }),
    index('representations_by_person').on(table.communityId, table.personId),
    index('representations_by_organisation').on(table.communityId, table.organisationId),
    isOneOf('representations_capacity_known', table.capacity, capacities),
    check(
      'representations_dates_in_order',
      sql`${table.toOn} is null or ${table.fromOn} is null or ${table.toOn} >= ${table.fromOn}`,
    ),
  ],
)
