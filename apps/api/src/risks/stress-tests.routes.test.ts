import type { RiskHistory } from '@commonweal/contracts/risk-history'
import type { History } from '@commonweal/domain/risks/history'
import { nobodyLeaves, nothingAdded, recordedUntil } from '@commonweal/domain/risks/what-if/question'
import type { StressAnswer } from '@commonweal/domain/risks/what-if/stress-answer'
import { readThrough, type SignsAnswer } from '@commonweal/domain/risks/what-if/signs-ahead'
import { openWhatIf, stressTest } from '@commonweal/domain/risks/what-if/stress-test'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { thingsOf, type Things } from '../../test/given.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'
import { instalments } from '../pledges/pledges.table.ts'

let test: TestApp
let cast: Cast
let things: Things

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  things = await thingsOf(test, cast.here)
  const known = { communityId: cast.here.communityId, recordedAt: test.clock.now }
  await test.house.db
    .insert(instalments)
    .values({ ...known, id: uuidv7(), pledgeId: things.pledgeId, dueOn: '2026-09-01', amountMinor: 60_000 })
  await test.pool.query(`update pledges set confirmed_on = '2026-01-01' where id = $1`, [things.pledgeId])
})
afterAll(() => test.close())

const stress = (body: unknown, token = cast.here.member.token) =>
  ask(test.app, {
    method: 'POST',
    token,
    body,
    url: `/communities/${cast.here.communityId}/risks/stress-tests`,
  })
const council = { leaving: { isLocalGovernment: true } }

describe('a stress test', () => {
  const asTheBrowserFinds = async (token: string) => {
    const url = `/communities/${cast.here.communityId}/risks/history`
    const { history, thresholds, today, withheld } = (await ask(test.app, { token, url })).json<RiskHistory>()
    const until = recordedUntil(history.dataCompleteThrough, today)
    const found = stressTest(
      history as History,
      until,
      {
        leaving: { ...nobodyLeaves, isLocalGovernment: true },
        adding: nothingAdded,
        horizonMonths: 12,
        goesOn: 'as-last-year',
        recordedUntil: until,
      },
      thresholds,
    )
    return { ...JSON.parse(JSON.stringify(found)), withheld }
  }

  it('answers with the figures the browser finds in the history it was sent, for every role', async () => {
    for (const role of ['viewer', 'member', 'steward'] as const) {
      const { token } = cast.here[role]
      expect((await stress({ ...council, horizonMonths: 12 }, token)).json()).toEqual(await asTheBrowserFinds(token))
    }
  })

  it('is judged by the thresholds of the community from their month on, there and in the browser', async () => {
    const set = await ask(test.app, {
      method: 'POST',
      token: cast.here.steward.token,
      url: `/communities/${cast.here.communityId}/risks/thresholds`,
      body: { from: '2026-08', values: { cliffMonths: { watch: 9, warning: 6, critical: 3 } }, reason: 'A trial.' },
    })
    expect(set.statusCode).toBe(201)
    const answer = (await stress({ ...council, horizonMonths: 12 })).json<StressAnswer>()
    expect(answer.thresholds.map(({ from, version }) => [from, version.endsWith('+1')])).toEqual([
      ['2026-05', false],
      ['2026-08', true],
    ])
    expect(answer).toEqual(await asTheBrowserFinds(cast.here.member.token))
  })

  it('answers the other signs where that is asked, as the browser reads them', async () => {
    expect((await stress(council)).json<object>()).not.toHaveProperty('signs')
    const { signs } = (await stress({ ...council, horizonMonths: 9, withSigns: true })).json<{ signs: SignsAnswer }>()
    const url = `/communities/${cast.here.communityId}/risks/history`
    const { history, thresholds, today } = (
      await ask(test.app, { token: cast.here.member.token, url })
    ).json<RiskHistory>()
    const until = recordedUntil(history.dataCompleteThrough, today)
    const ahead = { goesOn: 'as-last-year', recordedUntil: until } as const
    const whatIf = openWhatIf(history as History, until, ahead, thresholds)
    const found = readThrough(whatIf.signs({ ...nobodyLeaves, isLocalGovernment: true }, nothingAdded)(9))
    expect(signs).toEqual(JSON.parse(JSON.stringify(found)))
    expect(signs.with).toHaveLength(10)
  })

  it('says what the council takes along, and what a viewer may not know', async () => {
    const answer = (await stress(council)).json<StressAnswer>()
    expect(answer.month).toBe('2026-05')
    expect(answer.gone.organisationIds).toEqual([cast.here.organisations.council])
    expect(answer.losses.money).toMatchObject({ amountMinor: 60_000 })
    const viewer = (await stress(council, cast.here.viewer.token)).json<StressAnswer & { withheld: string[] }>()
    expect(viewer.withheld).toContain('reserves')
    expect(viewer.money.reservesMinor).toBeNull()
  })

  it('stores nothing', async () => {
    const count = async () => (await test.pool.query('select count(*) from activity')).rows
    const before = await count()
    expect((await stress(council)).statusCode).toBe(200)
    expect(await count()).toEqual(before)
  })

  it.each([
    ['month-range-not-valid', { month: '2026-06' }],
    ['month-range-not-valid', { month: '1899-12' }],
    ['organisation-unknown', { leaving: { organisationIds: [uuidv7()] } }],
    ['organisation-unknown', { adding: { initiatives: [{ organisationIds: [uuidv7()], months: 3 }] } }],
    ['initiative-unknown', { adding: { partners: [{ sector: 'ngo', initiativeId: uuidv7() }] } }],
    ['space-unknown', { leaving: { spaceIds: [uuidv7()] } }],
  ])('is refused as %s', async (code, body) => {
    expect((await stress(body)).json()).toMatchObject({ status: 422, code })
  })

  it.each([
    ['/horizonMonths', { horizonMonths: 37 }],
    ['/leaving/everyone', { leaving: { everyone: true } }],
    [
      '/adding/pledges/0/amountMinor',
      { adding: { pledges: [{ organisationId: null, amountMinor: 0, months: 1, route: 'donation' }] } },
    ],
  ])('names the field that is not possible: %s', async (pointer, body) => {
    const problem = (await stress(body)).json<{ status: number; errors: { pointer: string }[] }>()
    expect(problem.status).toBe(400)
    expect(problem.errors.map((one) => one.pointer)).toContain(pointer)
  })
})
