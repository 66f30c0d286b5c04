import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Config {
  readonly databaseUrl: string
  readonly host: string
  readonly port: number
  /** The address people use; links and cookies follow it. */
  readonly publicUrl: string
  /** Built SPA to serve, or null for the API alone. */
  readonly webDir: string | null
  /** Key of the access tokens; at least 32 bytes. */
  readonly secret: string
  readonly isDemoAllowed: boolean
  /** Where secrets and stored files of this installation lie. */
  readonly dataDir: string | null
  /** Where the files people attach lie: a folder every copy of the server sees. */
  readonly fileDir: string
  /** How many bytes the files of one community may take. */
  readonly fileQuotaBytes: number
  readonly maxConnections: number
  /** How many addresses in front of the server may be believed for the client's address; 0 believes none. */
  readonly trustedProxies: number
  /** smtp(s) address of the mail server; without it mails are laid into the outbox folder. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Whether this process does what falls due by the calendar. */
  readonly hasJobs: boolean
  readonly isQuiet: boolean
}

const MEGABYTE = 1024 * 1024

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment once and names all faults at once. Throws an Error whose message a person can act on. */
export function configFrom(env: Environment): Config {
  const faults: string[] = []
  const databaseUrl = env['DATABASE_URL'] ?? ''
  if (!databaseUrl) faults.push('DATABASE_URL is missing: the address of a PostgreSQL database')
  const port = wholeNumber(env, 'PORT', 4310, 0, 65_535, faults)
  const host = env['HOST'] ?? '127.0.0.1'
  const publicUrl = env['COMMONWEAL_PUBLIC_URL'] ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  if (!/^https?:\/\/[^/]+\/?$/.test(publicUrl))
    faults.push('COMMONWEAL_PUBLIC_URL is not an address like https://commonweal.example')
  const secret = env['COMMONWEAL_SECRET'] ?? ''
  if (Buffer.byteLength(secret) < 32) faults.push('COMMONWEAL_SECRET is missing or shorter than 32 bytes')
  const maxConnections = wholeNumber(env, 'COMMONWEAL_DATABASE_CONNECTIONS', 10, 1, 500, faults)
  const trustedProxies = wholeNumber(env, 'COMMONWEAL_TRUSTED_PROXIES', 0, 0, 10, faults)
  const files = filesFrom(env, env['COMMONWEAL_DATA_DIR'], faults)
  if (faults.length > 0) throw new Error(`The settings are not complete:\n- ${faults.join('\n- ')}`)
  return {
    databaseUrl,
    host,
    port,
    publicUrl: publicUrl.replace(/\/$/, ''),
    webDir: env['COMMONWEAL_WEB_DIR'] ?? null,
    secret,
    isDemoAllowed: env['COMMONWEAL_DEMO'] === '1',
    dataDir: env['COMMONWEAL_DATA_DIR'] ?? null,
    ...files,
    maxConnections,
    trustedProxies,
    smtpUrl: env['COMMONWEAL_SMTP_URL'] || null,
    mailFrom: env['COMMONWEAL_MAIL_FROM'] ?? 'Commonweal <commonweal@localhost>',
    hasJobs: env['COMMONWEAL_JOBS'] !== '0',
    isQuiet: env['COMMONWEAL_LOG'] === 'quiet',
  }
}

/** Where files lie: a folder of the data folder unless told; without a data folder they last as long as the machine is up. */
export function filesFrom(
  env: Environment,
  dataDir: string | undefined,
  faults: string[],
): Pick<Config, 'fileDir' | 'fileQuotaBytes'> {
  return {
    fileDir: env['COMMONWEAL_FILE_DIR'] || join(dataDir ?? join(tmpdir(), 'commonweal'), 'files'),
    fileQuotaBytes: wholeNumber(env, 'COMMONWEAL_FILE_QUOTA_MB', 1000, 1, 1_000_000, faults) * MEGABYTE,
  }
}

function wholeNumber(
  env: Environment,
  name: string,
  usual: number,
  least: number,
  most: number,
  faults: string[],
): number {
  const text = env[name]
  if (text === undefined || text === '') return usual
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  faults.push(`${name} is not a whole number from ${least} to ${most}`)
  return usual
}
