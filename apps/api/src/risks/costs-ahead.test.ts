import type { CostRow } from '@commonweal/contracts/finances'
import { timeline, type Timeline } from '@commonweal/domain/risks/timeline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { ask, startTestApp, type Ask, type TestApp } from '../../test/test-app.ts'
import { loadHistory } from './history.store.ts'

let test: TestApp
let cast: Cast

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  await here('/reserves', { body: { on: '2026-04-30', amountMinor: 60_000, currency: 'EUR' } })
  for (const month of ['01', '02', '03', '04']) await enter(`2026-${month}-10`, 10_000, 'Rent')
  await test.pool.query(`update communities set keeps = '{pledges,instalments,receipts}' where id = $1`, [
    cast.here.communityId,
  ])
})
afterAll(() => test.close())

const here = (path: string, asked: Partial<Ask> = {}) =>
  ask(test.app, {
    token: cast.here.coordinator.token,
    method: 'POST',
    ...asked,
    url: `/communities/${cast.here.communityId}${path}`,
  })
const enter = async (dueOn: string, amountMinor: number, label: string) =>
  (await here('/costs', { body: { initiativeId: null, dueOn, amountMinor, currency: 'EUR', label } })).json<CostRow>()
/** Months the reserves last, by the reading of a month: what the whole history says of it. */
const lasts = async (month: string) =>
  timeline((await loadHistory(test.pool, cast.here.communityId))?.history ?? expect.unreachable(), month, month)
    .months[0]?.funding.sublevels.runway.months
const knownDays = async () =>
  (await loadHistory(test.pool, cast.here.communityId))?.history.costs
    ?.filter((one) => one.dueOn > '2026-06-01')
    .map((one) => one.knownOn)

describe('a cost that is entered before it is due', () => {
  let roof: CostRow

  it('shortens what the reserves last from the next reading on, and leaves what was read before', async () => {
    // Ten thousand a month.
    expect([await lasts('2026-05'), await lasts('2026-06')]).toEqual([6, 7.5])
    roof = await enter('2026-07-20', 50_000, 'Roof')
    // June 8,000 (40,000 in five months), then the roof: 52,000 of 50,000 are there after a month; August goes on with 2,000 left.
    expect([await lasts('2026-05'), await lasts('2026-06')]).toEqual([6, 2.25])
    test.clock.now = new Date('2026-06-02T10:00:00Z')
    const shown = (await here('/risks/timeline?from=2026-06', { method: 'GET' })).json<Timeline>()
    expect(shown.months.at(-1)?.funding.sublevels.runway.months).toBe(2.25)
  })

  it('is known since it was first entered, also where it was put right later', async () => {
    test.clock.now = new Date('2026-06-20T10:00:00Z')
    const edited = await here(`/costs/${roof.id}`, {
      method: 'PUT',
      body: { initiativeId: null, dueOn: '2026-07-20', amountMinor: 52_000, currency: 'EUR', label: 'Roof' },
      headers: { 'if-match': '"1"' },
    })
    expect(edited.statusCode).toBe(200)
    expect(await knownDays()).toEqual(['2026-05-15'])
    expect(await lasts('2026-06')).toBe(2)
  })
})
