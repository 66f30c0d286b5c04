import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

export type Database = NodePgDatabase<Record<string, never>>

const DATE = 1082
const INT8 = 20

/**
 * A day stays the text it is; a 64-bit integer becomes a number where that is exact and an error where it is not,
 * so that money never rounds silently.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text
    if (oid === INT8) return exactInteger
    return pg.types.getTypeParser(oid, format)
  }) as typeof pg.types.getTypeParser,
}

function exactInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer out of the exact range: ${text}`)
  return value
}

export interface PoolOptions {
  readonly databaseUrl: string
  readonly maxConnections?: number
}

export function connect({ databaseUrl, maxConnections = 10 }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: maxConnections,
    types,
    application_name: 'commonweal',
    // Lists and points are few shapes used by many tenants: one plan each, see docs/adr/0004.
    options: '-c plan_cache_mode=auto -c timezone=UTC -c jit=off',
  })
  // An idle connection that breaks is replaced by the pool; requests in flight see their own error.
  pool.on('error', () => {})
  return pool
}

export function databaseOver(client: pg.Pool | pg.PoolClient): Database {
  return drizzle(client)
}
