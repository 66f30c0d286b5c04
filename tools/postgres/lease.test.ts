import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { commandOf, isAlive, parentOf, stampOf } from '../process-table.ts'
import { serverAccount } from './account.ts'
import { createCluster } from './create-cluster.ts'
import { ensureDatabase, livingLeases, takeLease } from './lease.ts'
import type { Place } from './place.ts'
import { placeAt, scratchRoot } from './place.ts'

const account = serverAccount()
const holders: ChildProcess[] = []
let seed: Place
let place: Place

function newPlace(): Place {
  const home = mkdtempSync(path.join(scratchRoot(tmpdir(), account), 'commonweal-launcher-'))
  chmodSync(home, 0o755)
  return placeAt(home, account)
}

/** A copy of a cluster made once: making one takes longer than all that is tested here. */
beforeAll(() => {
  seed = newPlace()
  createCluster(seed, { isDurable: false })
})
afterAll(() => rmSync(seed.home, { recursive: true, force: true }))

beforeEach(() => {
  place = newPlace()
  spawnSync('cp', ['-a', seed.data, seed.passwordFile, place.home])
})

afterEach(async () => {
  for (const holder of holders.splice(0)) await end(holder, 'SIGKILL')
  const last = await takeLease(place)
  await last.release()
  rmSync(place.home, { recursive: true, force: true })
})

test('a cold start makes a cluster with a password only its owner reads, and keeps its data', async () => {
  for (const made of [place.data, place.passwordFile]) rmSync(made, { recursive: true })
  const first = await takeLease(place)
  await ensureDatabase(first.server, 'kept')
  await ensureDatabase(first.server, 'kept')
  await ask(first.server.urlOf('kept'), 'CREATE TABLE pledges AS SELECT 1 AS amount')
  await first.release()
  expect(isAlive(first.server.pid)).toBe(false)

  const second = await takeLease(place)
  expect(await ask(second.server.urlOf('kept'), 'SELECT amount FROM pledges')).toEqual([{ amount: 1 }])
  expect(statSync(place.passwordFile).mode & 0o777).toBe(0o600)
  await second.release()
})

test('the server runs until the last lease ends, in whatever order they end', async () => {
  const [holder, serverPid] = await hold()
  const mine = await takeLease(place)
  expect(mine.server.pid).toBe(serverPid)
  expect(livingLeases(place)).toBe(2)

  await end(holder, 'SIGTERM')
  expect(await ask(mine.server.urlOf('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await mine.release()
  expect(isAlive(serverPid)).toBe(false)
})

test('two processes that start at the same moment share one server', async () => {
  const [[, one], [, other]] = await Promise.all([hold(), hold()])
  expect(one).toBe(other)
})

test('when a process is killed, its guard stops the server', async () => {
  const [holder, serverPid] = await hold()
  await end(holder, 'SIGKILL')
  await until(() => !isAlive(serverPid))
  expect(readdirSync(place.leases)).toEqual([])
})

test('when a process is killed, its guard leaves the server to the other leases', async () => {
  const [holder, serverPid] = await hold()
  const mine = await takeLease(place)
  await end(holder, 'SIGKILL')
  await until(() => readdirSync(place.leases).length === 1)
  expect(isAlive(serverPid)).toBe(true)
  await mine.release()
  expect(isAlive(serverPid)).toBe(false)
})

test.runIf(process.platform === 'linux')('a server that outlived its process and its guard is adopted', async () => {
  const [holder, serverPid] = await hold()
  for (const child of childrenOf(holder.pid ?? 0))
    if (commandOf(child).includes('guard.ts')) process.kill(child, 'SIGKILL')
  await end(holder, 'SIGKILL')
  await wait(300)
  expect(isAlive(serverPid)).toBe(true)

  const mine = await takeLease(place)
  expect(mine.server.pid).toBe(serverPid)
  await mine.release()
  expect(isAlive(serverPid)).toBe(false)
})

test('after server and process are killed together, the next start recovers what was committed', async () => {
  const [holder, serverPid] = await hold()
  const beside = await takeLease(place)
  await ask(beside.server.urlOf('postgres'), 'CREATE TABLE receipts AS SELECT generate_series(1, 500) AS id')
  process.kill(serverPid, 'SIGKILL')
  await end(holder, 'SIGKILL')
  await beside.release()

  const mine = await takeLease(place)
  expect(mine.server.pid).not.toBe(serverPid)
  expect(await ask(mine.server.urlOf('postgres'), 'SELECT count(*)::int AS n FROM receipts')).toEqual([{ n: 500 }])
  await mine.release()
})

test('a pid file of a dead process, or of a program that got its pid, does not stop a start', async () => {
  await (await takeLease(place)).release()
  for (const pid of [999_999_999, process.pid]) {
    writeFileSync(path.join(place.data, 'postmaster.pid'), `${pid}\n${place.data}\n0\n5432\n\n127.0.0.1\n0\nready\n`)
    const lease = await takeLease(place)
    expect(lease.server.pid).not.toBe(pid)
    await lease.release()
  }
})

test('leases of dead processes do not count', async () => {
  const mine = await takeLease(place)
  writeFileSync(path.join(place.leases, 'dead.json'), JSON.stringify({ pid: 999_999_999, stamp: 'gone' }))
  // The same pid with another stamp: the process that took the lease is gone, its pid was given away.
  writeFileSync(
    path.join(place.leases, 'reused.json'),
    JSON.stringify({ pid: process.pid, stamp: `${stampOf(process.pid)}0` }),
  )
  expect(livingLeases(place)).toBe(1)
  await mine.release()
  expect(isAlive(mine.server.pid)).toBe(false)
})

test('an interrupted making of the cluster is not taken for a cluster', async () => {
  rmSync(place.data, { recursive: true })
  mkdirSync(path.join(place.home, 'unfinished-abc', 'data'), { recursive: true })
  writeFileSync(path.join(place.home, 'unfinished-abc', 'data', 'PG_VERSION'), '18\n')
  const lease = await takeLease(place)
  expect(existsSync(path.join(place.home, 'unfinished-abc'))).toBe(false)
  await lease.release()
})

test('a cluster of another PostgreSQL version is refused with a sentence', async () => {
  await (await takeLease(place)).release()
  const file = path.join(place.data, 'PG_VERSION')
  const version = readFileSync(file, 'utf8')
  writeFileSync(file, '17\n')
  await expect(takeLease(place)).rejects.toThrow('was made by PostgreSQL 17')
  writeFileSync(file, version)
})

async function hold(): Promise<[ChildProcess, number]> {
  const holder = spawn(process.execPath, [path.join(import.meta.dirname, 'hold-lease.ts'), place.home], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  holders.push(holder)
  const [line] = (await once(holder.stdout, 'data')) as [Buffer]
  return [holder, Number(line.toString('utf8'))]
}

async function end(holder: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (holder.exitCode !== null || holder.signalCode !== null) return
  const exited = once(holder, 'exit')
  holder.kill(signal)
  await exited
}

async function ask(connectionString: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(query)).rows
  } finally {
    await client.end()
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((child) => child > 0 && parentOf(child) === pid)
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error('It did not happen within 15 seconds.')
    await wait(50)
  }
}
