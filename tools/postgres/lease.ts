import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { stampOf } from '../process-table.ts'
import { clusterExists, createCluster } from './create-cluster.ts'
import { withLock } from './lock.ts'
import type { Place } from './place.ts'
import type { Server } from './server.ts'
import { ensureServer, stopServer } from './server.ts'

export interface Lease {
  server: Server
  /** Gives the lease back; whoever is last stops the server. */
  release(): Promise<void>
}

export interface Manner {
  /** Off for tests: nothing is flushed to disk, and the server stops without a checkpoint. */
  isDurable: boolean
  /** Removes the whole place when the last lease ends. */
  isTemporary: boolean
}

export const lasting: Manner = { isDurable: true, isTemporary: false }
export const passing: Manner = { isDurable: false, isTemporary: true }

/** Makes the cluster if there is none, starts or adopts its server, and keeps it running until `release`. */
export async function takeLease(place: Place, manner: Manner = lasting): Promise<Lease> {
  const file = path.join(place.leases, `${process.pid}-${randomUUID()}.json`)
  return withLock(place.lock, async () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, stamp: stampOf(process.pid) }), { mode: 0o600 })
    const guard = startGuard(place, file, manner)
    try {
      if (!clusterExists(place)) createCluster(place, manner)
      const server = await ensureServer(place, manner)
      return {
        server,
        release: async () => {
          await endLease(place, file, manner)
          guard.stdin.end()
        },
      }
    } catch (error) {
      rmSync(file, { force: true })
      guard.stdin.end()
      throw error
    }
  })
}

/** Ends one lease; with the last living one the server stops. Does nothing when the lease has been ended before. */
export async function endLease(place: Place, file: string, manner: Manner): Promise<void> {
  await withLock(place.lock, async () => {
    rmSync(file, { force: true })
    if (livingLeases(place) > 0) return
    await stopServer(place, manner.isDurable ? 'fast' : 'immediate')
  })
  if (manner.isTemporary && livingLeases(place) === 0) rmSync(place.home, { recursive: true, force: true })
}

/** Counts the leases whose process still lives and forgets the others. */
export function livingLeases(place: Place): number {
  let count = 0
  for (const name of readdirSync(place.leases)) {
    const file = path.join(place.leases, name)
    if (isLiving(file)) count += 1
    else rmSync(file, { force: true })
  }
  return count
}

function isLiving(file: string): boolean {
  try {
    const { pid, stamp } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; stamp: string }
    return stampOf(pid) === stamp
  } catch {
    return false
  }
}

/** A process of its own session that ends the lease if this process is killed before it can do so itself. */
function startGuard(place: Place, file: string, manner: Manner) {
  const guard = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'guard.ts'), JSON.stringify({ place, file, manner })],
    {
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  )
  guard.unref()
  ;(guard.stdin as Socket).unref()
  // The pipe is there to be closed by our end; when the guard is gone first there is nothing to say.
  guard.stdin.on('error', () => undefined)
  return guard
}

/** Makes sure that the server has this database. */
export async function ensureDatabase(server: Server, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } catch (error) {
    // Two processes may make it at the same moment; either way it is there.
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505') throw error
  } finally {
    await client.end()
  }
}
