import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { knowledge, revision, tenantKey } from '../database/columns.ts'
import { initiatives } from '../initiatives/initiatives.table.ts'

/** What an initiative means to have done by a day. That one is overdue follows from its days and is not kept. */
export const milestones = pgTable(
  'milestones',
  {
    ...tenantKey,
    initiativeId: uuid('initiative_id').notNull(),
    title: text('title').notNull(),
    dueOn: date('due_on'),
    reachedOn: date('reached_on'),
    droppedOn: date('dropped_on'),
    note: text('note'),
    ...revision,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'milestones_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'milestones_of_initiative',
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiatives.communityId, initiatives.id],
    }),
    index('milestones_by_due').on(table.communityId, sql`coalesce(${table.dueOn}, 'infinity'::date)`, table.id),
    index('milestones_by_title').on(table.communityId, sql`lower(${table.title})`, table.id),
    index('milestones_by_initiative').on(
      table.communityId,
      table.initiativeId,
      sql`coalesce(${table.dueOn}, 'infinity'::date)`,
      table.id,
    ),
    // What is still ahead or overdue; of the settled ones there are ever more.
    index('milestones_unsettled')
      .on(table.communityId, sql`coalesce(${table.dueOn}, 'infinity'::date)`, table.id)
      .where(sql`reached_on is null and dropped_on is null`),
    check('milestones_settled_once', sql`${table.reachedOn} is null or ${table.droppedOn} is null`),
    check('milestones_dropped_with_reason', sql`${table.droppedOn} is null or ${table.note} is not null`),
  ],
)
