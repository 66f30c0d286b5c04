import { afterAll, beforeAll, expect, it } from 'vitest'
import type pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../../../../tools/testing/test-database.ts'
import { castOf, type Cast } from '../../test/cast.ts'
import { monthlyStarts } from '../../test/monthly-starts.ts'
import { exportTexts, importTexts, keepFilesOf } from '../../test/packages/package-work.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'
import { connect } from '../database/connect.ts'

let test: TestApp
let cast: Cast
let other: TestDatabase
let there: pg.Pool

beforeAll(async () => {
  test = await startTestApp()
  keepFilesOf(test.pool, test.house.files)
  cast = await castOf(test)
  await monthlyStarts(test, cast.here, { from: '2022-01', to: '2025-03' })
  other = await createTestDatabase()
  there = connect({ databaseUrl: other.databaseUrl, maxConnections: 2 })
})
afterAll(async () => {
  await there.end()
  await other.drop()
  await test.close()
})

const files = ['risk-assessments.csv', 'risk-parameters.csv', 'flag-handlings.csv'] as const

it('what was said, by which lines, and what was done goes with the community and comes back byte for byte', async () => {
  const { communityId, steward } = cast.here
  const post = async (path: string, body?: object) => {
    const answer = await ask(test.app, {
      method: 'POST',
      url: `/communities/${communityId}/risks/${path}`,
      token: steward.token,
      body,
    })
    expect([path, answer.statusCode < 300]).toEqual([path, true])
  }
  const { rows } = await test.pool.query<{ id: string }>(
    'select id from initiatives where community_id = $1 order by id limit 1',
    [communityId],
  )
  await post('assess')
  await post('thresholds', {
    values: { reliance: { watch: 0.4, warning: 0.55, critical: 0.725 }, switchedOff: ['youth'] },
    reason: 'Ours',
  })
  await post('flags/stagnation/mitigate', { note: 'A fair,\n"open"', initiativeId: rows[0]?.id })
  await post('flags/stagnation/accept', { until: '2026-09-30', reason: 'The hall is closed' })
  await test.pool.query(`update communities set closing_since = '2026-05-31', closing_reason = 'Done' where id = $1`, [
    communityId,
  ])
  const exported = await exportTexts(test.pool, communityId)
  expect(JSON.parse(exported['community.json'] ?? '')).toMatchObject({
    closing_since: '2026-05-31',
    closing_reason: 'Done',
  })
  for (const name of files) expect(exported[name]?.split('\n').length).toBeGreaterThan(2)
  const back = await importTexts(there, exported)
  expect([back.status, back.faults]).toEqual(['done', []])
  expect(await exportTexts(there, back.communityId ?? '')).toEqual(exported)
  for (const count of (await importTexts(there, exported)).counts) expect(count).toMatchObject({ added: 0, changed: 0 })
})

it('thresholds and readings that cannot stand are refused at their line', async () => {
  const exported = await exportTexts(test.pool, cast.here.communityId)
  const spoiled = {
    ...exported,
    'risk-parameters.csv': (exported['risk-parameters.csv'] ?? '').replace('0.55', '0.35'),
    'risk-assessments.csv': (exported['risk-assessments.csv'] ?? '').replace('""heldLevel""', '""held""'),
  }
  const { faults } = await importTexts(there, spoiled)
  expect(faults.map(({ file, line, column, code }) => [file, line, column, code])).toEqual([
    ['risk-assessments.csv', 2, 'reading', 'not-what-is-kept-here'],
    ['risk-parameters.csv', 2, 'thresholds', 'not-what-is-kept-here'],
  ])
})
