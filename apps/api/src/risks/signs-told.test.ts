import type { Notice } from '@commonweal/contracts/notices'
import type { SignsToday } from '@commonweal/contracts/today'
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
  // Five initiatives in the last reading, six in this one, and no youth group in any: the sign of the young rises now.
  await monthlyStarts(test, cast.here, { from: '2025-11', to: '2026-04' })
})
afterAll(() => test.close())

const read = async <Answer>(path: string, token: string) =>
  (await ask(test.app, { url: `/communities/${cast.here.communityId}/${path}`, token })).json<Answer>()
const youth = { sign: 'youth', level: 'watch', heldLevel: 'watch', onset: '2026-04', change: 'raised' }

it('a sign that rose stands on Today of who looks after flags, and of nobody else', async () => {
  expect((await read<SignsToday>('today/signs', cast.here.steward.token)).items).toContainEqual(youth)
  expect(await read<SignsToday>('today/signs', cast.here.coordinator.token)).toMatchObject({ month: '2026-05' })
  expect((await read<{ status: number }>('today/signs', cast.here.member.token)).status).toBe(403)
})

it('the assessment of the month tells of it, in a notice and by mail', async () => {
  const { communityId, steward } = cast.here
  await ask(test.app, { method: 'POST', url: `/communities/${communityId}/risks/assess`, token: steward.token })
  const { items } = await read<{ items: Notice[] }>('notices', steward.token)
  const [told] = items.filter(({ kind }) => kind === 'flags-assessed')
  expect(told?.outcome?.split(' ')).toContain('youth:raised:watch')
  await mailNotices(test.pool, test.house.send, test.house.config.publicUrl, test.clock.now)
  const letters = await mailsTo(test, cast.here.steward.email)
  const letter = letters.find(({ subject }) => subject.startsWith('The vital signs'))?.text ?? ''
  // As mail programs write what is no ASCII.
  expect(letter.replaceAll('=\n', '')).toContain(
    'The sign =E2=80=9CYoung people=E2=80=9D has risen to =E2=80=9Cwatch=E2=80=9D.',
  )
})
