import type { FlagStanding, HandlingRow } from '@commonweal/contracts/handling'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { thingsOf, type Things } from '../../test/given.ts'
import { monthlyStarts } from '../../test/monthly-starts.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast
let things: Things
let root: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  things = await thingsOf(test, cast.here)
  root = `/communities/${cast.here.communityId}/risks`
  await monthlyStarts(test, cast.here, { from: '2022-01', to: '2025-03' })
})
afterAll(() => test.close())

const handle = (verb: string, body: object, headers = {}, flag = 'stagnation') =>
  ask(test.app, {
    method: 'POST',
    url: `${root}/flags/${flag}/${verb}`,
    token: cast.here.coordinator.token,
    body,
    headers,
  })
const standing = async () =>
  (
    await ask(test.app, { url: `${root}/flags/stagnation/standing`, token: cast.here.viewer.token })
  ).json<FlagStanding>()

describe('a raised flag', () => {
  it('is open until somebody answers, and tells since when it is up', async () => {
    const now = await standing()
    expect(now).toMatchObject({ flag: 'stagnation', month: '2026-05', state: 'open', handlings: [] })
    expect(now.episodes).toMatchObject([{ clearedIn: null, peak: now.heldLevel }])
    const [episode] = now.episodes
    expect(episode && episode.onset < episode.raisedIn).toBe(true)
  })

  it('each answer changes the state and leaves the level; the past answers stay', async () => {
    const level = (await standing()).heldLevel
    const answers: [string, object, string][] = [
      ['acknowledge', {}, 'acknowledged'],
      ['mitigate', { note: 'A day to meet', initiativeId: things.initiativeId, reviewOn: '2026-08-01' }, 'mitigating'],
      ['accept', { until: '2026-06-30', reason: 'The hall is rebuilt' }, 'accepted'],
      ['dismiss', { reason: 'Counted wrongly' }, 'dismissed'],
    ]
    for (const [verb, body, state] of answers) {
      test.clock.now = new Date(test.clock.now.getTime() + 1000)
      const answer = await handle(verb, body)
      expect([verb, answer.statusCode]).toEqual([verb, 201])
      expect(await standing()).toMatchObject({ state, heldLevel: level })
    }
    const { handlings } = await standing()
    expect(handlings.map(({ kind }) => kind)).toEqual(['dismiss', 'accept', 'mitigate', 'acknowledge'])
    expect(handlings[2]).toMatchObject({
      initiative: 'Repair café',
      reviewOn: '2026-08-01',
      person: cast.here.coordinator.email,
      level,
    })
    const listed = await ask(test.app, { url: `${root}/handlings?kind=mitigate`, token: cast.here.viewer.token })
    expect(listed.json<{ items: HandlingRow[] }>().items).toEqual([handlings[2]])
    const trace = await ask(test.app, {
      url: `/communities/${cast.here.communityId}/activity?objectId=${handlings[0]?.id}`,
      token: cast.here.viewer.token,
    })
    expect(trace.json<{ items: object[] }>().items).toMatchObject([
      { verb: 'dismissFlag', objectKind: 'flag', facts: { flag: 'stagnation', level, reason: 'Counted wrongly' } },
    ])
  })

  it('an acceptance that has ended asks again', async () => {
    expect((await handle('accept', { until: '2026-05-15', reason: 'Only today' })).statusCode).toBe(201)
    expect((await standing()).state).toBe('accepted')
    test.clock.now = new Date('2026-05-16T10:00:00Z')
    expect(await standing()).toMatchObject({ state: 'open', reopenedBecause: 'acceptance-ended' })
  })

  it('the same key gives the same answer and one row', async () => {
    const before = (await standing()).handlings.length
    const key = { 'idempotency-key': 'once' }
    const [first, again] = [await handle('acknowledge', {}, key), await handle('acknowledge', {}, key)]
    expect(again.json()).toEqual(first.json())
    expect((await standing()).handlings).toHaveLength(before + 1)
  })

  it.each([
    ['accept', { until: '2026-05-01', reason: 'x' }, 422, 'day-not-ahead'],
    ['mitigate', { note: 'x', reviewOn: '2026-05-01' }, 422, 'day-not-ahead'],
    ['mitigate', { note: 'x', initiativeId: '00000000-0000-7000-8000-000000000000' }, 422, 'initiative-unknown'],
    ['dismiss', { reason: '  ' }, 400, 'request-not-valid'],
    ['accept', { reason: 'x' }, 400, 'request-not-valid'],
  ])('%s with %j is refused', async (verb, body, status, code) => {
    expect((await handle(verb, body)).json()).toMatchObject({ status, code })
  })

  it('a flag that is not up has nothing to answer', async () => {
    const answer = await ask(test.app, {
      method: 'POST',
      url: `/communities/${cast.elsewhere.communityId}/risks/flags/funding/acknowledge`,
      token: cast.elsewhere.steward.token,
      body: {},
    })
    expect(answer.json()).toMatchObject({ status: 409, code: 'flag-not-raised' })
  })
})
