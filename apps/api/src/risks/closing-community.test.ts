import type { Today } from '@commonweal/contracts/today'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { monthlyStarts } from '../../test/monthly-starts.ts'
import { ask, mailsTo, startTestApp, type TestApp } from '../../test/test-app.ts'
import { mailNotices } from '../notices/notice-mails.ts'

let test: TestApp
let cast: Cast

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  // Joint work every month from 2022 on, and none after March 2025.
  await monthlyStarts(test, cast.here, { from: '2022-01', to: '2025-03' })
})
afterAll(() => test.close())

const stagnation = async () =>
  (
    await ask(test.app, { url: `/communities/${cast.here.communityId}/today`, token: cast.here.steward.token })
  ).json<Today>().flags.stagnation
const letters = async () => {
  await mailNotices(test.pool, test.house.send, test.house.config.publicUrl, test.clock.now)
  return (await mailsTo(test, cast.here.steward.email)).filter(({ subject }) => subject.startsWith('The vital signs'))
}

it('the silence of a partnership that closes calls nobody, although its level is shown', async () => {
  expect(await stagnation()).toMatchObject({ isRaised: true, tiding: 'waiting' })
  await test.pool.query(`update communities set closing_since = '2025-04-01', closing_reason = 'Done' where id = $1`, [
    cast.here.communityId,
  ])
  const now = await stagnation()
  expect(now).toMatchObject({ isRaised: false, tiding: null })
  expect(now.heldLevel).not.toBe('none')

  const assessed = await ask(test.app, {
    method: 'POST',
    url: `/communities/${cast.here.communityId}/risks/assess`,
    token: cast.here.steward.token,
  })
  expect(assessed.json<{ assessed: string[] }>().assessed).toContain('2026-05')
  expect(await letters()).toEqual([])
})
