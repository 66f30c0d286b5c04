import type { Timeline } from '@commonweal/domain/risks/timeline'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { monthlyStarts } from '../../test/monthly-starts.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'
import { reserves } from '../finances/finances.table.ts'
import { initiatives } from '../initiatives/initiatives.table.ts'
import { hasLearnedSince, loadHistory, loadHistoryAsKnown } from './history.store.ts'

let test: TestApp
let cast: Cast
let communityId: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  communityId = cast.here.communityId
  await test.pool.query(`update organisations set recorded_at = '2022-01-01' where community_id = $1`, [communityId])
  await test.pool.query(`update memberships set recorded_at = '2022-01-01' where community_id = $1`, [communityId])
  await test.pool.query('delete from versions where community_id = $1', [communityId])
  await monthlyStarts(test, cast.here, { from: '2022-01', to: '2025-03' })
})
afterAll(() => test.close())

type Known = Timeline & { readonly known?: { readonly on: string; readonly assumedFacts: number } }

const read = async (query = '') =>
  (
    await ask(test.app, {
      url: `/communities/${communityId}/risks/timeline${query}`,
      token: cast.here.viewer.token,
    })
  ).json<Known>()
const known = async (on: string) => {
  const past = await loadHistoryAsKnown(test.pool, communityId, on)
  if (!past) throw new Error('the community is there')
  return past.history
}

