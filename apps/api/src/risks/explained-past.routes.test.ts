import type { Explanation } from '@commonweal/domain/risks/explain/explain'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { monthlyStarts } from '../../test/monthly-starts.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  // Two years of joint work, a silence of eight months, and six beginnings in one month.
  await monthlyStarts(test, cast.here, { from: '2023-01', to: '2024-12' })
  for (let one = 0; one < 6; one += 1) await monthlyStarts(test, cast.here, { from: '2025-09', to: '2025-09' })
})
afterAll(() => test.close())

const explained = async (month: string) =>
  (
    await ask(test.app, {
      url: `/communities/${cast.here.communityId}/risks/network-stagnation/explain?month=${month}`,
      token: cast.here.viewer.token,
    })
  ).json<Explanation>()

it('what would have lowered a flag of the past does not rest on what happened afterwards', async () => {
  const { score, ways } = await explained('2025-09')
  expect(score).toBeGreaterThan(0)
  expect(ways.map(({ steps }) => steps.map(({ kind }) => kind))).toEqual([['start']])
})
