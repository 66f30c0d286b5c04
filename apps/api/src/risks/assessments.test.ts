import type { Assessment, KeptMonth } from '@commonweal/contracts/assessments'
import type { Timeline } from '@commonweal/domain/risks/timeline'
import { addDays } from '@commonweal/domain/values/day'
import { addMonths } from '@commonweal/domain/values/month'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { monthlyStarts } from '../../test/monthly-starts.ts'
import { ask, mailsTo, startTestApp, type TestApp } from '../../test/test-app.ts'
import { mailNotices } from '../notices/notice-mails.ts'
import { LOOK_BACK_MONTHS } from './assessments.actions.ts'
import { hasLearnedSince } from './history.store.ts'

let test: TestApp
let cast: Cast
let url: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  url = `/communities/${cast.here.communityId}/risks`
  // Joint work every month from 2022 on, and none after March 2025.
  await monthlyStarts(test, cast.here, { from: '2022-01', to: '2025-03' })
})
afterAll(() => test.close())

const assess = async () =>
  (await ask(test.app, { method: 'POST', url: `${url}/assess`, token: cast.here.steward.token })).json<{
    assessed: string[]
    revised: string[]
  }>()
const said = async () =>
  (await ask(test.app, { url: `${url}/assessments?limit=200`, token: cast.here.viewer.token })).json<{
    items: Assessment[]
  }>().items
const letters = async (address: string) => {
  await mailNotices(test.pool, test.house.send, test.house.config.publicUrl, test.clock.now)
  return (await mailsTo(test, address)).filter(({ subject }) => subject.startsWith('The vital signs'))
}

describe('assessing a community', () => {
  it('the first time looks back two years, each month as it was known before it', async () => {
    const { assessed, revised } = await assess()
    expect([assessed[0], assessed.at(-1), assessed.length]).toEqual([
      addMonths('2026-05', -LOOK_BACK_MONTHS),
      '2026-05',
      LOOK_BACK_MONTHS + 1,
    ])
    expect(revised).toEqual([])
    const [latest] = await said()
    expect(latest).toMatchObject({
      month: '2026-05',
      position: 0,
      knownOn: '2026-04-30',
      assessedAt: '2026-05-15T10:00:00.000Z',
    })
    expect(latest?.stagnation.heldLevel).not.toBe('none')
  })

  it('again in the same month says nothing twice, in a row or at once', async () => {
    const before = await said()
    expect(await assess()).toEqual({ assessed: [], revised: [] })
    expect(await Promise.all([assess(), assess()])).toEqual([
      { assessed: [], revised: [] },
      { assessed: [], revised: [] },
    ])
    expect(await said()).toEqual(before)
  })

  it('a whole reading is kept, with what was on the table when its level changed', async () => {
    const raised = (await said()).findLast(({ stagnation }) => stagnation.heldLevel !== 'none')
    const answer = await ask(test.app, {
      url: `${url}/assessments/${raised?.month}`,
      token: cast.here.viewer.token,
    })
    const [reading] = answer.json<KeptMonth>().said
    expect(reading?.reading['stagnation']).toMatchObject({
      change: { kind: 'raised', rule: expect.any(String), thresholds: { watch: { enter: 2 } } },
    })
  })

  it('those who look after flags get one mail that says what is up; who wants none gets none, nor does anyone else', async () => {
    await test.pool.query(`update people set mails = 'off', recorded_at = $2 where community_id = $1 and id = $3`, [
      cast.here.communityId,
      new Date('2026-05-16'),
      cast.here.coordinator.personId,
    ])
    // The letters of the first assessment are on their way already.
    const first = await letters(cast.here.steward.email)
    expect(first.map(({ subject }) => subject)).toEqual(['The vital signs of Lindenmark in May 2026'])
    expect(first[0]?.text).toContain('nobody has answered it')
    expect(first[0]?.text.replaceAll('=3D', '=')).toContain(
      'http://commonweal.test/c/lindenmark/vital-signs?month=2026-05',
    )
    expect(await letters(cast.here.member.email)).toEqual([])

    test.clock.now = new Date('2026-06-01T08:00:00Z')
    expect(await assess()).toEqual({ assessed: ['2026-06'], revised: [] })
    expect(await assess()).toEqual({ assessed: [], revised: [] })
    expect(await letters(cast.here.steward.email)).toHaveLength(2)
    expect(await letters(cast.here.coordinator.email)).toHaveLength(1)
  })

  it('late facts append a revision and keep what was said then', async () => {
    const before = await said()
    await monthlyStarts(test, cast.here, {
      from: '2025-04',
      to: '2026-05',
      recordedAt: new Date('2026-06-02T08:00:00Z'),
    })
    test.clock.now = new Date('2026-06-03T08:00:00Z')
    const { assessed, revised } = await assess()
    expect(assessed).toEqual([])
    expect(revised).toContain('2026-05')
    const after = await said()
    for (const one of before) expect(after).toContainEqual(one)
    const may = after.filter(({ month }) => month === '2026-05').toSorted((a, b) => a.position - b.position)
    expect(
      may.map(({ position, knownOn, stagnation }) => [position, knownOn, stagnation.heldLevel !== 'none']),
    ).toEqual([
      [0, '2026-04-30', true],
      [1, '2026-06-03', false],
    ])
    expect(await assess()).toEqual({ assessed: [], revised: [] })
  })

  it('months that were missed are said later as they were known before them', async () => {
    test.clock.now = new Date('2026-09-10T08:00:00Z')
    expect((await assess()).assessed).toEqual(['2026-07', '2026-08', '2026-09'])
    const july = (await said()).find(({ month }) => month === '2026-07')
    expect(july).toMatchObject({ position: 0, knownOn: '2026-06-30', assessedAt: '2026-09-10T08:00:00.000Z' })
  })

  it.each([
    ['2026-06', true],
    ['2026-09', false],
  ])(
    'what is said of %s is what was known on its eve, whether or not more was learned since',
    async (month, learned) => {
      const token = cast.here.steward.token
      const knownOn = addDays(`${month}-01`, -1)
      expect(await hasLearnedSince(test.pool, cast.here.communityId, knownOn)).toBe(learned)
      const kept = (await ask(test.app, { url: `${url}/assessments/${month}`, token })).json<KeptMonth>()
      const query = `from=${month}&to=${month}&knownOn=${knownOn}`
      const known = (await ask(test.app, { url: `${url}/timeline?${query}`, token })).json<Timeline>()
      const [{ month: _month, ...reading } = {}] = known.months
      expect(kept.said[0]?.reading).toEqual(reading)
    },
  )

  it('a community of which nothing is known is not spoken of', async () => {
    const answer = await ask(test.app, {
      method: 'POST',
      url: `/communities/${cast.elsewhere.communityId}/risks/assess`,
      token: cast.elsewhere.steward.token,
    })
    expect(answer.json()).toEqual({ assessed: [], revised: [] })
  })
})
