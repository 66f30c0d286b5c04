import type { SignExplanation } from '@commonweal/domain/risks/explain-signs/explain-sign'
import { openFlagNames, personFlagNames } from '@commonweal/domain/risks/secondary/flag-names'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast, type Player } from '../../test/cast.ts'
import { monthlyStarts } from '../../test/monthly-starts.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

type Named = SignExplanation & { readonly community: string; readonly names: Readonly<Record<string, string>> }

let test: TestApp
let cast: Cast
let initiativeIds: string[]

/** Whoever coordinates all initiatives, forty hours each. */
beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  const { communityId, coordinator } = cast.here
  await monthlyStarts(test, cast.here, { from: '2025-01', to: '2026-04' })
  const { rows } = await test.pool.query<{ id: string }>('select id from initiatives where community_id = $1', [
    communityId,
  ])
  initiativeIds = rows.map(({ id }) => id)
  for (const id of initiativeIds) {
    await test.pool.query(
      `insert into coordinations (community_id, id, initiative_id, person_id, hours, recorded_at) values ($1, $2, $3, $4, 40, now())`,
      [communityId, uuidv7(), id, coordinator.personId],
    )
  }
})
afterAll(() => test.close())

const read = async (who: Player, path: string, search = '', communityId = cast.here.communityId) => {
  const url = `/communities/${communityId}/risks/secondary/${path}/explain${search}`
  const answer = await ask(test.app, { url, token: who.token })
  return { status: answer.statusCode, text: answer.body, body: answer.json<Named & { code: string }>() }
}

describe('what drives a sign', () => {
  it('is told of each that tells of no person, to everybody, with names for its ids', async () => {
    for (const sign of openFlagNames) {
      const { status, body } = await read(cast.here.viewer, sign, '?month=2026-05')
      expect([sign, status, body.sign, body.month]).toEqual([sign, 200, sign, '2026-05'])
      for (const { kind, id } of [...body.drivers.raising, ...body.drivers.holding]) {
        expect(['initiative', 'partner']).toContain(kind)
        expect(body.names[id]).toEqual(expect.any(String))
      }
    }
    const { body } = await read(cast.here.viewer, 'youth')
    expect(body).toMatchObject({ community: 'lindenmark', score: 2, mostScore: 3, parts: { direct: 2 } })
    // None of the initiatives has a youth group, so each of them counts as one more without.
    expect(body.drivers.raising).toHaveLength(5)
    for (const { id, moves } of body.drivers.raising) {
      expect(initiativeIds).toContain(id)
      expect(moves).toMatchObject({ reading: 'direct', measure: 'atMost' })
    }
    // A youth group in one of the three that run would do, or in one that begins.
    expect(
      body.ways.flatMap(({ steps, by, score }) =>
        steps.map(({ code, values, things }) => [code, values, things.length, by, score]),
      ),
    ).toEqual([
      ['youth-joins', { count: { type: 'number', value: 1 } }, 1, '2026-05-31', 0],
      ['youth-begins', { count: { type: 'number', value: 1 } }, 0, '2026-05-31', 0],
    ])
  })

  it('that tells of persons names them to stewards, and only other facts to coordinators', async () => {
    const { steward, coordinator } = cast.here
    const named = await read(steward, 'persons/personalisation', '?month=2026-05')
    expect(named.body).toMatchObject({ score: 3, isWithheld: false })
    expect(named.body.drivers.raising[0]).toMatchObject({ kind: 'person', id: coordinator.personId })
    expect(named.body.names[coordinator.personId]).toEqual(expect.any(String))
    const unnamed = await read(coordinator, 'persons/personalisation', '?month=2026-05')
    expect(unnamed.body).toMatchObject({ score: 3, isWithheld: false })
    // The three persons who act for the partners, one of whom coordinates everything.
    expect(unnamed.body.drivers.tried).toBe(named.body.drivers.tried - 3)
    expect(unnamed.text).not.toContain(coordinator.personId)
  })

  it('by hours and pay is told to stewards alone', async () => {
    const { steward, coordinator } = cast.here
    await test.pool.query(`update representations set is_paid = false where community_id = $1 and person_id = $2`, [
      cast.here.communityId,
      coordinator.personId,
    ])
    const told = await read(steward, 'persons/volunteering', '?month=2026-05')
    expect(told.body).toMatchObject({ score: 1, isWithheld: false })
    expect(told.body.drivers.raising[0]).toMatchObject({ kind: 'person', id: coordinator.personId })
    const kept = await read(coordinator, 'persons/volunteering', '?month=2026-05')
    expect(kept.body).toMatchObject({
      score: 1,
      isWithheld: true,
      drivers: { raising: [], holding: [], tried: 0, of: 0 },
      names: {},
    })
  })

  it('that tells of persons is refused to others, and not found by another way', async () => {
    const { member, viewer, steward } = cast.here
    for (const sign of personFlagNames) {
      for (const who of [member, viewer]) expect((await read(who, `persons/${sign}`)).status).toBe(403)
      expect((await read(steward, sign)).status).toBe(400)
    }
    expect((await read(steward, 'boredom')).status).toBe(400)
  })

  it('is asked for of a month there is, and as known on a day', async () => {
    const far = await read(cast.here.steward, 'youth', '?month=2201-01')
    expect([far.status, far.body.code]).toEqual([422, 'month-range-not-valid'])
    const before = await read(cast.here.steward, 'youth', '?month=2010-01')
    expect(before.body).toMatchObject({ score: null, reason: 'too-few', drivers: { raising: [], tried: 0 } })
    const past = await read(cast.here.steward, 'youth', '?knownOn=2010-01-31')
    expect(past.body).toMatchObject({ month: '2010-01', score: null })
  })

  it('is unknown in another community, and of a sign that is switched off', async () => {
    for (const path of ['youth', 'persons/personalisation']) {
      const elsewhere = await read(cast.here.steward, path, '', cast.elsewhere.communityId)
      expect(elsewhere.status).toBe(404)
    }
    const set = (values: object) =>
      ask(test.app, {
        method: 'POST',
        url: `/communities/${cast.here.communityId}/risks/thresholds`,
        token: cast.here.steward.token,
        body: { values, reason: 'We are a network of the old' },
      })
    expect((await set({ switchedOff: ['youth'] })).statusCode).toBe(201)
    expect((await read(cast.here.viewer, 'youth')).status).toBe(404)
    expect((await read(cast.here.viewer, 'youth', '?month=2026-04')).status).toBe(200)
    expect((await read(cast.here.viewer, 'places')).status).toBe(200)
  })
})
