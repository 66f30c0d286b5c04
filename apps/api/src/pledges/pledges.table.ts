import { pledgeKinds, pledgeRelations, pledgeRoutes, pledgeStatuses } from '@commonweal/domain/pledges/pledge'
import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { isOneOf, knowledge, period, revision, tenantKey } from '../database/columns.ts'
import { initiatives } from '../initiatives/initiatives.table.ts'
import { organisations } from '../partners/partners.table.ts'

const amountMinor = bigint('amount_minor', { mode: 'number' })
const quantity = numeric('quantity', { precision: 14, scale: 2, mode: 'number' })

export const pledges = pgTable(
  'pledges',
  {
    ...tenantKey,
    initiativeId: uuid('initiative_id'),
    organisationId: uuid('organisation_id').notNull(),
    kind: text('kind', { enum: pledgeKinds }).notNull(),
    route: text('route', { enum: pledgeRoutes }).notNull(),
    relation: text('relation', { enum: pledgeRelations }),
    amountMinor,
    currency: text('currency'),
    quantity,
    unit: text('unit'),
    confirmedOn: date('confirmed_on'),
    ...period,
    status: text('status', { enum: pledgeStatuses }).notNull(),
    ...revision,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'pledges_pkey', columns: [table.communityId, table.id] }),
    foreignKey({ name: 'pledges_of_community', columns: [table.communityId], foreignColumns: [communities.id] }),
    foreignKey({
      name: 'pledges_of_initiative',
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiatives.communityId, initiatives.id],
    }),
    foreignKey({
      name: 'pledges_of_organisation',
      columns: [table.communityId, table.organisationId],
      foreignColumns: [organisations.communityId, organisations.id],
    }),
    index('pledges_by_start').on(table.communityId, sql`coalesce(${table.fromOn}, '-infinity'::date)`, table.id),
    index('pledges_by_amount').on(table.communityId, sql`coalesce(${table.amountMinor}, -1)`, table.id),
    index('pledges_by_organisation').on(table.communityId, table.organisationId),
    index('pledges_by_initiative').on(table.communityId, table.initiativeId),
    isOneOf('pledges_kind_known', table.kind, pledgeKinds),
    isOneOf('pledges_route_known', table.route, pledgeRoutes),
    isOneOf('pledges_relation_known', table.relation, pledgeRelations),
    isOneOf('pledges_status_known', table.status, pledgeStatuses),
    check('pledges_amount_positive', sql`${table.amountMinor} > 0 and ${table.amountMinor} <= 9007199254740991`),
    check('pledges_quantity_positive', sql`${table.quantity} > 0`),
    check('pledges_amount_has_currency', sql`(${table.amountMinor} is null) = (${table.currency} is null)`),
    check(
      'pledges_amount_or_quantity',
      sql`case when ${table.kind} = 'freedom-grant' then num_nonnulls(${table.amountMinor}, ${table.quantity}) >= 1
        else num_nonnulls(${table.amountMinor}, ${table.quantity}) = 1 end`,
    ),
    check(
      'pledges_dates_in_order',
      sql`${table.toOn} is null or ${table.fromOn} is null or ${table.toOn} >= ${table.fromOn}`,
    ),
  ],
)

/** The dated steps of a pledge, in the order they were taken, each with the reason it owed. */
export const pledgeSteps = pgTable(
  'pledge_steps',
  {
    ...tenantKey,
    pledgeId: uuid('pledge_id').notNull(),
    position: smallint('position').notNull(),
    status: text('status', { enum: pledgeStatuses }).notNull(),
    steppedOn: date('stepped_on').notNull(),
    reason: text('reason'),
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'pledge_steps_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'pledge_steps_of_pledge',
      columns: [table.communityId, table.pledgeId],
      foreignColumns: [pledges.communityId, pledges.id],
    }),
    index('pledge_steps_by_pledge').on(table.communityId, table.pledgeId, table.position),
    isOneOf('pledge_steps_status_known', table.status, pledgeStatuses),
  ],
)

export const instalments = pgTable(
  'instalments',
  {
    ...tenantKey,
    pledgeId: uuid('pledge_id').notNull(),
    dueOn: date('due_on').notNull(),
    amountMinor,
    quantity,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'instalments_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'instalments_of_pledge',
      columns: [table.communityId, table.pledgeId],
      foreignColumns: [pledges.communityId, pledges.id],
    }),
    index('instalments_by_pledge').on(table.communityId, table.pledgeId, table.dueOn),
    check('instalments_amount_positive', sql`${table.amountMinor} > 0 and ${table.amountMinor} <= 9007199254740991`),
    check('instalments_quantity_positive', sql`${table.quantity} > 0`),
    check('instalments_amount_or_quantity', sql`num_nonnulls(${table.amountMinor}, ${table.quantity}) = 1`),
  ],
)

/** What arrived. A negative amount is money handed back. */
export const receipts = pgTable(
  'receipts',
  {
    ...tenantKey,
    pledgeId: uuid('pledge_id').notNull(),
    receivedOn: date('received_on').notNull(),
    amountMinor,
    quantity,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'receipts_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'receipts_of_pledge',
      columns: [table.communityId, table.pledgeId],
      foreignColumns: [pledges.communityId, pledges.id],
    }),
    index('receipts_by_pledge').on(table.communityId, table.pledgeId, table.receivedOn),
    check('receipts_amount_safe', sql`${table.amountMinor} between -9007199254740991 and 9007199254740991`),
    check('receipts_amount_or_quantity', sql`num_nonnulls(${table.amountMinor}, ${table.quantity}) = 1`),
  ],
)
