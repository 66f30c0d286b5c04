import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { ensureDatabase } from '../postgres/lease.ts'
import { startScratchCluster } from '../postgres/scratch-cluster.ts'
import './provided.ts'

const templateDatabase = 'commonweal_template'

/** Global setup of the api project: one cluster, one migrated template database that nobody can connect to any more. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const lease = await startScratchCluster()
  try {
    await ensureDatabase(lease.server, templateDatabase)
    const { migrate } = await import('../../apps/api/src/database/migrate.ts')
    await migrate(lease.server.urlOf(templateDatabase))
    await closeTemplate(lease.server.urlOf('postgres'))
  } catch (error) {
    await lease.release()
    throw error
  }
  project.provide('maintenanceUrl', lease.server.urlOf('postgres'))
  project.provide('templateDatabase', templateDatabase)
  return () => lease.release()
}

/** A database can be copied only while nobody is connected to it. */
async function closeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`ALTER DATABASE ${templateDatabase} ALLOW_CONNECTIONS false`)
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [templateDatabase])
  } finally {
    await client.end()
  }
}
