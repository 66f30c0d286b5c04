import { roles as roleList } from '@commonweal/domain/access/permissions'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { isOneOf, knowledge, period, tenantKey } from '../database/columns.ts'
import { people } from '../people/people.table.ts'

/** One sign-in for the whole installation; communities know the account through a person. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    displayName: text('display_name').notNull(),
    passwordHash: text('password_hash'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex('accounts_email_taken').on(sql`lower(${table.email})`),
    check('accounts_email_shape', sql`${table.email} ~ '^[^@[:space:]]+@[^@[:space:]]+$'`),
  ],
)

/**
 * A family of refresh tokens: one row a sign-in. Only hashes are kept. The previous hash is remembered so that its
 * reuse is noticed, and its moment so that a second tab that lost the race is not taken for a thief.
 */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull(),
    previousHash: text('previous_hash'),
    device: text('device'),
    rotatedAt: timestamp('rotated_at', { withTimezone: true }).notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    endReason: text('end_reason'),
  },
  (table) => [
    index('sessions_of_account').on(table.accountId),
    isOneOf('sessions_end_reason_known', table.endReason, [
      'signed-out',
      'reuse',
      'expired',
      'password-changed',
      'revoked',
    ]),
  ],
)

/** Which role a person holds in the community, from when to when. */
export const roles = pgTable(
  'roles',
  {
    ...tenantKey,
    personId: uuid('person_id').notNull(),
    role: text('role', { enum: roleList }).notNull(),
    ...period,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'roles_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'roles_of_person',
      columns: [table.communityId, table.personId],
      foreignColumns: [people.communityId, people.id],
    }),
    uniqueIndex('roles_one_open')
      .on(table.communityId, table.personId)
      .where(sql`to_on is null`),
    index('roles_by_person').on(table.communityId, table.personId),
    isOneOf('roles_role_known', table.role, roleList),
    check(
      'roles_dates_in_order',
      sql`${table.toOn} is null or ${table.fromOn} is null or ${table.toOn} >= ${table.fromOn}`,
    ),
  ],
)

/**
 * What a repeatable request was answered with. The claim is inserted in the transaction of the effect, so a parallel
 * repeat waits for the first one's commit, and a crash leaves neither effect nor claim.
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    answer: jsonb('answer'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ name: 'idempotency_keys_pkey', columns: [table.accountId, table.key] }),
    index('idempotency_keys_by_age').on(table.createdAt),
  ],
)
