import {
  endStates,
  initiativeKinds,
  initiativeStates,
  participationRoles,
} from '@commonweal/domain/initiatives/initiative'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, numeric, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { isOneOf, knowledge, period, revision, tenantKey } from '../database/columns.ts'
import { organisations } from '../partners/partners.table.ts'
import { people } from '../people/people.table.ts'

export const initiatives = pgTable(
  'initiatives',
  {
    ...tenantKey,
    title: text('title').notNull(),
    kind: text('kind', { enum: initiativeKinds }).notNull(),
    theme: text('theme'),
    summary: text('summary'),
    state: text('state', { enum: initiativeStates }).notNull(),
    startedOn: date('started_on'),
    plannedEndOn: date('planned_end_on'),
    endedOn: date('ended_on'),
    reviewOn: date('review_on'),
    outcome: text('outcome'),
    lesson: text('lesson'),
    ...revision,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'initiatives_pkey', columns: [table.communityId, table.id] }),
    foreignKey({ name: 'initiatives_of_community', columns: [table.communityId], foreignColumns: [communities.id] }),
    index('initiatives_by_title').on(table.communityId, sql`lower(${table.title})`, table.id),
    index('initiatives_by_start').on(table.communityId, sql`coalesce(${table.startedOn}, 'infinity'::date)`, table.id),
    index('initiatives_by_planned_end').on(
      table.communityId,
      sql`coalesce(${table.plannedEndOn}, 'infinity'::date)`,
      table.id,
    ),
    isOneOf('initiatives_kind_known', table.kind, initiativeKinds),
    isOneOf('initiatives_state_known', table.state, initiativeStates),
    check(
      'initiatives_dates_in_order',
      sql`${table.startedOn} is null or (coalesce(${table.plannedEndOn}, ${table.startedOn}) >= ${table.startedOn}
        and coalesce(${table.endedOn}, ${table.startedOn}) >= ${table.startedOn})`,
    ),
    check(
      'initiatives_end_has_day',
      sql`(${table.endedOn} is not null) = (${table.state} in (${sql.raw(endStates.map((state) => `'${state}'`).join(', '))}))`,
    ),
  ],
)

/** The dated steps of an initiative's life, in the order they were taken. */
export const initiativeSteps = pgTable(
  'initiative_steps',
  {
    ...tenantKey,
    initiativeId: uuid('initiative_id').notNull(),
    position: smallint('position').notNull(),
    state: text('state', { enum: initiativeStates }).notNull(),
    steppedOn: date('stepped_on').notNull(),
    reason: text('reason'),
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'initiative_steps_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'initiative_steps_of_initiative',
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiatives.communityId, initiatives.id],
    }),
    index('initiative_steps_by_initiative').on(table.communityId, table.initiativeId, table.position),
    isOneOf('initiative_steps_state_known', table.state, initiativeStates),
  ],
)

/** A partner in an initiative, with a role, from–to. An unknown beginning counts from the initiative's start. */
export const participations = pgTable(
  'participations',
  {
    ...tenantKey,
    initiativeId: uuid('initiative_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    role: text('role', { enum: participationRoles }).notNull(),
    ...period,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'participations_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'participations_of_initiative',
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiatives.communityId, initiatives.id],
    }),
    foreignKey({
      name: 'participations_of_organisation',
      columns: [table.communityId, table.organisationId],
      foreignColumns: [organisations.communityId, organisations.id],
    }),
    // Each answers from the index alone; without it PostgreSQL takes the far slower one of the exclusion constraint.
    index('participations_of_initiative_by_organisation').on(
      table.communityId,
      table.initiativeId,
      table.organisationId,
      table.role,
      table.toOn,
    ),
    index('participations_of_organisation_by_initiative').on(
      table.communityId,
      table.organisationId,
      table.initiativeId,
      table.toOn,
    ),
    isOneOf('participations_role_known', table.role, participationRoles),
    check(
      'participations_dates_in_order',
      sql`${table.toOn} is null or ${table.fromOn} is null or ${table.toOn} >= ${table.fromOn}`,
    ),
  ],
)

/** A person who coordinates an initiative, from–to, with the hours this takes where they are counted. */
export const coordinations = pgTable(
  'coordinations',
  {
    ...tenantKey,
    initiativeId: uuid('initiative_id').notNull(),
    personId: uuid('person_id').notNull(),
    ...period,
    hours: numeric('hours', { precision: 12, scale: 2, mode: 'number' }),
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'coordinations_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'coordinations_of_initiative',
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiatives.communityId, initiatives.id],
    }),
    foreignKey({
      name: 'coordinations_of_person',
      columns: [table.communityId, table.personId],
      foreignColumns: [people.communityId, people.id],
    }),
    index('coordinations_by_initiative').on(table.communityId, table.initiativeId),
    index('coordinations_by_person').on(table.communityId, table.personId),
    check('coordinations_hours_not_negative', sql`${table.hours} >= 0`),
    check(
      'coordinations_dates_in_order',
      sql`${table.toOn} is null or ${table.fromOn} is null or ${table.toOn} >= ${table.fromOn}`,
    ),
  ],
)
