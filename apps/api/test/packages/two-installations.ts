import type pg from 'pg'
import { createTestDatabase } from '../../../../tools/testing/test-database.ts'
import { connect } from '../../src/database/connect.ts'

export interface TwoInstallations {
  readonly here: pg.Pool
  readonly there: pg.Pool
  readonly close: () => Promise<void>
}

/** Two empty databases, for what leaves one installation and enters another. */
export async function twoInstallations(): Promise<TwoInstallations> {
  const databases = [await createTestDatabase(), await createTestDatabase()] as const
  const [here, there] = databases.map(({ databaseUrl }) => connect({ databaseUrl, maxConnections: 3 })) as [
    pg.Pool,
    pg.Pool,
  ]
  return {
    here,
    there,
    close: async () => {
      await Promise.all([here.end(), there.end()])
      await Promise.all(databases.map((database) => database.drop()))
    },
  }
}
