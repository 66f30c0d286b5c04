import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Account } from './account.ts'
import { canEnter, giveTo, serverAccount } from './account.ts'
import type { Binaries } from './binaries.ts'
import { canRun, copyBinaries, installedBinaries } from './binaries.ts'
import { Refusal } from '../refusal.ts'

/** Where a cluster lives, with which programs and under which account it runs. */
export interface Place {
  /** Holds everything below; belongs to the account of this process. */
  home: string
  /** The cluster itself; belongs to the server's account. */
  data: string
  /** Unix socket; belongs to the server's account. */
  run: string
  log: string
  passwordFile: string
  leases: string
  lock: string
  account: Account
  binaries: Binaries
}

const fallbackRoot = '/var/lib/commonweal'

/**
 * The place for the cluster of a data folder: inside it, or, when root's data folder is closed to the server's account,
 * under /var/lib/commonweal in a folder named after this data folder and this installation.
 */
export function placeFor(dataDir: string): Place {
  const account = serverAccount()
  const inside = path.join(dataDir, 'postgres')
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  if (account === null) return placeAt(inside, account)

  const outside = path.join(fallbackRoot, `${digestOf(dataDir)}-${installationOf(dataDir)}`)
  if (existsSync(path.join(outside, 'data', 'PG_VERSION'))) return placeAt(outside, account)
  mkdirSync(inside, { recursive: true, mode: 0o755 })
  if (canEnter(inside, account)) return placeAt(inside, account)
  if (existsSync(path.join(inside, 'data', 'PG_VERSION'))) {
    throw new Refusal(
      `The account "${account.name}", which runs PostgreSQL for root, cannot enter ${inside}, where the database lives. ` +
        'Let others pass through the folders above it (chmod o+x), or start as an ordinary user.',
    )
  }
  writeFileSync(
    path.join(inside, 'MOVED.txt'),
    `The account "${account.name}" cannot enter this folder; the database lives in ${outside}\n`,
  )
  return placeAt(outside, account)
}

/** A place in an existing folder the caller made for it, without a fallback. */
export function placeAt(home: string, account: Account): Place {
  mkdirSync(home, { recursive: true, mode: 0o755 })
  const installed = installedBinaries()
  const place = {
    home,
    data: path.join(home, 'data'),
    run: path.join(home, 'run'),
    log: path.join(home, 'server.log'),
    passwordFile: path.join(home, 'password'),
    leases: path.join(home, 'leases'),
    lock: path.join(home, 'lock'),
    account,
    binaries: account === null || canRun(installed, account) ? installed : copyBinaries(installed, fallbackRoot),
  }
  mkdirSync(place.leases, { recursive: true, mode: 0o700 })
  mkdirSync(place.run, { recursive: true, mode: 0o700 })
  giveTo(account, place.run)
  return place
}

/** A folder for clusters that live as long as their test run: the temporary one if the server's account may enter it. */
export function scratchRoot(temporary: string, account: Account): string {
  if (canEnter(temporary, account)) return temporary
  mkdirSync(fallbackRoot, { recursive: true, mode: 0o755 })
  return fallbackRoot
}

function digestOf(text: string): string {
  return createHash('sha256').update(path.resolve(text)).digest('hex').slice(0, 12)
}

/** Without it, a new clone at the path of a deleted one would find the old clone's database. */
function installationOf(dataDir: string): string {
  const file = path.join(dataDir, 'installation')
  if (!existsSync(file)) {
    try {
      writeFileSync(file, `${randomUUID().slice(0, 8)}\n`, { flag: 'wx', mode: 0o644 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return readFileSync(file, 'utf8').trim()
}
