import type { KeptMonth } from '@commonweal/contracts/assessments'
import type { RiskHistory } from '@commonweal/contracts/risk-history'
import type { History } from '@commonweal/domain/risks/history'
import { timeline, type MonthReading, type Timeline } from '@commonweal/domain/risks/timeline'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { thingsOf, type Things } from '../../test/given.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'
import { loadHistory } from './history.store.ts'

let test: TestApp
let cast: Cast
let things: Things

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  things = await thingsOf(test, cast.here)
})
afterAll(() => test.close())

const read = (token: string, headers: Record<string, string> = {}) =>
  ask(test.app, { token, headers, url: `/communities/${cast.here.communityId}/risks/history` })

describe('the history sent to the browser', () => {
  it('holds the dated facts, with ids for persons and nothing left out for a steward', async () => {
    const answer = await read(cast.here.steward.token)
    expect(answer.statusCode).toBe(200)
    const { history, withheld, today, community } = answer.json<RiskHistory>()
    expect([community, today, withheld]).toEqual(['lindenmark', '2026-05-15', []])
    expect(history.pledges).toMatchObject([{ id: things.pledgeId, amountMinor: 120_000, route: 'local-budget' }])
    expect(history.costs).toEqual([
      {
        initiativeId: things.initiativeId,
        dueOn: '2026-03-01',
        amountMinor: 5_000,
        currency: 'EUR',
        knownOn: '2026-05-15',
      },
    ])
    expect(history.bookings).toMatchObject([{ spaceId: things.spaceId, hours: 2 }])
    expect(answer.body).not.toContain('Someone met')
  })

  it('is what people wrote to the letter, whatever signs they used', async () => {
    const title = `A "title" \\ with\ta tab, a\nline,\u001f a separator and \u00fcml\u00e4uts \u{1f333}`
    await test.pool.query('update initiatives set title = $2 where id = $1', [things.initiativeId, title])
    const loaded = await loadHistory(test.pool, cast.here.communityId)
    expect(loaded?.history.initiatives).toMatchObject([
      { id: things.initiativeId, title, startedOn: expect.any(String) },
    ])
    expect(loaded?.history.participations.length).toBeGreaterThan(0)
  })

  it('costs and reserves are unknown to a viewer, who is told so', async () => {
    const { history, withheld } = (await read(cast.here.viewer.token)).json<RiskHistory>()
    expect(withheld).toEqual(['costs', 'reserves', 'coordinations', 'representations'])
    expect([history.costs, history.reserves, history.representations]).toEqual([null, null, null])
    expect(history.pledges).toHaveLength(1)
  })

  it('is answered 304 while it is the same, and again in full once a fact changed', async () => {
    const first = await read(cast.here.member.token)
    const tag = first.headers['etag'] as string
    expect(first.headers['cache-control']).toBe('private, no-cache')
    const again = await read(cast.here.member.token, { 'if-none-match': `"other", ${tag}` })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const asViewer = await read(cast.here.viewer.token, { 'if-none-match': tag })
    expect(asViewer.statusCode).toBe(200)
    await test.pool.query('update pledges set amount_minor = 130000 where id = $1', [things.pledgeId])
    const changed = await read(cast.here.member.token, { 'if-none-match': tag })
    expect(changed.statusCode).toBe(200)
    expect(changed.headers['etag']).not.toBe(tag)
  })

  it('leaves compressed where the caller takes it', async () => {
    const answer = await test.app.inject({
      url: `/api/v1/communities/${cast.here.communityId}/risks/history`,
      headers: { authorization: `Bearer ${cast.here.member.token}`, 'accept-encoding': 'br' },
    })
    expect(answer.headers['content-encoding']).toBe('br')
    expect(JSON.parse(brotliDecompressSync(answer.rawPayload).toString())).toEqual(
      (await read(cast.here.member.token)).json(),
    )
  })

  it('is what every answer rests on: without costs and reserves for a viewer, who is told so', async () => {
    const { communityId, viewer, member } = cast.here
    await test.pool.query(
      `insert into reserves (community_id, id, counted_on, amount_minor, currency, recorded_at)
       values ($1, gen_random_uuid(), '2026-01-31', 900, 'EUR', '2026-02-01')`,
      [communityId],
    )
    const get = async <Answer>(token: string, path: string) =>
      (await ask(test.app, { token, url: `/communities/${communityId}/risks/${path}` })).json<Answer>()
    const lines = async (token: string) => {
      const { withheld, months } = await get<Timeline & { withheld: string[] }>(token, 'timeline')
      return { withheld, runway: months.at(-1)?.funding.sublevels.runway }
    }
    const whole = await lines(member.token)
    expect(whole).toMatchObject({ withheld: [], runway: { reservesMinor: 900 } })
    const seen = await lines(viewer.token)
    expect(seen).toMatchObject({
      withheld: ['costs', 'reserves'],
      runway: { reason: 'unknown-source', months: null, reservesMinor: null },
    })
    // The browser reads the same from what it is sent.
    const { history } = (await read(viewer.token)).json<RiskHistory>()
    const shown = await get<Timeline>(viewer.token, 'timeline')
    const [first, last] = [shown.months[0]?.month ?? '', shown.months.at(-1)?.month ?? '']
    expect(shown.months).toEqual(JSON.parse(JSON.stringify(timeline(history as History, first, last).months)))
    for (const path of ['funding-dependency/explain', 'facts/2026-05']) {
      expect(await get(viewer.token, path)).toMatchObject({ withheld: ['costs', 'reserves'] })
      expect(await get(member.token, path)).toMatchObject({ withheld: [] })
    }
  })

  it('kept readings lose for a viewer what was read from costs and reserves, and are kept whole', async () => {
    const { communityId, viewer, member } = cast.here
    const told = await ask(test.app, { token: member.token, url: `/communities/${communityId}/risks/timeline` })
    const { month, ...reading } = told.json<Timeline>().months.at(-1) as MonthReading
    await test.pool.query(
      `insert into risk_assessments (community_id, id, month, position, assessed_at, known_on, engine, parameters_version, reading)
       values ($1, gen_random_uuid(), $2, 0, '2026-05-01T00:05:00Z', '2026-04-30', 'commonweal-risks/1.0.0', '2026-11-01', $3)`,
      [communityId, month, JSON.stringify(reading)],
    )
    const kept = async (token: string) =>
      (await ask(test.app, { token, url: `/communities/${communityId}/risks/assessments/${month}` })).json<KeptMonth>()
        .said[0]?.reading['funding'] as Record<string, object> & { sublevels: Record<string, object> }
    const [whole, seen] = [await kept(member.token), await kept(viewer.token)]
    expect(Object.keys(whole.sublevels)).toContain('runway')
    expect(Object.keys(seen.sublevels)).not.toContain('runway')
    expect(seen.sublevels['concentration']).not.toHaveProperty('cover')
    expect(seen['readings']).not.toHaveProperty('runwayMonths')
    expect(seen['heldLevel']).toBe(whole['heldLevel'])
    expect(await kept(member.token)).toEqual(whole)
  })
})
