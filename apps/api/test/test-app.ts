import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type pg from 'pg'
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
  const config: Config = {
    databaseUrl: database.databaseUrl,
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://commonweal.test',
    webDir: null,
    secret: 'a secret of at least thirty-two bytes for tests',
    isDemoAllowed: false,
    dataDir: null,
    maxConnections: 6,
    trustedProxies: 0,
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
export function ask(app: FastifyInstance, { method = 'GET', url, token, body, headers = {} }: Ask): Promise<LightMyRequestResponse> {
  return app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  })
}
