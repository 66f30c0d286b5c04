import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { knowledge, revision, tenantKey } from '../database/columns.ts'
import { initiatives } from '../initiatives/initiatives.table.ts'
import { organisations } from '../partners/partners.table.ts'
import { people } from '../people/people.table.ts'

/** What somebody told the others about an initiative, for an organisation where they act for one. */
export const updates = pgTable(
  'updates',
  {
    ...tenantKey,
    initiativeId: uuid('initiative_id').notNull(),
    personId: uuid('person_id'),
    organisationId: uuid('organisation_id'),
    postedAt: timestamp('posted_at', { withTimezone: true }).notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    ...revision,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'updates_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'updates_of_initiative',
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiatives.communityId, initiatives.id],
    }),
    foreignKey({
      name: 'updates_of_person',
      columns: [table.communityId, table.personId],
      foreignColumns: [people.communityId, people.id],
    }),
    foreignKey({
      name: 'updates_of_organisation',
      columns: [table.communityId, table.organisationId],
      foreignColumns: [organisations.communityId, organisations.id],
    }),
    index('updates_by_time').on(table.communityId, table.postedAt, table.id),
    index('updates_by_title').on(table.communityId, sql`lower(${table.title})`, table.id),
    index('updates_by_initiative').on(table.communityId, table.initiativeId, table.postedAt, table.id),
  ],
)
