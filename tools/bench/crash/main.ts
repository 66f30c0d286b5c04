import { fork, execFileSync, type ChildProcess } from 'node:child_process'
import { createSigner } from 'fast-jwt'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '../../../apps/api/src/database/migrate.ts'
import { freePort } from '../../free-port.ts'
import { serverAccount } from '../../postgres/account.ts'
import { ensureDatabase, takeLease, type Lease } from '../../postgres/lease.ts'
import { placeAt, scratchRoot } from '../../postgres/place.ts'
import { ensureServer } from '../../postgres/server.ts'

const SECRET = 'a crash test secret of at least thirty-two bytes'
const KILLS = 20
const WRITERS = 8

interface Seat {
  readonly communityId: string
  readonly token: string
}

/** What the writers were told: names acknowledged, and those whose fate they do not know. */
interface Ledger {
  readonly acknowledged: Set<string>
  readonly open: Map<string, string>
}

/**
 * `pnpm bench crash`: kills the server and the database under writes, twenty times each, on a durable cluster. Nothing
 * acknowledged may be lost, nothing repeated under its key may be doubled. A control run without durable commits has to
 * lose something, or the test could not fail.
 */
export async function crash(): Promise<boolean> {
  const durable = await runWith('on', [
    ...Array<Victim>(KILLS).fill('server'),
    ...Array<Victim>(KILLS).fill('database'),
  ])
  console.log(
    `durable: ${durable.kills} kills, ${durable.acknowledged} acknowledged, ${durable.lost} lost, ${durable.doubled} doubled, ${durable.repeated} repeated after a broken answer`,
  )
  const control = await runWith('off', Array<Victim>(KILLS).fill('database'))
  console.log(
    `control without durable commits: ${control.kills} kills, ${control.acknowledged} acknowledged, ${control.lost} lost (must be more than none)`,
  )
  return durable.lost === 0 && durable.doubled === 0 && durable.repeated > 0 && control.lost > 0
}

type Victim = 'server' | 'database'

async function runWith(synchronousCommit: 'on' | 'off', victims: readonly Victim[]) {
  const account = serverAccount()
  const home = mkdtempSync(path.join(scratchRoot(tmpdir(), account), 'commonweal-crash-'))
  chmodSync(home, 0o755)
  const place = placeAt(home, account)
  const lease = await takeLease(place, { isDurable: true, isTemporary: true })
  let server: ChildProcess | null = null
  try {
    await ensureDatabase(lease.server, 'crash')
    let databaseUrl = lease.server.urlOf('crash')
    await migrate(databaseUrl)
    await asking(databaseUrl, (client) =>
      client.query(`alter database crash set synchronous_commit = ${synchronousCommit}`),
    )
    const seat = await takeSeat(databaseUrl)
    const ledger: Ledger = { acknowledged: new Set(), open: new Map() }
    let repeated = 0
    for (const victim of victims) {
      const port = await freePort()
      server = await startServer(databaseUrl, port)
      repeated += await repeatOpen(port, seat, ledger)
      const isOver = { is: false }
      const writers = Array.from({ length: WRITERS }, () => write(port, seat, ledger, isOver))
      await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 350))
      if (victim === 'database') killDatabase(lease)
      server.kill('SIGKILL')
      isOver.is = true
      await Promise.all(writers)
      if (victim === 'database') {
        const again = await ensureServer(place, { isDurable: true })
        Object.assign(lease.server, again)
        databaseUrl = again.urlOf('crash')
      }
    }
    const port = await freePort()
    server = await startServer(databaseUrl, port)
    repeated += await repeatOpen(port, seat, ledger)
    const counts = await asking(databaseUrl, async (client) => {
      const { rows } = await client.query<{ name: string; n: string }>(
        'select name, count(*) as n from organisations group by name',
      )
      return new Map(rows.map((row) => [row.name, Number(row.n)]))
    })
    const lost = [...ledger.acknowledged].filter((name) => !counts.has(name)).length
    const doubled = [...counts.values()].filter((n) => n > 1).length
    return { kills: victims.length, acknowledged: ledger.acknowledged.size, lost, doubled, repeated }
  } finally {
    server?.kill('SIGKILL')
    await lease.release()
  }
}

/** The postmaster and every process of it at once, as a power cut would, but for the kernel's own memory. */
function killDatabase(lease: Lease): void {
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(lease.server.pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
  for (const pid of [lease.server.pid, ...children.map(Number)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // A backend that ended by itself meanwhile is as dead as it should be.
    }
  }
}

async function write(port: number, seat: Seat, ledger: Ledger, isOver: { is: boolean }): Promise<void> {
  while (!isOver.is) {
    const name = `Partner ${randomUUID()}`
    const key = randomUUID()
    ledger.open.set(name, key)
    if (!(await add(port, seat, name, key))) return
    ledger.open.delete(name)
    ledger.acknowledged.add(name)
  }
}

/** Repeats under their keys what broke off without an answer, as a client does. Returns how many. */
async function repeatOpen(port: number, seat: Seat, ledger: Ledger): Promise<number> {
  const open = [...ledger.open]
  for (const [name, key] of open) {
    if (!(await add(port, seat, name, key))) throw new Error('a repeat after the restart was not answered')
    ledger.open.delete(name)
    ledger.acknowledged.add(name)
  }
  return open.length
}

async function add(port: number, { communityId, token }: Seat, name: string, key: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/communities/${communityId}/partners`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ name, sector: 'ngo', legalStatus: 'civic' }),
    })
    if (answer.status === 201) return (await answer.text()).length > 0
    if (answer.status < 500) throw new Refused(await answer.text())
    return false
  } catch (error) {
    if (error instanceof Refused) throw error
    return false
  }
}

class Refused extends Error {}

async function asking<Result>(databaseUrl: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function takeSeat(databaseUrl: string): Promise<Seat> {
  const [communityId, accountId, sessionId, personId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await asking(databaseUrl, async (client) => {
    await client.query(
      `insert into communities (id, slug, name, country, timezone, currency, source, created_at, recorded_at) values ($1, 'crash', 'Crash', 'DK', 'UTC', 'EUR', 'crash', now(), now())`,
      [communityId],
    )
    await client.query(
      `insert into accounts (id, email, display_name, created_at) values ($1, 'steward@crash.example', 'Steward', now())`,
      [accountId],
    )
    await client.query(
      `insert into sessions (id, account_id, token_hash, rotated_at, started_at, expires_at) values ($1, $2, 'none', now(), now(), now() + interval '1 day')`,
      [sessionId, accountId],
    )
    await client.query(
      `insert into people (community_id, id, display_name, account_id, recorded_at) values ($1, $2, 'Steward', $3, now())`,
      [communityId, personId, accountId],
    )
    await client.query(
      `insert into roles (community_id, id, person_id, role, recorded_at) values ($1, $2, $3, 'steward', now())`,
      [communityId, randomUUID(), personId],
    )
  })
  const sign = createSigner({
    key: SECRET,
    algorithm: 'HS256',
    iss: 'commonweal',
    aud: 'commonweal-api',
    expiresIn: 3_600_000,
    header: { alg: 'HS256', typ: 'at+jwt' },
  })
  return { communityId, token: sign({ sub: accountId, sid: sessionId }) }
}

function startServer(databaseUrl: string, port: number): Promise<ChildProcess> {
  const child = fork(
    new URL('../../../apps/api/bench/product.ts', import.meta.url),
    [databaseUrl, SECRET, String(port)],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  )
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}
