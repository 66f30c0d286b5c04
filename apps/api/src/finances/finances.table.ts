import { sql } from 'drizzle-orm'
import { bigint, check, date, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { knowledge, revision, tenantKey } from '../database/columns.ts'
import { initiatives } from '../initiatives/initiatives.table.ts'

/** Costs the community is committed to, by the day they fall due. */
export const costs = pgTable(
  'costs',
  {
    ...tenantKey,
    initiativeId: uuid('initiative_id'),
    dueOn: date('due_on').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    label: text('label').notNull(),
    ...revision,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'costs_pkey', columns: [table.communityId, table.id] }),
    foreignKey({ name: 'costs_of_community', columns: [table.communityId], foreignColumns: [communities.id] }),
    foreignKey({
      name: 'costs_of_initiative',
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiatives.communityId, initiatives.id],
    }),
    index('costs_by_initiative').on(table.communityId, table.initiativeId, table.dueOn, table.id),
    index('costs_by_day').on(table.communityId, table.dueOn, table.id),
    index('costs_by_amount').on(table.communityId, table.amountMinor, table.id),
    check('costs_amount_positive', sql`${table.amountMinor} > 0 and ${table.amountMinor} <= 9007199254740991`),
    check('costs_currency_shape', sql`${table.currency} ~ '^[A-Z]{3}$'`),
  ],
)

/** Money put by, as counted on a day; the latest day on or before a reading counts. */
export const reserves = pgTable(
  'reserves',
  {
    ...tenantKey,
    countedOn: date('counted_on').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'reserves_pkey', columns: [table.communityId, table.id] }),
    foreignKey({ name: 'reserves_of_community', columns: [table.communityId], foreignColumns: [communities.id] }),
    index('reserves_by_day').on(table.communityId, table.countedOn, table.id),
    index('reserves_by_amount').on(table.communityId, table.amountMinor, table.id),
    check('reserves_amount_not_negative', sql`${table.amountMinor} >= 0 and ${table.amountMinor} <= 9007199254740991`),
    check('reserves_currency_shape', sql`${table.currency} ~ '^[A-Z]{3}$'`),
  ],
)
