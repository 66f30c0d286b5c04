import path from 'node:path'
import { Refusal } from './refusal.ts'

export const repository = path.resolve(import.meta.dirname, '..')

export interface Settings {
  host: string
  port: number
  /** Null means the embedded database. */
  databaseUrl: string | null
  /** Everything an installation keeps: the embedded database, keys, files. */
  dataDir: string
  /** Null means the bound address. */
  publicUrl: string | null
}

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    host: env['HOST'] || '127.0.0.1',
    port: readPort(env['PORT'] || '4310'),
    databaseUrl: readDatabaseUrl(env['DATABASE_URL'] || null),
    dataDir: env['COMMONWEAL_DATA_DIR'] ? fromCaller(env, env['COMMONWEAL_DATA_DIR']) : path.join(repository, '.data'),
    publicUrl: readPublicUrl(env['COMMONWEAL_PUBLIC_URL'] || null),
  }
}

/** The environment without the settings of an installation: a test must never meet somebody's real database. */
export function withoutSettings(env: NodeJS.ProcessEnv): Record<string, string> {
  const isSetting = /^(COMMONWEAL_.*|PG[A-Z]+|DATABASE_URL|PORT|HOST|NODE_ENV)$/
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !isSetting.test(entry[0]),
    ),
  )
}

/** Where the caller stood when pnpm started this script in the root of the repository. */
export function callerFolder(env: NodeJS.ProcessEnv): string {
  return env['INIT_CWD'] || process.cwd()
}

function fromCaller(env: NodeJS.ProcessEnv, folder: string): string {
  return path.resolve(callerFolder(env), folder)
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new Refusal(`PORT is "${text}", but a port is a number from 0 to 65535.`)
  return port
}

function readDatabaseUrl(text: string | null): string | null {
  if (text === null || /^postgres(ql)?:\/\//.test(text)) return text
  throw new Refusal('DATABASE_URL must be an address such as postgres://user:password@host:5432/database.')
}

function readPublicUrl(text: string | null): string | null {
  if (text === null) return null
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw new Refusal(
      `COMMONWEAL_PUBLIC_URL is "${text}", but it must be an address such as https://commons.example.org.`,
    )
  }
  return text.replace(/\/+$/, '')
}