describe('as known on a day', () => {
  it('late facts change a past month as it is known now, and not as it was known then', async () => {
    const before = await read('?to=2026-05')
    expect(before.months.at(-1)?.stagnation.heldLevel).not.toBe('none')
    const said = await read('?knownOn=2026-05-01')
    expect(said.known).toEqual({ on: '2026-05-01', assumedFacts: 0 })
    expect(said.months).toEqual(before.months)

    await monthlyStarts(test, cast.here, {
      from: '2025-04',
      to: '2026-04',
      recordedAt: new Date('2026-05-15T10:00:00Z'),
    })
    const now = await read('?from=2026-05&to=2026-05')
    expect(now.months.map((month) => month.stagnation.heldLevel)).toEqual(['none'])
    expect((await read('?knownOn=2026-05-01')).months).toEqual(said.months)
    expect((await read('?from=2026-05&to=2026-05&knownOn=2026-05-15')).months).toEqual(now.months)
  })

  it('signs, facts and explanations of a month are read as known then, too', async () => {
    const month = '2026-05'
    const at = async <Answer>(path: string) =>
      (
        await ask(test.app, { url: `/communities/${communityId}/risks/${path}`, token: cast.here.viewer.token })
      ).json<Answer>()
    const both = <Answer>(path: string) =>
      Promise.all([at<Answer>(path), at<Answer>(`${path}${path.includes('?') ? '&' : '?'}knownOn=2026-05-01`)])
    type Explained = { heldLevel: string }
    const [explainedNow, explainedThen] = await both<Explained>(`network-stagnation/explain?month=${month}`)
    expect([explainedNow.heldLevel, explainedThen.heldLevel !== 'none']).toEqual(['none', true])
    type Facts = { stagnation: { renewal: { initiativeIds: string[] } } }
    const [factsNow, factsThen] = await both<Facts>(`facts/${month}`)
    expect(factsThen).not.toEqual(factsNow)
    type Signs = { months: { month: string; window: { n: number } }[] }
    const [signsNow, signsThen] = await both<Signs>(`secondary?from=${month}&to=${month}`)
    expect(signsNow.months.map((one) => one.month)).toEqual([month])
    expect(signsThen.months).not.toEqual(signsNow.months)
  })

  it('the day ends at midnight in the clock of the community', async () => {
    const id = uuidv7()
    // 00:30 of the tenth in Copenhagen.
    const recordedAt = new Date('2026-02-09T23:30:00Z')
    await test.house.db
      .insert(reserves)
      .values({ communityId, id, countedOn: '2026-02-01', amountMinor: 700, currency: 'EUR', recordedAt })
    expect((await known('2026-02-09')).reserves).toBeNull()
    expect((await known('2026-02-10')).reserves).toMatchObject([{ amountMinor: 700 }])
  })

  it('a corrected row reads as it stood, a removed one as long as it stood', async () => {
    const [first] = await test.house.db
      .select({ id: initiatives.id, title: initiatives.title })
      .from(initiatives)
      .where(eq(initiatives.startedOn, '2023-01-03'))
    await test.house.db
      .update(initiatives)
      .set({ plannedEndOn: '2024-01-03', recordedAt: new Date('2023-06-10T08:00:00Z') })
      .where(eq(initiatives.startedOn, '2023-01-03'))
    const planned = async (on: string) =>
      (await known(on)).initiatives.find((one) => one.id === first?.id)?.plannedEndOn
    expect(await planned('2023-01-02')).toBeUndefined()
    expect(await planned('2023-06-09')).toBe('2023-04-03')
    expect(await planned('2023-06-10')).toBe('2024-01-03')

    await test.house.db.delete(reserves).where(eq(reserves.communityId, communityId))
    expect((await known('2026-03-01')).reserves).toMatchObject([{ amountMinor: 700 }])
    expect((await known('2100-01-01')).reserves).toBeNull()
    // What stands now is what is known on a day to come.
    const present = await loadHistory(test.pool, communityId)
    expect(await known('2100-01-01')).toEqual(present?.history)
  })

  it('what the community wants, whether it closes and how far its data go read as it said then', async () => {
    const say = (what: string, recordedAt: string) =>
      test.pool.query(`update communities set ${what}, recorded_at = $2 where id = $1`, [communityId, recordedAt])
    const said = async (on: string) => {
      const { coreSectors, wantsIndependence, closingSince, dataCompleteThrough } = await known(on)
      return { coreSectors, wantsIndependence, closingSince, dataCompleteThrough }
    }
    await say(
      "core_sectors = null, wants_independence = null, data_complete_through = '2026-03-31'",
      '2026-06-01T08:00:00Z',
    )
    await test.pool.query(`delete from versions where community_id = $1 and table_name = 'communities'`, [communityId])
    await say("note = 'Nothing of this is read'", '2026-06-02T08:00:00Z')
    await say("core_sectors = '{sport,health}', data_complete_through = '2026-05-31'", '2026-06-10T08:00:00Z')
    await say("closing_since = '2026-06-20', wants_independence = true", '2026-06-20T08:00:00Z')

    const first = { coreSectors: null, wantsIndependence: null, closingSince: null, dataCompleteThrough: '2026-03-31' }
    const then = { ...first, coreSectors: ['sport', 'health'], dataCompleteThrough: '2026-05-31' }
    // Of a day before anything was said, what was said first.
    expect(await said('2026-01-01')).toEqual(first)
    expect(await said('2026-06-09')).toEqual(first)
    expect(await said('2026-06-10')).toEqual(then)
    expect(await said('2026-06-19')).toEqual(then)
    expect(await said('2026-06-20')).toEqual({ ...then, closingSince: '2026-06-20', wantsIndependence: true })
    const kept = await test.pool.query(
      `select 1 from versions where community_id = $1 and table_name = 'communities'`,
      [communityId],
    )
    expect(kept.rowCount).toBe(2)

    const { communityId: other } = cast.elsewhere
    // An image that came in a package and names another community shows nothing of it.
    const before = await known('2026-06-09')
    await test.pool.query(
      `update versions set image = image || jsonb_build_object('id', $2::uuid, 'currency', 'XXX') where community_id = $1 and table_name = 'communities'`,
      [communityId, other],
    )
    expect(await known('2026-06-09')).toEqual(before)

    expect(await hasLearnedSince(test.pool, other, '2099-12-31')).toBe(false)
    await test.pool.query(
      `update communities set closing_since = '2100-01-01', recorded_at = '2100-01-01T08:00:00Z' where id = $1`,
      [other],
    )
    expect(await hasLearnedSince(test.pool, other, '2099-12-31')).toBe(true)
    expect(await hasLearnedSince(test.pool, other, '2100-01-01')).toBe(false)
  })

  it('a community whose first fact lies in this month has an empty line', async () => {
    const { communityId: other } = cast.elsewhere
    await test.house.db.insert(initiatives).values({
      communityId: other,
      id: uuidv7(),
      title: 'First of all',
      kind: 'joint',
      state: 'active',
      startedOn: '2026-05-04',
      recordedAt: test.clock.now,
    })
    const answer = await ask(test.app, {
      url: `/communities/${other}/risks/timeline`,
      token: cast.elsewhere.viewer.token,
    })
    expect([answer.statusCode, answer.json<Timeline>().months]).toEqual([200, []])
    const backwards = await ask(test.app, {
      url: `/communities/${other}/risks/timeline?from=2026-06&to=2026-05`,
      token: cast.elsewhere.viewer.token,
    })
    expect(backwards.json()).toMatchObject({ status: 422, code: 'month-range-not-valid' })
  })

  it('what is no day is refused with where it stands', async () => {
    const answer = await ask(test.app, {
      url: `/communities/${communityId}/risks/timeline?knownOn=2026-02-30`,
      token: cast.here.viewer.token,
    })
    expect(answer.json()).toMatchObject({ code: 'request-not-valid', errors: [{ pointer: '#/querystring/knownOn' }] })
  })
})
