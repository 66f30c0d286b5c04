import type { MySession } from '@commonweal/contracts/accounts'
import { and, eq, gt, isNull, ne } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { accounts, sessions } from '../access/access.table.ts'
import { prepared } from '../database/keyset.ts'
import type { AccountScope, PublicScope } from '../database/scope.ts'
import { mailLinks } from './accounts.table.ts'

export async function addMailLink(
  { db, now }: PublicScope,
  link: {
    kind: 'sign-up' | 'password-reset'
    email: string
    tokenHash: string
    wanted: { displayName: string; passwordHash: string } | null
    expiresAt: Date
  },
): Promise<void> {
  await db.insert(mailLinks).values({ ...link, id: uuidv7(), createdAt: now })
}

/** Uses a link up; null where it was used, ran out, or never was. Of two at once, one gets it. */
export async function useMailLink({ db, now }: PublicScope, kind: 'sign-up' | 'password-reset', tokenHash: string) {
  const rows = await db
    .update(mailLinks)
    .set({ usedAt: now })
    .where(
      and(
        eq(mailLinks.tokenHash, tokenHash),
        eq(mailLinks.kind, kind),
        isNull(mailLinks.usedAt),
        gt(mailLinks.expiresAt, now),
      ),
    )
    .returning({ email: mailLinks.email, wanted: mailLinks.wanted })
  return rows[0] ?? null
}

export async function insertAccount(
  { db, now }: PublicScope,
  account: { id: string; email: string; displayName: string; passwordHash: string },
): Promise<void> {
  await db.insert(accounts).values({ ...account, createdAt: now })
}

export async function readCredentials(
  { db }: PublicScope,
  id: string,
): Promise<{ email: string; displayName: string; passwordHash: string | null } | null> {
  const rows = await db
    .select({ email: accounts.email, displayName: accounts.displayName, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, id))
  return rows[0] ?? null
}

export async function setPassword({ db }: PublicScope, id: string, passwordHash: string): Promise<void> {
  await db.update(accounts).set({ passwordHash }).where(eq(accounts.id, id))
}

/** Ends every open session of an account, but for the one named. */
export async function endSessionsOf({ db, now }: PublicScope, accountId: string, keep: string | null): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now, endReason: 'password-changed' })
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), ...(keep ? [ne(sessions.id, keep)] : [])))
}

export async function listMySessions({ client, accountId, sessionId, now }: AccountScope): Promise<MySession[]> {
  return prepared<MySession>(
    client,
    `select id, device, started_at as "startedAt", rotated_at as "lastUsedAt", expires_at as "expiresAt", id = $2 as "isThisOne"
      from sessions where account_id = $1 and ended_at is null and expires_at > $3 order by rotated_at desc, id`,
    [accountId, sessionId, now],
  )
}

/** Ends one of the account's own sessions; false where there is none of that id. */
export async function endMySession({ db, accountId, now }: AccountScope, id: string): Promise<boolean> {
  const ended = await db
    .update(sessions)
    .set({ endedAt: now, endReason: 'revoked' })
    .where(and(eq(sessions.id, id), eq(sessions.accountId, accountId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id })
  return ended.length === 1
}
