import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { hashPassword } from '../access/password.ts'

export type NamedSteward = { readonly isNewAccount: false } | { readonly isNewAccount: true; readonly password: string }

/**
 * Makes sure that the holder of an e-mail address can sign in and is steward of the community. A person of the community
 * with that address is the one meant; a new account gets a password that is shown once.
 */
export async function ensureSteward(
  pool: pg.Pool,
  communityId: string,
  email: string,
  now: Date,
): Promise<NamedSteward> {
  const password = randomBytes(15).toString('base64url')
  const passwordHash = await hashPassword(password)
  const client = await pool.connect()
  try {
    await client.query('begin')
    const person = await ensurePerson(client, communityId, email, now)
    const account = await ensureAccount(client, email, person.displayName, passwordHash, now)
    await client.query(
      'update people set account_id = $3 where community_id = $1 and id = $2 and account_id is distinct from $3',
      [communityId, person.id, account.id],
    )
    await ensureRole(client, communityId, person.id, now)
    await client.query('commit')
    return account.isNew ? { isNewAccount: true, password } : { isNewAccount: false }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function ensurePerson(
  client: pg.PoolClient,
  communityId: string,
  email: string,
  now: Date,
): Promise<{ id: string; displayName: string }> {
  const found = await client.query<{ id: string; displayName: string }>(
    `select p.id::text, p.display_name as "displayName" from people p left join accounts a on a.id = p.account_id
     where p.community_id = $1 and (lower(a.email) = lower($2) or (p.account_id is null and lower(p.email) = lower($2)))
     order by p.account_id is null, p.id limit 1`,
    [communityId, email],
  )
  if (found.rows[0]) return found.rows[0]
  const person = { id: uuidv7(), displayName: email.slice(0, email.indexOf('@')) }
  await client.query(
    'insert into people (community_id, id, display_name, email, recorded_at) values ($1, $2, $3, $4, $5)',
    [communityId, person.id, person.displayName, email, now],
  )
  return person
}

async function ensureAccount(
  client: pg.PoolClient,
  email: string,
  displayName: string,
  passwordHash: string,
  now: Date,
): Promise<{ id: string; isNew: boolean }> {
  const id = uuidv7()
  const made = await client.query(
    `insert into accounts (id, email, display_name, password_hash, created_at) values ($1, $2, $3, $4, $5) on conflict (lower(email)) do nothing`,
    [id, email, displayName, passwordHash, now],
  )
  if (made.rowCount === 1) return { id, isNew: true }
  const found = await client.query<{ id: string }>('select id::text from accounts where lower(email) = lower($1)', [
    email,
  ])
  return { id: found.rows[0]?.id ?? id, isNew: false }
}

/** One open role a person: another one ends today. */
async function ensureRole(client: pg.PoolClient, communityId: string, personId: string, now: Date): Promise<void> {
  const today = `($3::timestamptz at time zone (select timezone from communities where id = $1))::date`
  const open = await client.query(
    `select 1 from roles where community_id = $1 and person_id = $2 and role = 'steward' and to_on is null`,
    [communityId, personId],
  )
  if (open.rowCount !== 0) return
  await client.query(
    `update roles set to_on = greatest(${today}, from_on), recorded_at = greatest($3, recorded_at + interval '1 microsecond'), is_recorded_assumed = false
     where community_id = $1 and person_id = $2 and to_on is null`,
    [communityId, personId, now],
  )
  await client.query(
    `insert into roles (community_id, id, person_id, role, from_on, recorded_at) values ($1, $4, $2, 'steward', ${today}, $3)`,
    [communityId, personId, now, uuidv7()],
  )
}
