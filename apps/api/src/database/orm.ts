import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'

export type Database = NodePgDatabase

/** The query builder over a connection. Apart from `connect`, because it weighs more than all the rest of a command line. */
export function databaseOver(client: pg.Pool | pg.PoolClient): Database {
  return drizzle(client)
}
