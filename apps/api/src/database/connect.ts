import pg from 'pg'

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
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown
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
    // Statements sent without waiting for one another travel together, in order: one round trip for several.
    pipeline: true,
    // Lists and points are few shapes used by many tenants: one plan each, see docs/adr/0050.
    options: '-c plan_cache_mode=force_generic_plan -c timezone=UTC -c jit=off -c random_page_cost=1.1',
  })
  // An idle connection that breaks is replaced by the pool; requests in flight see their own error.
  pool.on('error', () => {})
  // A connection that breaks while it is lent out fails its next statement, which whoever holds it hears.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
