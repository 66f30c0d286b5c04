import { date, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { knowledge, revision, tenantKey } from '../database/columns.ts'
import { organisations } from '../partners/partners.table.ts'

/** The days on which those who lead a public body change. Planned ends: they are known long before they come. */
export const mandates = pgTable(
  'mandates',
  {
    ...tenantKey,
    organisationId: uuid('organisation_id').notNull(),
    endsOn: date('ends_on').notNull(),
    label: text('label').notNull(),
    ...revision,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'mandates_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'mandates_of_organisation',
      columns: [table.communityId, table.organisationId],
      foreignColumns: [organisations.communityId, organisations.id],
    }),
    index('mandates_by_day').on(table.communityId, table.endsOn, table.id),
    index('mandates_by_organisation').on(table.communityId, table.organisationId, table.endsOn, table.id),
  ],
)
