import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildApp } from './app.ts'
import { configFrom } from './config.ts'
import { connect } from './database/connect.ts'
import { migrate } from './database/migrate.ts'
import { keepCollecting } from './files/collect-files.ts'
import { folderStore } from './files/folder-store.ts'
import { keepMailing } from './notices/notice-mails.ts'
import { keepAssessing } from './risks/assess-monthly.ts'
import { loadDemo, type DemoSignIn } from './demo/load-demo.ts'

export interface RunOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly databaseUrl: string
  readonly host: string
  readonly port: number
  readonly webDir: string | null
  readonly dataDir: string
  readonly publicUrl?: string | undefined
  /** The database is the one this installation made for itself. */
  readonly isEmbedded: boolean
}

export interface Running {
  readonly address: string
  /** Demo people and how to sign in as them; empty where no demo is offered. */
  readonly signIns: readonly DemoSignIn[]
  readonly close: () => Promise<void>
}

const loopback = ['127.0.0.1', '::1', 'localhost']

/** Starts the product over a database: migrates it, loads the demo where it is allowed and the database empty, listens. */
export async function run(options: RunOptions): Promise<Running> {
  const { env, databaseUrl, host, port, webDir, dataDir, publicUrl, isEmbedded } = options
  const isDemoAllowed =
    env['COMMONWEAL_DEMO'] === '1' || (env['COMMONWEAL_DEMO'] !== '0' && isEmbedded && loopback.includes(host))
  const config = {
    ...configFrom({
      ...env,
      DATABASE_URL: databaseUrl,
      HOST: host,
      PORT: String(port),
      COMMONWEAL_DATA_DIR: dataDir,
      COMMONWEAL_SECRET: env['COMMONWEAL_SECRET'] ?? (await keptSecret(dataDir, 'token-secret')),
      ...(publicUrl ? { COMMONWEAL_PUBLIC_URL: publicUrl } : {}),
      ...(webDir ? { COMMONWEAL_WEB_DIR: webDir } : {}),
    }),
    isDemoAllowed,
  }
  await migrate(databaseUrl)
  const pool = connect({ databaseUrl, maxConnections: config.maxConnections })
  try {
    const files = { store: folderStore(config.fileDir), quotaBytes: config.fileQuotaBytes }
    const signIns = isDemoAllowed
      ? await loadDemo(pool, { secret: await keptSecret(dataDir, 'demo-secret'), now: new Date(), files })
      : []
    const { app, house } = await buildApp({ config, pool, clock: () => new Date() })
    const stopMailing = keepMailing(pool, house.send, config.publicUrl, (error) =>
      app.log.error({ err: error }, 'notices not mailed'),
    )
    const stopCollecting = keepCollecting(pool, house.files, (error) =>
      app.log.error({ err: error }, 'files not collected'),
    )
    const address = await app.listen({ host, port })
    // The queue makes its tables beside the first requests, not before them.
    const assessing = config.hasJobs
      ? keepAssessing({
          databaseUrl,
          pool,
          clock: () => new Date(),
          onFailure: (error) => app.log.error({ err: error }, 'communities not assessed'),
        })
      : null
    return {
      address: publicUrl ?? address,
      signIns,
      close: async () => {
        await app.close()
        await Promise.all([stopMailing(), stopCollecting(), assessing?.stop()])
        await pool.end()
      },
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** A secret made once per installation and kept where only its owner reads it. */
async function keptSecret(dataDir: string, name: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, name)
  // `wx` fails where the file exists: of two processes that start at once, one makes it and both read it.
  await writeFile(path, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return (await readFile(path, 'utf8')).trim()
}

/** The process in a container: everything comes from the environment. */
async function runFromEnvironment(): Promise<void> {
  const config = configFrom(process.env)
  const running = await run({
    env: process.env,
    databaseUrl: config.databaseUrl,
    host: config.host,
    port: config.port,
    webDir: config.webDir,
    dataDir: config.dataDir ?? '/tmp/commonweal',
    publicUrl: process.env['COMMONWEAL_PUBLIC_URL'],
    isEmbedded: false,
  })
  process.stdout.write(`Commonweal listens at ${running.address}\n`)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void running.close().then(() => process.exit(0))
    })
  }
}

if (import.meta.main) {
  runFromEnvironment().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
