import { engagements as known } from '@commonweal/domain/partners/engagements'
import { membershipStates } from '@commonweal/domain/partners/membership'
import { legalStatuses, sectors } from '@commonweal/domain/partners/sectors'
import { sql } from 'drizzle-orm'
import { date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { isOneOf, tenantKey } from '../database/columns.ts'
import { organisations } from './partners.table.ts'

/**
 * What the list of partners says of each organisation on one day, worked out from the facts by the rules of `engagement-sql.ts`.
 * Nothing here is known only here: `readEngagements` writes it anew, so the tables are unlogged and empty after a crash of the database.
 * The id is the organisation's. Source: docs/adr/0100.
 */
export const engagements = pgTable(
  'engagements',
  {
    ...tenantKey,
    name: text('name').notNull(),
    sector: text('sector', { enum: sectors }).notNull(),
    legalStatus: text('legal_status', { enum: legalStatuses }).notNull(),
    state: text('state', { enum: membershipStates }),
    stateSince: date('state_since'),
    engagement: text('engagement', { enum: known }),
    lastActOn: date('last_act_on'),
    joinedOn: date('joined_on'),
    initiatives: integer('initiatives').notNull(),
    runningInitiatives: integer('running_initiatives').notNull(),
  },
  (table) => [
    primaryKey({ name: 'engagements_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'engagements_of_organisation',
      columns: [table.communityId, table.id],
      foreignColumns: [organisations.communityId, organisations.id],
    }).onDelete('cascade'),
    index('engagements_by_name').on(table.communityId, sql`lower(${table.name})`, table.id),
    index('engagements_by_sector').on(table.communityId, table.sector, sql`lower(${table.name})`, table.id),
    index('engagements_by_last_act').on(
      table.communityId,
      sql`coalesce(${table.lastActOn}, '-infinity'::date)`,
      table.id,
    ),
    index('engagements_by_joining').on(table.communityId, sql`coalesce(${table.joinedOn}, 'infinity'::date)`, table.id),
    index('engagements_by_initiatives').on(table.communityId, table.initiatives, table.id),
    index('engagements_by_engagement').on(
      table.communityId,
      table.engagement,
      sql`coalesce(${table.lastActOn}, '-infinity'::date)`,
      table.id,
    ),
    isOneOf('engagements_known', table.engagement, known),
  ],
)

/** The day the engagements of a community are of. Without a row they were never worked out. */
export const engagementDays = pgTable(
  'engagement_days',
  { communityId: uuid('community_id').notNull(), asOf: date('as_of').notNull() },
  (table) => [
    primaryKey({ name: 'engagement_days_pkey', columns: [table.communityId] }),
    foreignKey({
      name: 'engagement_days_of_community',
      columns: [table.communityId],
      foreignColumns: [communities.id],
    }).onDelete('cascade'),
  ],
)

/**
 * Facts that changed since: ids of the organisations, initiatives, spaces and pledges concerned. Written by triggers in the
 * transaction of the change (`mark_engagements`, in the migration) and only ever added, so that nobody waits for anybody.
 */
export const engagementMarks = pgTable(
  'engagement_marks',
  { communityId: uuid('community_id').notNull(), subjects: uuid('subjects').array().notNull() },
  (table) => [index('engagement_marks_of_community').on(table.communityId)],
)
