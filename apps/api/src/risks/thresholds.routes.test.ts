import type { ThresholdVersion } from '@commonweal/contracts/thresholds'
import type { TimelineInForce } from '@commonweal/domain/risks/timeline-in-force'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { monthlyStarts } from '../../test/monthly-starts.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast
let root: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  root = `/communities/${cast.here.communityId}/risks`
  await monthlyStarts(test, cast.here, { from: '2022-01', to: '2025-03' })
})
afterAll(() => test.close())

const set = (body: object) =>
  ask(test.app, { method: 'POST', url: `${root}/thresholds`, token: cast.here.steward.token, body })
const read = async (query = '') =>
  (await ask(test.app, { url: `${root}/timeline${query}`, token: cast.here.viewer.token })).json<TimelineInForce>()

const mild = {
  watch: { enter: 8, leave: 7 },
  warning: { enter: 9, leave: 8 },
  critical: { enter: 10, leave: 9 },
}

describe('thresholds of a community', () => {
  it('hold from their month on, are shown in the series, and leave the months before', async () => {
    const before = await read()
    expect(before.months.at(-1)?.stagnation.heldLevel).not.toBe('none')
    const answer = await set({ values: { stagnation: mild }, reason: 'A village of five sees a pause each winter' })
    expect(answer.statusCode).toBe(201)
    expect(answer.json<ThresholdVersion>()).toMatchObject({
      position: 1,
      from: '2026-05',
      person: cast.here.steward.email,
      values: { stagnation: mild },
    })
    const after = await read()
    expect(after.months.slice(0, -1)).toEqual(before.months.slice(0, -1))
    expect(after.months.at(-1)?.stagnation.heldLevel).toBe('none')
    expect(after.thresholds.map(({ from, version }) => [from, version])).toEqual([
      [before.months[0]?.month, before.parametersVersion],
      ['2026-05', `${before.parametersVersion}+1`],
    ])
    expect(after.parametersVersion).toBe(`${before.parametersVersion}+1`)
    // As known on a day before they were set they do not hold.
    const known = await read('?knownOn=2026-05-14')
    expect(known.thresholds).toHaveLength(1)
    expect(known.months.at(-1)?.stagnation.families).toEqual(before.months.at(-1)?.stagnation.families)
    expect(known.months.at(-1)?.stagnation.heldLevel).toBe(before.months.at(-1)?.stagnation.heldLevel)
  })

  it('the last word counts from its month on; every word stays on record', async () => {
    await set({ from: '2026-06', values: {}, reason: 'Back to the usual lines' })
    const listed = await ask(test.app, { url: `${root}/thresholds`, token: cast.here.viewer.token })
    expect(listed.json<{ items: ThresholdVersion[] }>().items.map(({ position, from }) => [position, from])).toEqual([
      [2, '2026-06'],
      [1, '2026-05'],
    ])
    const june = await read('?from=2026-05&to=2026-06')
    expect(june.months.map(({ stagnation }) => stagnation.heldLevel === 'none')).toEqual([true, false])
  })

  it.each([
    [{ reliance: { watch: 0.7, warning: 0.5, critical: 0.9 } }, '/values/reliance/warning', 'out-of-order'],
    [{ reliance: { watch: 0.3333, warning: 0.5, critical: 0.9 } }, '/values/reliance/watch', 'too-fine'],
    [{ reliance: { watch: 0.3, warning: 0.5, critical: 1.5 } }, '/values/reliance/critical', 'maximum'],
    [{ reliance: { watch: 0.3, warning: 0.5 } }, '/values/reliance/critical', 'required'],
    [{ stagnation: { ...mild, watch: { enter: 2, leave: 3 } } }, '/values/stagnation/watch/leave', 'leave-above-enter'],
    [{ weather: 1 }, '/values/weather', 'additionalProperties'],
    [{ switchedOff: ['weather'] }, '/values/switchedOff/0', 'enum'],
  ])('%j is refused where it stands', async (values, pointer, code) => {
    const answer = await set({ values, reason: 'For the test' })
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json<{ errors: object[] }>()).toMatchObject({ status: 400, code: 'request-not-valid' })
    expect(answer.json<{ errors: object[] }>().errors).toContainEqual(expect.objectContaining({ pointer, code }))
  })

  it('what has been judged stays: no month that has passed', async () => {
    expect((await set({ from: '2026-04', values: {}, reason: 'x' })).json()).toMatchObject({
      status: 422,
      code: 'thresholds-in-past',
    })
  })
})
