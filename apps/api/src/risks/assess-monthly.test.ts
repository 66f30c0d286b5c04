import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { monthlyStarts } from '../../test/monthly-starts.ts'
import { startTestApp, type TestApp } from '../../test/test-app.ts'
import { keepAssessing } from './assess-monthly.ts'

let test: TestApp
let cast: Cast

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  await monthlyStarts(test, cast.here, { from: '2022-01', to: '2025-03' })
  await monthlyStarts(test, cast.elsewhere, { from: '2024-01', to: '2026-03' })
  await test.pool.query(`update communities set timezone = 'Pacific/Auckland' where id = $1`, [
    cast.elsewhere.communityId,
  ])
})
afterAll(() => test.close())

const failures: unknown[] = []
const begin = () =>
  keepAssessing({
    databaseUrl: test.house.config.databaseUrl,
    pool: test.pool,
    clock: () => test.clock.now,
    onFailure: (error) => failures.push(error),
  })
const count = async (sql: string, values: unknown[] = []) =>
  (await test.pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values)).rows[0]?.n ?? 0
const said = (communityId: string, month: string) =>
  count('risk_assessments where community_id = $1 and month = $2', [communityId, month])
const connections = () =>
  count(`pg_stat_activity where datname = current_database() and application_name = 'commonweal-jobs'`)

describe('the monthly assessment', () => {
  it('says what is missing soon after the start, once, and leaves nothing behind when it stops', async () => {
    const first = begin()
    // A second process over the same database.
    const second = begin()
    await Promise.all([first.started, second.started])
    await expect.poll(() => said(cast.here.communityId, '2026-05'), { timeout: 25_000, interval: 250 }).toBe(1)
    await expect.poll(() => said(cast.elsewhere.communityId, '2026-05'), { timeout: 25_000, interval: 250 }).toBe(1)
    await Promise.all([first.stop(), second.stop()])
    expect(failures).toEqual([])
    await expect.poll(connections, { timeout: 5_000 }).toBe(0)
    expect(
      await count('(select 1 from risk_assessments group by community_id, month, position having count(*) > 1) twice'),
    ).toBe(0)
  }, 60_000)

  it('each clock in use has its schedule on the first day of the month', async () => {
    const { rows } = await test.pool.query<{ timezone: string; cron: string }>(
      `select timezone, cron from pgboss.schedule where cron = '5 0 1 * *' order by timezone`,
    )
    expect(rows).toEqual([
      { timezone: 'Europe/Copenhagen', cron: '5 0 1 * *' },
      { timezone: 'Pacific/Auckland', cron: '5 0 1 * *' },
    ])
  })

  it('months that passed while nothing ran are said after the next start, each by its own clock', async () => {
    // 31 July in Copenhagen, 1 August in Auckland.
    test.clock.now = new Date('2026-07-31T20:00:00Z')
    const again = begin()
    await again.started
    await expect.poll(() => said(cast.elsewhere.communityId, '2026-08'), { timeout: 25_000, interval: 250 }).toBe(1)
    await expect.poll(() => said(cast.here.communityId, '2026-07'), { timeout: 25_000, interval: 250 }).toBe(1)
    await again.stop()
    expect(await said(cast.here.communityId, '2026-06')).toBe(1)
    expect(await said(cast.here.communityId, '2026-08')).toBe(0)
    expect(failures).toEqual([])
  }, 60_000)

  it('may be stopped while it is still starting', async () => {
    await begin().stop()
    await expect.poll(connections, { timeout: 5_000 }).toBe(0)
    expect(failures).toEqual([])
  }, 30_000)
})
