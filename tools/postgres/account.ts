import { spawnSync } from 'node:child_process'
import { accessSync, chownSync, constants } from 'node:fs'
import { Refusal } from '../refusal.ts'

/** The account the server runs under. Null means the account of this process. */
export type Account = { name: string; uid: number; gid: number } | null

/** PostgreSQL refuses to run as root, so root hands it to the account made for it, else to the one that owns nothing. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout, 10),
    )
    if (uid && gid) return { name, uid, gid }
  }
  throw new Refusal(
    'PostgreSQL cannot run as root, and there is no account "postgres" or "nobody" to run it under. Start as an ordinary user.',
  )
}

/** Options for spawn: the account, a folder everyone may enter, and an environment without anything of ours. */
export function runAs(account: Account): { uid?: number; gid?: number; cwd: string; env: Record<string, string> } {
  const env = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' }
  return account === null ? { cwd: '/', env } : { uid: account.uid, gid: account.gid, cwd: '/', env }
}

export function giveTo(account: Account, path: string): void {
  if (account !== null) chownSync(path, account.uid, account.gid)
}

/** Whether the account can work inside this folder: all folders above it must let it pass. */
export function canEnter(folder: string, account: Account): boolean {
  if (account === null) {
    try {
      accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
      return true
    } catch {
      return false
    }
  }
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...runAs(account), stdio: 'ignore' }).status === 0
}
