import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import { assess } from './assessments.actions.ts'
import { listTimezones, listUnassessed } from './assessments.store.ts'

const DUE = 'risks-due'
const ASSESS = 'risks-assess'
const SCHEMA = 'pgboss'

/** Five past midnight of the first day of each month, in the clock of a zone. */
const FIRST_OF_MONTH = '5 0 1 * *'
/** Each night what was missed is looked for, and zones of new communities get their schedule. */
const NIGHTLY = '20 3 * * *'

const PAGE = 500
const BATCH = 20
const POLL_SECONDS = 5
const LONGEST_STOP_MS = 20_000

export interface AssessingParts {
  readonly databaseUrl: string
  readonly pool: pg.Pool
  readonly clock: () => Date
  readonly onFailure: (error: unknown) => void
}

export interface Assessing {
  /** Settles when the queue works; never rejects: what goes wrong is told to `onFailure`. */
  readonly started: Promise<void>
  /** Lets the batch at work end, then leaves. */
  readonly stop: () => Promise<void>
}

/**
 * Assesses every community in the first minutes of each month of its own clock, and after a pause whatever was missed. One job a
 * community, once however many processes serve the database. Starts beside the caller, who need not wait.
 */
export function keepAssessing({ databaseUrl, pool, clock, onFailure }: AssessingParts): Assessing {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: SCHEMA,
    max: 2,
    application_name: 'commonweal-jobs',
  })
  boss.on('error', onFailure)
  const started = start(boss, pool, clock, onFailure).catch(onFailure)
  return {
    started,
    stop: async () => {
      await started
      await boss.stop({ graceful: true, timeout: LONGEST_STOP_MS }).catch(onFailure)
    },
  }
}

async function start(
  boss: PgBoss,
  pool: pg.Pool,
  clock: () => Date,
  onFailure: (error: unknown) => void,
): Promise<void> {
  await boss.start()
  await boss.createQueue(DUE, { policy: 'short', retryLimit: 3, retryDelay: 60 })
  await boss.createQueue(ASSESS, { policy: 'exclusive', retryLimit: 5, retryDelay: 60, retryBackoff: true })
  await boss.work(DUE, { pollingIntervalSeconds: POLL_SECONDS }, () => askForAssessments(boss, pool, clock()))
  await boss.work<{ communityId: string }>(
    ASSESS,
    // While batches come back full the next one is taken at once: on the first of a month there are many.
    { pollingIntervalSeconds: POLL_SECONDS, batchSize: BATCH, burstWhenBatchFull: true },
    async (jobs) => {
      const failures: unknown[] = []
      for (const { data } of jobs) {
        await inOwnTransaction(pool, (client) => assess({ client, communityId: data.communityId, now: clock() })).catch(
          (error: unknown) => failures.push(error),
        )
      }
      // A community that fails is tried again with its batch; those that were assessed have nothing left to do then.
      for (const failure of failures) onFailure(failure)
      if (failures.length > 0) throw failures[0]
    },
  )
  await boss.schedule(DUE, NIGHTLY, {}, { key: 'nightly' })
  await boss.send(DUE, {})
}

/** Every zone in use has its schedule; every community without a word on its present month gets a job. */
async function askForAssessments(boss: PgBoss, pool: pg.Pool, now: Date): Promise<void> {
  for (const tz of await listTimezones(pool)) {
    await boss.schedule(DUE, FIRST_OF_MONTH, {}, { tz, key: tz.replaceAll(/[^\w/-]/g, '_'), missed: 'once' })
  }
  for (let after: string | null = null; ;) {
    const ids: string[] = await listUnassessed(pool, now, after, PAGE)
    if (ids.length === 0) return
    await boss.insert(
      ASSESS,
      ids.map((communityId) => ({ data: { communityId }, singletonKey: communityId })),
    )
    after = ids.at(-1) ?? null
  }
}

async function inOwnTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    // A connection that cannot even roll back is not given back to the pool.
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    )
    throw error
  }
}
