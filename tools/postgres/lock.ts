import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { stampOf } from '../process-table.ts'
import { Refusal } from '../refusal.ts'

/**
 * Runs `work` while holding a lock that all processes of this machine see as the file `path`. The lock of a process that
 * died is taken over, so nobody has to remove files by hand. Throws after `patienceMs` of waiting for a living holder.
 */
export async function withLock<T>(path: string, work: () => Promise<T>, patienceMs = 120_000): Promise<T> {
  const ticket = `${path}.${randomUUID()}`
  writeFileSync(ticket, JSON.stringify({ pid: process.pid, stamp: stampOf(process.pid), ticket }), { mode: 0o600 })
  try {
    const deadline = Date.now() + patienceMs
    while (!take(ticket, path)) {
      if (Date.now() > deadline)
        throw new Refusal(`Another process has held ${path} for too long (see the pid inside it).`)
      await wait(25)
    }
    try {
      return await work()
    } finally {
      rmSync(path, { force: true })
    }
  } finally {
    rmSync(ticket, { force: true })
  }
}

function take(ticket: string, path: string): boolean {
  if (linked(ticket, path)) return true
  const holder = read(path)
  if (holder === null || isHeld(holder)) return false
  return takeOver(ticket, path, holder)
}

/**
 * Only one process may replace a given dead holder: the one that wins a second link named after that holder. The holder
 * is read again under that link, because somebody may have replaced it and finished in between.
 */
function takeOver(ticket: string, path: string, dead: Holder): boolean {
  const right = `${dead.ticket}.heir`
  if (!linked(ticket, right)) {
    const heir = read(right)
    if (heir !== null && !isHeld(heir)) rmSync(right, { force: true })
    return false
  }
  try {
    if (read(path)?.ticket !== dead.ticket) return false
    const copy = `${ticket}.copy`
    linkSync(ticket, copy)
    renameSync(copy, path)
    rmSync(dead.ticket, { force: true })
    return true
  } finally {
    rmSync(right, { force: true })
  }
}

interface Holder {
  pid: number
  stamp: string | null
  ticket: string
}

function isHeld(holder: Holder): boolean {
  return stampOf(holder.pid) === holder.stamp
}

function read(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
