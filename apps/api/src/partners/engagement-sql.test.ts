import type { Partner } from '@commonweal/contracts/partners'
import type { Today } from '@commonweal/contracts/today'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { comparedWithRule, insertStories, listed, today } from '../../test/partner-stories.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  await insertStories(test, cast)
})
afterAll(() => test.close())

it('the list says of any member what the rule says of it, and its filter finds exactly those', async () => {
  const all = await comparedWithRule(test, cast, today)
  const found = Map.groupBy(all, (row) => row.engagement)
  for (const engagement of ['active', 'quiet', 'dormant'] as const) {
    const ids = (found.get(engagement) ?? []).map(({ id }) => id)
    expect(ids.length, engagement).toBeGreaterThan(3)
    expect((await listed(test, cast, `&engagement=${engagement}`)).map(({ id }) => id)).toEqual(ids)
  }
  const silent = all.filter(({ engagement }) => engagement === 'quiet' || engagement === 'dormant').map(({ id }) => id)
  expect((await listed(test, cast, '&engagement=silent')).map(({ id }) => id)).toEqual(silent)

  const byAct = await listed(test, cast, '&sort=last-act')
  const days = byAct.map(({ lastActOn }) => lastActOn ?? '')
  expect(days).toEqual(days.toSorted())
  expect(new Set(byAct.map(({ id }) => id)).size).toBe(all.length)
})

it('the page lists the acts, the latest of which is the last act', async () => {
  const base = `/communities/${cast.here.communityId}`
  for (const { id, lastActOn, engagement, runningInitiatives } of (await listed(test, cast, '&state=active')).slice(
    0,
    60,
  )) {
    const answer = await ask(test.app, { url: `${base}/partners/${id}/acts?limit=200`, token: cast.here.viewer.token })
    const { items } = answer.json<{ items: { on: string; kind: string }[] }>()
    const acts = items.filter(({ kind }) => kind !== 'membership')
    expect(acts[0]?.on ?? null).toBe(lastActOn)
    expect(items.map(({ on }) => on)).toEqual(
      items
        .map(({ on }) => on)
        .toSorted()
        .toReversed(),
    )
    const page = await ask(test.app, { url: `${base}/partners/${id}`, token: cast.here.viewer.token })
    expect(page.json()).toMatchObject({ lastActOn, engagement })
    const running = page.json<Partner>().participations.filter(({ isRunning }) => isRunning)
    expect(new Set(running.map(({ initiativeId }) => initiativeId)).size).toBe(runningInitiatives)
  }
})

it('Today lists whom to call to coordinators and stewards, the longest silent first, and to nobody else', async () => {
  const read = async (token: string) =>
    (await ask(test.app, { url: `/communities/${cast.here.communityId}/today`, token })).json<Today>().silent
  const silent = await read(cast.here.coordinator.token)
  const all = await listed(test, cast, '&engagement=silent')
  expect(silent?.items).toHaveLength(8)
  expect(silent?.more).toBe(all.length - 8)
  const days = (silent?.items ?? []).map((one) => one.days ?? Infinity)
  expect(days).toEqual(days.toSorted((one, other) => other - one))
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining((silent?.items ?? []).map((one) => one.partnerId)))
  expect(await read(cast.here.steward.token)).toEqual(silent)
  expect(await read(cast.here.member.token)).toBeNull()
})
