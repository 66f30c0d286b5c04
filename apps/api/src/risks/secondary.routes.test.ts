import { evaluateSecondary } from '@commonweal/domain/risks/secondary/secondary-timeline'
import { type SeenReading, withoutPersons } from '@commonweal/domain/risks/secondary/person-signs'
import type { ThresholdSpan } from '@commonweal/domain/risks/thresholds'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast, type Player } from '../../test/cast.ts'
import { monthlyStarts } from '../../test/monthly-starts.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'
import { loadHistory } from './history.store.ts'

let test: TestApp
let cast: Cast

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  const { communityId, coordinator } = cast.here
  await monthlyStarts(test, cast.here, { from: '2024-01', to: '2026-04' })
  const { rows } = await test.pool.query<{ id: string }>('select id from initiatives where community_id = $1', [
    communityId,
  ])
  for (const { id } of rows) {
    await test.pool.query(
      `insert into coordinations (community_id, id, initiative_id, person_id, recorded_at) values ($1, $2, $3, $4, now())`,
      [communityId, uuidv7(), id, coordinator.personId],
    )
  }
})
afterAll(() => test.close())

type Answered = {
  months: (SeenReading & { month: string })[]
  names: Record<string, string>
  thresholds: ThresholdSpan[]
}

const read = async (who: Player, query = '?from=2026-03&to=2026-05', path = 'secondary') => {
  const url = `/communities/${cast.here.communityId}/risks/${path}${query}`
  const answer = await ask(test.app, { url, token: who.token })
  return { answer, body: answer.json<Answered>() }
}
const persons = (who: Player) => read(who, undefined, 'secondary/persons')

describe('the secondary flags', () => {
  it('are what the engine reads from the history, month by month, without what tells of persons', async () => {
    const { answer, body } = await read(cast.here.viewer)
    expect(answer.statusCode).toBe(200)
    expect(body.months.map(({ month }) => month)).toEqual(['2026-03', '2026-04', '2026-05'])
    const loaded = await loadHistory(test.pool, cast.here.communityId)
    if (!loaded) throw new Error('the community is there')
    for (const month of body.months)
      expect(month).toEqual(withoutPersons(evaluateSecondary(loaded.history, month.month)))
    const { youth, personalisation } = body.months.at(-1)?.flags ?? {}
    expect(youth).toMatchObject({ heldLevel: 'warning', isExpertSet: true, value: 0 })
    expect(personalisation).toMatchObject({ heldLevel: 'critical', isWithheld: true, value: null, persons: null })
    expect((await read(cast.here.steward)).answer.body).not.toContain(cast.here.coordinator.personId)
  })

  it('that tell of persons name them to stewards, give figures to coordinators, and nothing to others', async () => {
    const { coordinator, steward, member, viewer } = cast.here
    const named = await persons(steward)
    expect(named.body.names[coordinator.personId]).toEqual(expect.any(String))
    expect(named.body.months.at(-1)?.flags.personalisation).toMatchObject({
      value: 1,
      persons: { topPersonIds: [coordinator.personId] },
    })
    const figures = await persons(coordinator)
    expect(figures.body.months.at(-1)?.flags.personalisation).toMatchObject({ value: 1, persons: { topShare: 1 } })
    expect(figures.answer.body).not.toContain(coordinator.personId)
    for (const who of [member, viewer]) expect((await persons(who)).answer.statusCode).toBe(403)
  })

  it('are asked for a possible range of months, and wait for data where nothing has happened', async () => {
    for (const path of ['secondary', 'secondary/persons']) {
      const refused = await read(cast.here.steward, '?from=2026-05&to=2026-03', path)
      expect(refused.answer.json()).toMatchObject({ status: 422, code: 'month-range-not-valid' })
    }
    const { body } = await read(cast.here.viewer, '?from=2010-01&to=2010-02')
    expect(body.months.map(({ flags }) => flags.places.level)).toEqual(['insufficient-data', 'insufficient-data'])
  })

  it('that are switched off are left out from their month on, for everybody, and stay in the months before', async () => {
    const set = (values: object, reason: string) =>
      ask(test.app, {
        method: 'POST',
        url: `/communities/${cast.here.communityId}/risks/thresholds`,
        token: cast.here.steward.token,
        body: { values, reason },
      })
    const before = await read(cast.here.steward)
    expect((await set({ switchedOff: ['youth', 'personalisation'] }, 'We are a network of the old')).statusCode).toBe(
      201,
    )
    for (const who of [cast.here.viewer, cast.here.steward]) {
      const { body } = await read(who)
      expect(body.thresholds).toMatchObject([
        { from: '2026-03', values: null },
        { from: '2026-05', values: { switchedOff: ['youth', 'personalisation'] } },
      ])
      expect(body.months.slice(0, 2)).toEqual(before.body.months.slice(0, 2))
      const { youth: _, personalisation: __, ...others } = before.body.months[2]?.flags ?? {}
      expect(body.months[2]?.flags).toEqual(others)
    }
    const named = await persons(cast.here.steward)
    expect(named.body.months.map(({ flags }) => Object.keys(flags))).toEqual([
      ['personalisation', 'volunteering'],
      ['personalisation', 'volunteering'],
      ['volunteering'],
    ])
    expect((await set({}, 'All of them again')).statusCode).toBe(201)
    expect((await read(cast.here.viewer)).body.months).toEqual(before.body.months)
  })
})
