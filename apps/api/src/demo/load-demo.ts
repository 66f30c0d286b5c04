import type { Role } from '@commonweal/domain/access/permissions'
import { createHmac } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { demoBytes } from '../../demo/demo-updates.ts'
import { demoTexts, monthsToLastMonth, readDemo, shiftDemo } from '../../demo/shift-demo.ts'
import { accounts } from '../access/access.table.ts'
import { hashPassword } from '../access/password.ts'
import { databaseOver } from '../database/orm.ts'
import type { BytesPlace } from '../imports/package-bytes.ts'
import { importPackage } from '../imports/import-package.ts'
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
  readonly files: BytesPlace
}

/**
 * Loads the demo community into an empty database, its story ending last month, and returns who can sign in to it.
 * Where other communities live and the demo does not, nothing happens.
 */
export async function loadDemo(pool: pg.Pool, { secret, now, files }: Options): Promise<DemoSignIn[]> {
  const { rows } = await pool.query<{ n: number }>('select count(*) as n from communities')
  if (rows[0]?.n === 0) await importDemo(pool, now, files)
  await openAccounts(pool, secret, now)
  const people = await pool.query<{ role: Role; name: string; email: string }>(
    `select r.role, p.display_name as name, p.email from communities c
      join roles r on r.community_id = c.id and r.to_on is null
      join people p on p.community_id = c.id and p.id = r.person_id and p.account_id is not null
      where c.source = $1 order by array_position(array['steward', 'coordinator', 'member', 'viewer'], r.role), p.id`,
    [DEMO_SOURCE],
  )
  return people.rows.map((person) => ({ ...person, password: passwordFor(secret, person.email) }))
}

async function importDemo(pool: pg.Pool, now: Date, files: BytesPlace): Promise<void> {
  const demo = shiftDemo(readDemo(), monthsToLastMonth(now.toISOString().slice(0, 10)))
  const folder = await mkdtemp(join(tmpdir(), 'commonweal-demo-'))
  try {
    for (const [name, text] of demoTexts(demo)) await writeFile(join(folder, name), text)
    await mkdir(join(folder, 'files'))
    for (const [name, bytes] of demoBytes()) await writeFile(join(folder, name), bytes)
    const report = await importPackage({ pool, files, input: { folder }, target: { kind: 'by-slug' }, now })
    if (report.status !== 'done')
      throw new Error(`the demo community was refused: ${JSON.stringify(report.faults.slice(0, 5))}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Gives the demo people with a role an account, where they have none yet. */
async function openAccounts(pool: pg.Pool, secret: string, now: Date): Promise<void> {
  const { rows } = await pool.query<{ communityId: string; id: string; name: string; email: string }>(
    `select p.community_id as "communityId", p.id, p.display_name as name, p.email from communities c
      join people p on p.community_id = c.id and p.account_id is null and p.email is not null
      where c.source = $1 and exists (select 1 from roles r where r.community_id = c.id and r.person_id = p.id and r.to_on is null)
      order by p.id`,
    [DEMO_SOURCE],
  )
  const db = databaseOver(pool)
  for (const person of rows) {
    const id = uuidv7()
    await db.insert(accounts).values({
      id,
      email: person.email,
      displayName: person.name,
      passwordHash: await hashPassword(passwordFor(secret, person.email)),
      createdAt: now,
    })
    await pool.query('update people set account_id = $1 where community_id = $2 and id = $3', [
      id,
      person.communityId,
      person.id,
    ])
  }
}

function passwordFor(secret: string, email: string): string {
  return createHmac('sha256', secret).update(email).digest('base64url').slice(0, 20)
}
