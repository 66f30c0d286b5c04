import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type pg from 'pg'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase } from '../../../tools/testing/test-database.ts'
import { buildApp } from '../src/app.ts'
import type { Config } from '../src/config.ts'
import { connect } from '../src/database/connect.ts'
import type { House } from '../src/http/serve.ts'

/** The instant every test runs at, unless it moves the clock. */
export const NOW = new Date('2026-05-15T10:00:00Z')

export interface TestApp {
  readonly app: FastifyInstance
  readonly house: House
  readonly pool: pg.Pool
  readonly clock: { now: Date }
  readonly close: () => Promise<void>
}

/** The whole api over a database of its own, with a clock the test holds. */
export async function startTestApp(settings: Partial<Config> = {}): Promise<TestApp> {
  const database = await createTestDatabase()
  const pool = connect({ databaseUrl: database.databaseUrl, maxConnections: 6 })
  const clock = { now: NOW }
  const dataDir = await mkdtemp(join(tmpdir(), 'commonweal-test-'))
  const config: Config = {
    databaseUrl: database.databaseUrl,
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://commonweal.test',
    webDir: null,
    secret: 'a secret of at least thirty-two bytes for tests',
    isDemoAllowed: false,
    dataDir,
    fileDir: join(dataDir, 'files'),
    fileQuotaBytes: 100_000_000,
    maxConnections: 6,
    trustedProxies: 0,
    smtpUrl: null,
    mailFrom: 'Commonweal <commonweal@commonweal.test>',
    hasJobs: false,
    isQuiet: true,
    ...settings,
  }
  const { app, house } = await buildApp({ config, pool, clock: () => clock.now })
  await app.ready()
  return {
    app,
    house,
    pool,
    clock,
    close: async () => {
      await app.close()
      await pool.end()
      await database.drop()
      await rm(dataDir, { recursive: true })
    },
  }
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly token?: string | undefined
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** One request as a client makes it; `url` is below `/api/v1`. */
export function ask(
  app: FastifyInstance,
  { method = 'GET', url, token, body, headers = {} }: Ask,
): Promise<LightMyRequestResponse> {
  return app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  })
}

export interface ReceivedMail {
  readonly subject: string
  readonly text: string
  /** The secret part of the link in it, where it has one. */
  readonly token: string
}

/** Mails that lie in the outbox for an address, oldest first. */
export async function mailsTo({ house }: TestApp, address: string): Promise<ReceivedMail[]> {
  const folder = join(house.config.dataDir ?? '', 'outbox')
  const names = await readdir(folder).catch(() => [])
  const mails = await Promise.all(names.toSorted().map((name) => readFile(join(folder, name), 'utf8')))
  return mails
    .filter((mail) => mail.includes(`To: ${address}`))
    .map((mail) => {
      const text = mail.slice(mail.indexOf('\n\n') + 2).replaceAll('=\n', '')
      return { subject: /^Subject: (.*)$/m.exec(mail)?.[1] ?? '', text, token: /#([\w-]{43})/.exec(text)?.[1] ?? '' }
    })
}
