import { and, eq, isNull } from 'drizzle-orm'
import { prepared } from '../database/keyset.ts'
import type { PublicScope } from '../database/scope.ts'
import { accounts, sessions } from './access.table.ts'

export interface SessionRow {
  readonly id: string
  readonly accountId: string
  readonly tokenHash: string
  readonly previousHash: string | null
  readonly rotatedAt: Date
  readonly expiresAt: Date
  readonly endedAt: Date | null
}

export async function findAccountByEmail(
  { client }: PublicScope,
  email: string,
): Promise<{ id: string; passwordHash: string | null } | null> {
  const rows = await prepared<{ id: string; passwordHash: string | null }>(
    client,
    `select id, password_hash as "passwordHash" from accounts where lower(email) = lower($1)`,
    [email],
  )
  return rows[0] ?? null
}

export async function addSession(
  { db, now }: PublicScope,
  session: { id: string; accountId: string; tokenHash: string; device: string | null; expiresAt: Date },
): Promise<void> {
  await db.insert(sessions).values({ ...session, startedAt: now, rotatedAt: now })
}

/** The session, locked: of two tabs that refresh at once one waits and then sees what the other did. */
export async function lockSession({ db }: PublicScope, id: string): Promise<SessionRow | null> {
  const rows = await db.select().from(sessions).where(eq(sessions.id, id)).for('update')
  return rows[0] ?? null
}

export async function rotateSession(
  { db, now }: PublicScope,
  id: string,
  tokenHash: string,
  previousHash: string,
): Promise<void> {
  await db.update(sessions).set({ tokenHash, previousHash, rotatedAt: now }).where(eq(sessions.id, id))
}

export async function endSession(
  { db, now }: PublicScope,
  id: string,
  reason: 'signed-out' | 'reuse' | 'expired',
): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now, endReason: reason })
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
}

export async function readAccount(
  { db }: PublicScope,
  id: string,
): Promise<{ id: string; email: string; displayName: string } | null> {
  const rows = await db
    .select({ id: accounts.id, email: accounts.email, displayName: accounts.displayName })
    .from(accounts)
    .where(eq(accounts.id, id))
  return rows[0] ?? null
}
