import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../../../../tools/testing/test-database.ts'
import { faultsOf, importTexts, least, type Texts } from '../../test/packages/package-work.ts'
import { community, costs, refused } from '../../test/packages/refused.ts'
import { connect } from '../database/connect.ts'

let database: TestDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await createTestDatabase()
  pool = connect({ databaseUrl: database.databaseUrl, maxConnections: 2 })
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

describe('what an import refuses', () => {
  it.each(refused)('%s', async (_rule, files, faults) => {
    const report = await importTexts(pool, { ...least, ...files })
    expect(report.status).toBe('refused')
    expect(faultsOf(report)).toEqual(faults)
    expect(report.faultsTotal).toBe(faults.length)
  })

  it('missing files', async () => {
    const report = await importTexts(pool, { 'people.csv': 'id,display_name\n' })
    expect(faultsOf(report)).toEqual([
      'community.json:- - missing-file',
      'initiatives.csv:- - missing-file',
      'organisations.csv:- - missing-file',
    ])
  })

  it('every bad row is listed with its real line, many cells over several lines included', async () => {
    const texts: Texts = {
      ...least,
      'organisations.csv':
        'id,name,sector,brings\r\no1,A,sport,"a\r\nb\r\nc"\r\no2,B,sports,\r\n\r\no3,C,nothing,"x\ny"\r\no4,D,none,\r\n',
    }
    expect(faultsOf(await importTexts(pool, texts))).toEqual(
      [5, 7, 9].map((line) => `organisations.csv:${line} sector not-in-list`),
    )
  })

  it('lists are capped, the total is told', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => `o${index},A,sports`)
    const report = await importTexts(pool, { ...least, 'organisations.csv': `id,name,sector\n${rows.join('\n')}\n` })
    expect([report.faults.length, report.faultsTotal]).toEqual([1000, 1200])
  })

  it('nothing of a refused package is written, and nothing of a dry run', async () => {
    await importTexts(pool, { ...least, 'costs.csv': costs('2025-01-01,1,EUR,Tea', 'never,1,EUR,Tea') })
    const dry = await importTexts(pool, least, { isDryRun: true })
    expect([dry.status, dry.isDryRun]).toEqual(['done', true])
    const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from communities')
    expect(rows[0]?.n).toBe(0)
  })

  it('lenient: unknown files, columns and fields are warnings, everything else still a fault', async () => {
    const texts = {
      ...least,
      'community.json': community({ mood: 'good' }),
      'extra.csv': 'x',
      'initiatives.csv': 'id,title,kind,mood\ni1,A,joint,good\n',
    }
    const report = await importTexts(pool, texts, { isLenient: true, isDryRun: true })
    expect([report.status, report.warnings.map((warning) => warning.code)]).toEqual([
      'done',
      ['unknown-field', 'unknown-file', 'unknown-column'],
    ])
    const bad = await importTexts(
      pool,
      { ...texts, 'costs.csv': costs('never,1,EUR,Tea') },
      { isLenient: true, isDryRun: true },
    )
    expect(faultsOf(bad)).toEqual(['costs.csv:2 due_on not-a-day'])
  })
})
