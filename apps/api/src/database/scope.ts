import type { Role } from '@commonweal/domain/access/permissions'
import type { Capacity } from '@commonweal/domain/people/person'
import type pg from 'pg'
import type { Config } from '../config.ts'
import { databaseOver, type Database } from './orm.ts'

/** What every request has: a connection, the instant, the settings. Store functions take a scope first. */
export interface PublicScope {
  readonly config: Config
  readonly pool: pg.Pool
  /** The pool, or inside `inTransaction` the one connection of the transaction. */
  readonly client: pg.Pool | pg.PoolClient
  readonly db: Database
  readonly isInTransaction: boolean
  readonly now: Date
}

/** A person with a session. */
export interface AccountScope extends PublicScope {
  readonly accountId: string
  readonly sessionId: string
}

export interface Representation {
  readonly organisationId: string
  readonly capacity: Capacity
}

/** A person in a community: what they are there and for whom they act. */
export interface Scope extends AccountScope {
  readonly communityId: string
  readonly timezone: string
  readonly currency: string
  /** The present day in the community's zone. */
  readonly today: string
  readonly personId: string
  readonly role: Role
  readonly representations: readonly Representation[]
  /** The organisation this request is made for, where the person acts for one. */
  readonly onBehalfOf: Representation | null
  /**
   * Settles a conditional cell of the permission table for the thing at hand: the organisations it belongs to.
   * Throws `forbidden` where none of them is the person's. Call it before writing.
   */
  readonly authorize: (ownerIds: readonly string[]) => void
}

/**
 * Runs the work in one transaction; the scope it gets is the only way to the connection, the outer one is shadowed on
 * purpose. Inside a transaction it joins that one.
 */
export async function inTransaction<Outer extends PublicScope, Result>(
  scope: Outer,
  work: (scope: Outer) => Promise<Result>,
): Promise<Result> {
  if (scope.isInTransaction) return work(scope)
  const client = await scope.pool.connect()
  try {
    const inner = { ...scope, client, db: databaseOver(client), isInTransaction: true }
    const [, result] = await together(client, () => [client.query('begin'), work(inner)])
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

/** What is asked at once leaves in one write, in order: the begin takes no journey of its own. */
function together<Result>(
  client: pg.PoolClient,
  ask: () => [Promise<unknown>, Promise<Result>],
): Promise<[unknown, Result]> {
  const { stream } = client.connection
  stream.cork()
  try {
    return Promise.all(ask())
  } finally {
    stream.uncork()
  }
}
