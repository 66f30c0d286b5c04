import { noticeKinds, noticeObjects } from '@commonweal/contracts/notices'
import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { isOneOf, tenantKey } from '../database/columns.ts'
import { people } from '../people/people.table.ts'

/** Something a person is told: written with the change itself, mailed afterwards where the person wishes. */
export const notices = pgTable(
  'notices',
  {
    ...tenantKey,
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: noticeKinds }).notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    fromPersonId: uuid('from_person_id'),
    fromOrganisationId: uuid('from_organisation_id'),
    objectKind: text('object_kind', { enum: noticeObjects }).notNull(),
    objectId: uuid('object_id').notNull(),
    title: text('title').notNull(),
    outcome: text('outcome'),
    body: text('body'),
    readAt: timestamp('read_at', { withTimezone: true }),
    mailedAt: timestamp('mailed_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ name: 'notices_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'notices_of_person',
      columns: [table.communityId, table.personId],
      foreignColumns: [people.communityId, people.id],
    }),
    index('notices_of_person_by_time').on(table.communityId, table.personId, table.at, table.id),
    index('notices_to_mail')
      .on(table.at)
      .where(sql`mailed_at is null`),
    isOneOf('notices_kind_known', table.kind, noticeKinds),
    isOneOf('notices_object_known', table.objectKind, noticeObjects),
  ],
)
