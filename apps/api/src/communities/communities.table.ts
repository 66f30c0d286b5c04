import { sectors } from '@commonweal/domain/partners/sectors'
import { sql } from 'drizzle-orm'
import { boolean, check, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const sectorList = `array[${sectors.map((sector) => `'${sector}'`).join(', ')}]::text[]`

/** What a community says of itself that readings rest on; what it said before is kept. */
export const saidOfItself = ['core_sectors', 'wants_independence', 'closing_since', 'data_complete_through']

/**
 * The tenant. `keeps` names the kinds of record a community keeps (files of the package): a kind neither kept nor
 * present is unknown, which is not the same as none.
 */
export const communities = pgTable(
  'communities',
  {
    id: uuid('id').primaryKey(),
    slug: text('slug').notNull().unique('communities_slug_taken'),
    name: text('name').notNull(),
    country: text('country').notNull(),
    timezone: text('timezone').notNull(),
    currency: text('currency').notNull(),
    languages: text('languages')
      .array()
      .notNull()
      .default(sql`'{}'`),
    dataCompleteThrough: date('data_complete_through'),
    source: text('source').notNull(),
    note: text('note'),
    keeps: text('keeps')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Sectors the community wants at its table; null while it has not said. */
    coreSectors: text('core_sectors', { enum: sectors }).array(),
    /** Whether it wants to be independent of public bodies; null while it has not said. */
    wantsIndependence: boolean('wants_independence'),
    /** Day since which the partnership is closing on purpose; null while it is not. */
    closingSince: date('closing_since'),
    closingReason: text('closing_reason'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    check('communities_slug_shape', sql`${table.slug} ~ '^[a-z0-9][a-z0-9-]{0,62}$'`),
    check('communities_currency_shape', sql`${table.currency} ~ '^[A-Z]{3}$'`),
    check('communities_core_sectors_known', sql`${table.coreSectors} <@ ${sql.raw(sectorList)}`),
  ],
)
