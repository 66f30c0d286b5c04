import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { giveTo, runAs } from './account.ts'
import { programOf } from './binaries.ts'
import type { Place } from './place.ts'
import { Refusal } from '../refusal.ts'

/** The major version whose clusters these binaries can open. */
const majorVersion = '18'

export const superuser = 'postgres'

export function clusterExists(place: Place): boolean {
  return existsSync(path.join(place.data, 'PG_VERSION'))
}

/** Makes the cluster in a sibling and renames it, so that an interrupted initdb is never taken for a cluster. */
export function createCluster(place: Place, { isDurable }: { isDurable: boolean }): void {
  if (!existsSync(place.passwordFile)) {
    writeFileSync(place.passwordFile, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 })
  }
  for (const name of readdirSync(place.home)) {
    if (name.startsWith('unfinished-')) rmSync(path.join(place.home, name), { recursive: true, force: true })
  }
  const sibling = mkdtempSync(path.join(place.home, 'unfinished-'))
  giveTo(place.account, sibling)
  const folder = path.join(sibling, 'data')
  const passwordCopy = path.join(sibling, 'password')
  writeFileSync(passwordCopy, readPassword(place), { mode: 0o600 })
  giveTo(place.account, passwordCopy)
  mkdirSync(folder, { mode: 0o700 })
  giveTo(place.account, folder)

  // The builtin locale provider does not depend on the locales this machine happens to have.
  const locale = ['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const login = ['-U', superuser, `--pwfile=${passwordCopy}`, '-A', 'scram-sha-256']
  const haste = isDurable ? [] : ['--no-sync']
  const made = spawnSync(
    programOf(place.binaries, 'initdb'),
    ['-D', folder, '-E', 'UTF8', ...locale, ...login, ...haste],
    {
      ...runAs(place.account),
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) {
    rmSync(sibling, { recursive: true, force: true })
    throw new Refusal(
      `PostgreSQL could not make its database folder in ${place.home}:\n${made.error?.message ?? made.stderr.trim()}`,
    )
  }
  renameSync(folder, place.data)
  rmSync(sibling, { recursive: true, force: true })
}

export function checkClusterVersion(place: Place): void {
  const found = readFileSync(path.join(place.data, 'PG_VERSION'), 'utf8').trim()
  if (found === majorVersion) return
  throw new Refusal(
    `The database in ${place.data} was made by PostgreSQL ${found}, and this release brings ${majorVersion}. Move it with that version's pg_dump and pg_restore.`,
  )
}

export function readPassword(place: Place): string {
  try {
    return readFileSync(place.passwordFile, 'utf8').trim()
  } catch {
    throw new Refusal(
      `The password of the database cannot be read: ${place.passwordFile} is missing or belongs to someone else. Put it back, or start as the user who made it.`,
    )
  }
}
