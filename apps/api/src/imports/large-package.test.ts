import { afterAll, beforeAll, expect, it } from 'vitest'
import type pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../../../../tools/testing/test-database.ts'
import { largePackage } from '../../test/packages/large-package.ts'
import { exportTexts, importTexts } from '../../test/packages/package-work.ts'
import { connect } from '../database/connect.ts'

/** 50,000 rows in 20 seconds; a busy machine gets three times as long. */
const LONGEST_MS_PER_ROW = (3 * 20_000) / 50_000
const ROWS = 10_000

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

it('a large package goes in, again, and comes out in the time allowed', async () => {
  const texts = largePackage(ROWS)
  const startedAt = performance.now()
  const first = await importTexts(pool, texts)
  const firstMs = performance.now() - startedAt
  expect([first.status, first.faults]).toEqual(['done', []])
  expect(first.rowsTotal).toBeGreaterThan(ROWS * 0.9)
  const again = await importTexts(pool, texts)
  const againMs = performance.now() - startedAt - firstMs
  expect(again.counts.map(({ added, changed }) => added + changed)).toEqual(again.counts.map(() => 0))
  await exportTexts(pool, first.communityId ?? '')
  const exportMs = performance.now() - startedAt - firstMs - againMs
  for (const tookMs of [firstMs, againMs, exportMs]) expect(tookMs / first.rowsTotal).toBeLessThan(LONGEST_MS_PER_ROW)
}, 120_000)
