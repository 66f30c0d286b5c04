import { accessibilityFeatures, spaceKinds } from '@commonweal/domain/spaces/space'
import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { isOneOf, knowledge, period, revision, tenantKey } from '../database/columns.ts'
import { organisations } from '../partners/partners.table.ts'

const featureList = `array[${accessibilityFeatures.map((feature) => `'${feature}'`).join(', ')}]::text[]`
const time = '([01][0-9]|2[0-3]):[0-5][0-9]'
const hours = `${time}-(${time}|24:00)`
const dayHours = `(Mo|Tu|We|Th|Fr|Sa|Su) ${hours}(,${hours})*`
// The semicolon is written by its number: drizzle-kit would cut the expression there.
const openingHoursPattern = `\\A${dayHours}(\\u003b ${dayHours})*\\Z`

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
    /** null: nobody has looked; empty: somebody has, and found none of the list. */
    accessibility: text('accessibility', { enum: accessibilityFeatures }).array(),
    /** Canonical text of `writeOpenings`; null: open at all times. */
    openingHours: text('opening_hours'),
    needsApproval: boolean('needs_approval').notNull().default(true),
    isShared: boolean('is_shared').notNull().default(false),
    shortestMinutes: integer('shortest_minutes'),
    longestMinutes: integer('longest_minutes'),
    bufferBeforeMinutes: integer('buffer_before_minutes').notNull().default(0),
    bufferAfterMinutes: integer('buffer_after_minutes').notNull().default(0),
    aheadDays: integer('ahead_days'),
    withdrawalReason: text('withdrawal_reason'),
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
    check('spaces_accessibility_known', sql`${table.accessibility} <@ ${sql.raw(featureList)}`),
    // Only text that the domain can read back: a weekday's windows, weekdays in a list.
    check('spaces_opening_hours_shape', sql`${table.openingHours} ~ ${sql.raw(`'${openingHoursPattern}'`)}`),
    check('spaces_shared_is_digital', sql`not ${table.isShared} or ${table.kind} = 'digital'`),
    check(
      'spaces_lengths_in_order',
      sql`${table.shortestMinutes} > 0 and ${table.longestMinutes} > 0 and ${table.longestMinutes} >= ${table.shortestMinutes}`,
    ),
    check(
      'spaces_buffers_within_day',
      sql`${table.bufferBeforeMinutes} between 0 and 1440 and ${table.bufferAfterMinutes} between 0 and 1440`,
    ),
    check('spaces_ahead_positive', sql`${table.aheadDays} > 0`),
    check('spaces_capacity_positive', sql`${table.capacity} > 0`),
    check(
      'spaces_dates_in_order',
      sql`${table.toOn} is null or ${table.fromOn} is null or ${table.toOn} >= ${table.fromOn}`,
    ),
  ],
)
