import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../../../../tools/testing/test-database.ts'
import { connect } from '../database/connect.ts'
import { communityFields } from './community-record.ts'
import { packageFiles } from './package-files.ts'

/** Tables of a community that are no part of its package, and why. */
const tablesLeftOut: Record<string, string> = {
  occupancies: 'rebuilt from bookings and the buffers of their spaces',
  engagements: 'worked out from the facts whenever they are asked for',
  engagement_days: 'the day the engagements are of',
  engagement_marks: 'whose engagement is to be worked out anew',
  imports: 'the record of the transport itself',
  uploads: 'received and not yet part of anything; let go after a day',
  notices: 'letters to one person, whose own they are; the acts they tell of are in the activity',
}

/** Columns that never travel, and why. */
const columnsLeftOut: Record<string, string> = {
  community_id: 'the tenant; another installation has its own key',
  id: 'the id column, as the ref the row has at its source',
  revision: 'counts changes of a row here, for those who edit it here; it starts anew',
  recorded_at: 'the recorded_at column',
  is_recorded_assumed: 'an empty recorded_at',
  'people.account_id': 'sign-ins belong to the installation; the e-mail address travels',
  'invitations.token_hash': 'the link works only where it was sent',
  'communities.keeps': 'the files that are there',
}

let database: TestDatabase
let pool: pg.Pool
let columns: { table: string; column: string }[]

beforeAll(async () => {
  database = await createTestDatabase()
  pool = connect({ databaseUrl: database.databaseUrl, maxConnections: 1 })
  const found = await pool.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
     where c.table_schema = 'public' order by 1, 2`,
  )
  columns = found.rows
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const tablesOfCommunity = () => [
  ...new Set(columns.filter(({ column }) => column === 'community_id').map(({ table }) => table)),
]

describe('the package', () => {
  it('has a file for every table of a community, or a reason', () => {
    const covered = packageFiles.map((file) => file.table)
    expect(tablesOfCommunity().filter((table) => !covered.includes(table) && !(table in tablesLeftOut))).toEqual([])
    expect(covered.filter((table) => !tablesOfCommunity().includes(table))).toEqual([])
  })

  it('has a cell for every column of every table of a community, or a reason', () => {
    const missing = columns.filter(({ table, column }) => {
      if (!tablesOfCommunity().includes(table) || table in tablesLeftOut) return false
      const isCovered = packageFiles.some(
        (file) => file.table === table && file.columns.some((each) => (each.db ?? each.name) === column),
      )
      return !isCovered && !(column in columnsLeftOut) && !(`${table}.${column}` in columnsLeftOut)
    })
    expect(missing).toEqual([])
  })

  it('describes the community in every field', () => {
    const missing = columns
      .filter(({ table }) => table === 'communities')
      .map(({ column }) => column)
      .filter(
        (column) =>
          !(communityFields as readonly string[]).includes(column) &&
          !(column in columnsLeftOut) &&
          !(`communities.${column}` in columnsLeftOut),
      )
    expect(missing).toEqual([])
  })

  it('names no table or column that is not there, and leaves none out that is gone', () => {
    const known = new Set(columns.map(({ table, column }) => `${table}.${column}`))
    const named = packageFiles.flatMap((file) =>
      file.columns.flatMap((each) => (each.db && !(file.kind === 'origins') ? [`${file.table}.${each.db}`] : [])),
    )
    expect(named.filter((name) => !known.has(name))).toEqual([])
    expect(Object.keys(tablesLeftOut).filter((table) => !tablesOfCommunity().includes(table))).toEqual([])
    expect(Object.keys(columnsLeftOut).filter((name) => name.includes('.') && !known.has(name))).toEqual([])
  })

  it('keeps what rows said before of exactly the tables with a trigger for it', async () => {
    const found = await pool.query<{ table: string }>(
      `select distinct event_object_table as table from information_schema.triggers where action_statement like '%keep_versions%' order by 1`,
    )
    const versioned = packageFiles.filter((file) => file.hasKnowledge).map((file) => file.table)
    expect(found.rows.map(({ table }) => table)).toEqual(versioned.toSorted())
  })
})
