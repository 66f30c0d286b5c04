import { handledFlags } from '@commonweal/contracts/handling'
import { flagLevels } from '@commonweal/domain/risks/flag-level'
import { handlingKinds } from '@commonweal/domain/risks/handling'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { isOneOf, tenantKey } from '../database/columns.ts'
import { initiatives } from '../initiatives/initiatives.table.ts'
import { people } from '../people/people.table.ts'

/** What people did about a raised flag, answer after answer. Append-only; no row of it moves a level. */
export const flagHandlings = pgTable(
  'flag_handlings',
  {
    ...tenantKey,
    flag: text('flag', { enum: handledFlags }).notNull(),
    kind: text('kind', { enum: handlingKinds }).notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    month: text('month').notNull(),
    level: text('level', { enum: flagLevels }).notNull(),
    personId: uuid('person_id'),
    note: text('note'),
    untilOn: date('until_on'),
    reviewOn: date('review_on'),
    initiativeId: uuid('initiative_id'),
  },
  (table) => [
    primaryKey({ name: 'flag_handlings_pkey', columns: [table.communityId, table.id] }),
    foreignKey({ name: 'flag_handlings_of_community', columns: [table.communityId], foreignColumns: [communities.id] }),
    foreignKey({
      name: 'flag_handlings_of_person',
      columns: [table.communityId, table.personId],
      foreignColumns: [people.communityId, people.id],
    }),
    foreignKey({
      name: 'flag_handlings_of_initiative',
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiatives.communityId, initiatives.id],
    }),
    index('flag_handlings_by_time').on(table.communityId, table.at, table.id),
    index('flag_handlings_of_flag').on(table.communityId, table.flag, table.at, table.id),
    isOneOf('flag_handlings_kind_known', table.kind, handlingKinds),
    isOneOf('flag_handlings_level_known', table.level, flagLevels),
    check('flag_handlings_flag_shape', sql`${table.flag} ~ '^[a-z]+(-[a-z]+)*$'`),
    check('flag_handlings_month_shape', sql`${table.month} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    check('flag_handlings_acceptance_ends', sql`(${table.kind} = 'accept') = (${table.untilOn} is not null)`),
    check('flag_handlings_reason_given', sql`${table.kind} = 'acknowledge' or ${table.note} is not null`),
  ],
)
