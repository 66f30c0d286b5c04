import { type ChildProcess, fork } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '../../../apps/api/src/database/migrate.ts'
import { serverAccount } from '../../postgres/account.ts'
import { ensureDatabase, takeLease } from '../../postgres/lease.ts'
import { placeAt, scratchRoot } from '../../postgres/place.ts'
import type { Verdict } from '../api/main.ts'
import { fillWithCommunities } from './fill-with-communities.ts'

const WORKERS = 2
const PARTNERS = 50
const MOST_SECONDS = 60
const FULL = 2000

interface Assessed {
  readonly communities: number
  readonly cpuSeconds: number
  readonly maxRssMb: number
}

/** Many communities of fifty partners, each read from PostgreSQL and assessed for its latest month, by two processes. */
export async function communities(count: number, say: (text: string) => void): Promise<Verdict[]> {
  const account = serverAccount()
  const home = mkdtempSync(path.join(scratchRoot(tmpdir(), account), 'commonweal-bench-'))
  chmodSync(home, 0o755)
  const lease = await takeLease(placeAt(home, account), { isDurable: false, isTemporary: true })
  const children: ChildProcess[] = []
  try {
    await ensureDatabase(lease.server, 'bench')
    const databaseUrl = lease.server.urlOf('bench')
    await migrate(databaseUrl)
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    try {
      await fillWithCommunities(client, count, PARTNERS, say)
    } finally {
      await client.end()
    }
    const began = performance.now()
    const assessed = await Promise.all(
      Array.from({ length: WORKERS }, (_, index) => {
        const child = fork(new URL('assess-communities.ts', import.meta.url), [
          databaseUrl,
          String(WORKERS),
          String(index),
        ])
        children.push(child)
        return answerOf(child)
      }),
    )
    const seconds = (performance.now() - began) / 1000
    const total = assessed.reduce((sum, one) => sum + one.communities, 0)
    const cpu = assessed.reduce((sum, one) => sum + one.cpuSeconds, 0)
    const memory = Math.max(...assessed.map((one) => one.maxRssMb))
    const allowed = (MOST_SECONDS * count) / FULL
    return [
      {
        text: `${total} communities of ${PARTNERS} partners read from PostgreSQL and assessed in ${seconds.toFixed(1)} s by ${WORKERS} processes (their own processor time ${cpu.toFixed(1)} s), at most ${allowed} s; ${memory.toFixed(0)} MB a process`,
        isMet: total === count && seconds <= allowed,
      },
    ]
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await lease.release()
  }
}

function answerOf(child: ChildProcess): Promise<Assessed> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as Assessed))
    child.once('exit', (code) => reject(new Error(`an assessing process ended with ${code}`)))
  })
}
