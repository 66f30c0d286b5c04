import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../free-port.ts'
import { isAlive } from '../process-table.ts'
import { giveTo, runAs } from './account.ts'
import { programOf } from './binaries.ts'
import { checkClusterVersion, readPassword, superuser } from './create-cluster.ts'
import type { Place } from './place.ts'
import { Refusal } from '../refusal.ts'

export interface Server {
  pid: number
  port: number
  /** Connection string for a database of this server, as the superuser. */
  urlOf(database: string): string
}

/** The server that already works on this place's cluster, or a new one. The caller holds the place's lock. */
export async function ensureServer(place: Place, { isDurable }: { isDurable: boolean }): Promise<Server> {
  checkClusterVersion(place)
  return (await adoptServer(place)) ?? startServer(place, isDurable)
}

/** Stops the server and waits until it is gone. `fast` ends sessions and writes a checkpoint, `immediate` just leaves. */
export async function stopServer(place: Place, mode: 'fast' | 'immediate'): Promise<void> {
  const file = readPidFile(place)
  if (file === null || !(await isOurs(place, file))) return
  signal(file.pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
  const deadline = Date.now() + 30_000
  while (isAlive(file.pid)) {
    if (Date.now() > deadline) throw new Refusal(`PostgreSQL (process ${file.pid}) does not stop; see ${place.log}`)
    await wait(20)
  }
}

/** Looks at postmaster.pid until it is clear: a server to use, or none (then a stale file is gone as well). */
async function adoptServer(place: Place): Promise<Server | null> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const file = readPidFile(place)
    if (file === null) return null
    if (!isAlive(file.pid) || !(await isOurs(place, file))) {
      rmSync(pidFileOf(place), { force: true })
      return null
    }
    const server = serverAt(place, file.pid, file.port)
    if (file.status === 'ready' && (await servesOurData(place, server))) return server
    if (Date.now() > deadline) throw new Refusal(`PostgreSQL (process ${file.pid}) does not answer; see ${place.log}`)
    await wait(50)
  }
}

async function startServer(place: Place, isDurable: boolean): Promise<Server> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const port = await freePort()
    writeSettings(place, port, isDurable)
    const logStart = prepareLog(place)
    const outcome = await spawnServer(place)
    if (outcome.isReady) return serverAt(place, outcome.pid, port)

    const log = readFileSync(place.log).subarray(logStart).toString('utf8')
    // Another program took the port, or sessions of a killed server have not noticed yet that it is gone.
    const mayPass = /Address already in use|still in use|lock file "[^"]+" already exists/.test(log)
    if (!mayPass || Date.now() > deadline)
      throw new Refusal(`PostgreSQL did not start. Its log ${place.log} says:\n${log.trim()}`)
    await wait(300)
  }
}

async function spawnServer(place: Place): Promise<{ pid: number; isReady: boolean }> {
  const log = openSync(place.log, 'a', 0o600)
  // A session of its own keeps Ctrl-C away from it, and the log is a file because a pipe would end with this process.
  const child = spawn(programOf(place.binaries, 'postgres'), ['-D', place.data], {
    ...runAs(place.account),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let hasEnded = false
  child.once('exit', () => (hasEnded = true))
  child.once('error', () => (hasEnded = true))
  child.unref()
  while (!hasEnded) {
    const file = readPidFile(place)
    if (file !== null && file.pid === child.pid && file.status === 'ready') return { pid: file.pid, isReady: true }
    await wait(15)
  }
  return { pid: child.pid ?? 0, isReady: false }
}

/** Our settings stand in their own file, which is written again for each start and wins over postgresql.conf. */
function writeSettings(place: Place, port: number, isDurable: boolean): void {
  const sockets = canUseSocket(place) ? place.run : ''
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...(isDurable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '10min' }),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`)
  const file = path.join(place.data, 'commonweal.conf')
  writeFileSync(file, `# Written at each start; changes here are lost.\n${lines.join('\n')}\n`, { mode: 0o600 })
  giveTo(place.account, file)
  const main = path.join(place.data, 'postgresql.conf')
  const include = "include = 'commonweal.conf'"
  if (!readFileSync(main, 'utf8').includes(include)) writeFileSync(main, `\n${include}\n`, { flag: 'a' })
}

function serverAt(place: Place, pid: number, port: number): Server {
  const credentials = `${superuser}:${encodeURIComponent(readPassword(place))}`
  const socket = canUseSocket(place) ? `?host=${encodeURIComponent(place.run)}` : ''
  return { pid, port, urlOf: (database) => `postgres://${credentials}@127.0.0.1:${port}/${database}${socket}` }
}

/** A Unix socket answers half as many queries again as TCP, but its path may have 107 bytes at most. */
function canUseSocket(place: Place): boolean {
  return process.platform !== 'win32' && Buffer.byteLength(path.join(place.run, '.s.PGSQL.65535')) <= 103
}

interface PidFile {
  pid: number
  port: number
  status: string
}

function pidFileOf(place: Place): string {
  return path.join(place.data, 'postmaster.pid')
}

function readPidFile(place: Place): PidFile | null {
  let lines: string[]
  try {
    lines = readFileSync(pidFileOf(place), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number.parseInt(lines[0] ?? '', 10)
  return Number.isNaN(pid) ? null : { pid, port: Number.parseInt(lines[3] ?? '0', 10), status: (lines[7] ?? '').trim() }
}

/** After a crash or a reboot the pid in the file may belong to any program; a postmaster works in its data folder. */
async function isOurs(place: Place, file: PidFile): Promise<boolean> {
  if (!isAlive(file.pid)) return false
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${file.pid}/cwd`) === realpathSync(place.data)
    } catch {
      return false
    }
  }
  return servesOurData(place, serverAt(place, file.pid, file.port))
}

async function servesOurData(place: Place, server: Server): Promise<boolean> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres'), connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    const answer = await client.query<{ data_directory: string }>('SHOW data_directory')
    return realpathSync(answer.rows[0]?.data_directory ?? '/') === realpathSync(place.data)
  } catch {
    // Not up yet, or not ours: the caller asks again until its patience ends.
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Opens the log with room in it; returns where this start's lines begin. */
function prepareLog(place: Place): number {
  if (existsSync(place.log) && statSync(place.log).size > 10_000_000) renameSync(place.log, `${place.log}.old`)
  closeSync(openSync(place.log, 'a', 0o600))
  return statSync(place.log).size
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
