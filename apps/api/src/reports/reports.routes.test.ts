import type { Report } from '@commonweal/contracts/reports'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { thingsOf, type Things } from '../../test/given.ts'
import { monthlyStarts } from '../../test/monthly-starts.ts'
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

const read = (search = '', communityId = cast.here.communityId) =>
  ask(test.app, { token: cast.here.viewer.token, url: `/communities/${communityId}/report${search}` })

it('a report tells what ended with its lesson, looks back a year and carries the version of the engine', async () => {
  await test.pool.query(
    `update initiatives set state = 'completed', started_on = '2025-01-10', planned_end_on = null, ended_on = '2026-02-01', lesson = 'Begin earlier'
      where id = $1`,
    [things.initiativeId],
  )
  const answer = await read()
  expect(answer.statusCode).toBe(200)
  const report = answer.json<Report>()
  expect(report).toMatchObject({ month: '2026-05', from: '2025-05-01', through: '2026-04-30' })
  expect(report.engine).toMatch(/^commonweal-risks\//)
  expect(report.finished.items).toMatchObject([
    { initiativeId: things.initiativeId, on: '2026-02-01', state: 'completed', lesson: 'Begin earlier' },
  ])
  expect(report.unread.length).toBeGreaterThan(0)
})

it('an initiative that ended after the month is not in its report', async () => {
  const report = (await read('?month=2026-01')).json<Report>()
  expect(report.finished.items).toEqual([])
})

it('a month outside of time is refused, and another community unknown', async () => {
  expect((await read('?month=2201-01')).json<{ code: string }>().code).toBe('month-range-not-valid')
  expect((await read('', cast.elsewhere.communityId)).statusCode).toBe(404)
})

it('what is done about a flag that is up stands in the report; what was done before it rose does not', async () => {
  const { communityId, steward } = cast.here
  await monthlyStarts(test, cast.here, { from: '2022-01', to: '2025-03' })
  const none = { items: [], more: 0 }
  expect((await read()).json<Report>().answers).toEqual(none)
  await test.pool.query(
    `insert into flag_handlings (community_id, id, flag, kind, at, month, level, person_id, note)
     values ($1, gen_random_uuid(), 'stagnation', 'acknowledge', '2022-06-02T10:00:00Z', '2022-06', 'watch', $2, 'Long ago')`,
    [communityId, steward.personId],
  )
  const answer = await ask(test.app, {
    method: 'POST',
    url: `/communities/${communityId}/risks/flags/stagnation/mitigate`,
    token: steward.token,
    body: { note: 'A fair for newcomers', initiativeId: things.initiativeId, reviewOn: '2026-09-01' },
  })
  expect(answer.statusCode).toBe(201)
  expect((await read()).json<Report>().answers).toEqual({
    items: [
      {
        flag: 'stagnation',
        kind: 'mitigate',
        on: '2026-05-15',
        note: 'A fair for newcomers',
        untilOn: null,
        reviewOn: '2026-09-01',
        initiative: expect.any(String),
      },
    ],
    more: 0,
  })
  expect((await read('?month=2026-04')).json<Report>().answers).toEqual(none)
})

it('other signs that are up, and those that cannot be read, stand in the report of whoever prints it', async () => {
  const { signs } = (await read('?month=2024-05')).json<Report>()
  expect(signs).toContainEqual({ sign: 'youth', level: 'warning', heldLevel: 'warning', onset: expect.any(String) })
  // Nobody coordinates anything here: what tells of persons cannot be read, and says so.
  expect(signs).toContainEqual({
    sign: 'volunteering',
    level: 'insufficient-data',
    heldLevel: 'none',
    onset: null,
  })
  expect(signs.map(({ sign }) => sign)).not.toContain('one-organisation')
})

it('what rests on records the reader may not see is not said to lack data', async () => {
  const unreadBy = async (token: string) =>
    (await ask(test.app, { token, url: `/communities/${cast.here.communityId}/report?month=2024-05` }))
      .json<Report>()
      .unread.map(({ reading }) => reading)
  // Nobody had counted reserves by then.
  expect(await unreadBy(cast.here.steward.token)).toContain('runway')
  expect(await unreadBy(cast.here.viewer.token)).not.toContain('runway')
  expect(await unreadBy(cast.here.viewer.token)).toContain('concentration')
})
