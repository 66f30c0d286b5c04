import type { RiskHistory } from '@commonweal/contracts/risks'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { thingsOf, type Things } from '../../test/given.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

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
      { initiativeId: things.initiativeId, dueOn: '2026-03-01', amountMinor: 5_000, currency: 'EUR' },
    ])
    expect(history.bookings).toMatchObject([{ spaceId: things.spaceId, hours: 2 }])
    expect(answer.body).not.toContain('Someone met')
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
})
