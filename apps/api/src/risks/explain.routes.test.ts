import type { Explanation } from '@commonweal/domain/risks/explain/explain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { thingsOf, type Things } from '../../test/given.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

type NamedExplanation = Explanation & { readonly community: string; readonly names: Readonly<Record<string, string>> }

let test: TestApp
let cast: Cast
let things: Things
const bankId = '01900000-0000-7000-8000-00000000ba11'

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  things = await thingsOf(test, cast.here)
  await payMonthly(bankId, 'Savings Bank', 300_00)
})
afterAll(() => test.close())

const read = (flag: string, search = '', token = cast.here.steward.token, communityId = cast.here.communityId) =>
  ask(test.app, { token, url: `/communities/${communityId}/risks/${flag}/explain${search}` })

/** An organisation that promised and paid the same sum every month of the two years before. */
async function payMonthly(id: string, name: string, amountMinor: number): Promise<void> {
  const { communityId } = cast.here
  await test.pool.query(
    `insert into organisations (community_id, id, name, sector, legal_status, recorded_at) values ($1, $2, $3, 'finance', 'private', '2024-05-01')`,
    [communityId, id, name],
  )
  const pledge = id.replace('7000-8000', '7000-9000')
  await test.pool.query(
    `insert into pledges (community_id, id, organisation_id, kind, route, amount_minor, currency, status, confirmed_on, from_on, to_on, recorded_at)
     values ($1, $2, $3, 'cash', 'sponsorship', $4, 'EUR', 'confirmed', '2024-05-01', '2024-05-01', '2028-07-31', '2024-05-01')`,
    [communityId, pledge, id, amountMinor * 24],
  )
  await test.pool.query(
    `insert into instalments (community_id, id, pledge_id, due_on, amount_minor, recorded_at)
     select $1, gen_random_uuid(), $2, day, $3, day from generate_series('2024-05-05'::date, '2026-04-05', interval '1 month') as day`,
    [communityId, pledge, amountMinor],
  )
  await test.pool.query(
    `insert into receipts (community_id, id, pledge_id, received_on, amount_minor, recorded_at)
     select $1, gen_random_uuid(), $2, day, $3, day from generate_series('2024-05-05'::date, '2026-04-05', interval '1 month') as day`,
    [communityId, pledge, amountMinor],
  )
}

describe('a flag explained', () => {
  it('says the exposure, what drives it, what would lower it and what helps, with names for its ids', async () => {
    const answer = await read('funding-dependency')
    expect(answer.statusCode).toBe(200)
    const explained = answer.json<NamedExplanation>()
    expect(explained).toMatchObject({ community: 'lindenmark', flag: 'funding-dependency', month: '2026-05' })
    expect(explained.exposure).toEqual({
      code: 'largest-funder-until',
      values: { part: { type: 'share', value: 6 / 7 }, day: { type: 'day', value: '2028-07-31' } },
    })
    expect(explained.drivers.raising[0]).toMatchObject({ kind: 'funder', id: bankId })
    expect(explained.names[bankId]).toBe('Savings Bank')
    for (const way of explained.ways) expect(way.score).toBeLessThan(explained.score ?? 0)
    expect(explained.remedies.map((one) => one.code)).toContain('partner-co-funding')
    expect(explained.readings).toHaveLength(7)
  })

  it('looks at the month that is asked for, as every reader may', async () => {
    const answer = await read('network-stagnation', '?month=2026-03', cast.here.viewer.token)
    expect(answer.statusCode).toBe(200)
    expect(answer.json<NamedExplanation>()).toMatchObject({
      month: '2026-03',
      mostScore: 10,
      exposure: { code: 'unread' },
    })
    expect(things.initiativeId).toBeTruthy()
  })

  it('refuses a month outside of time, and a flag there is none of', async () => {
    const far = await read('network-stagnation', '?month=2201-01')
    expect([far.statusCode, far.json<{ code: string }>().code]).toEqual([422, 'month-range-not-valid'])
    const unknown = await read('network-boredom')
    expect(unknown.statusCode).toBe(400)
  })

  it('is unknown in another community, as everything is', async () => {
    const answer = await read('network-stagnation', '', cast.here.steward.token, cast.elsewhere.communityId)
    expect(answer.statusCode).toBe(404)
  })
})
