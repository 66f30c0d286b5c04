import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { isOneOf } from '../database/columns.ts'

/** A link sent by mail, of which only the hash is kept; used once, and not after it ran out. */
export const mailLinks = pgTable(
  'mail_links',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: ['sign-up', 'password-reset'] }).notNull(),
    email: text('email').notNull(),
    tokenHash: text('token_hash').notNull().unique('mail_links_hash_once'),
    /** For a sign-up: the name and the password hash asked for. */
    wanted: jsonb('wanted').$type<{ displayName: string; passwordHash: string }>(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (table) => [
    index('mail_links_by_address').on(sql`lower(${table.email})`),
    isOneOf('mail_links_kind_known', table.kind, ['sign-up', 'password-reset']),
    check('mail_links_sign_up_has_wish', sql`(${table.kind} = 'sign-up') = (${table.wanted} is not null)`),
  ],
)
