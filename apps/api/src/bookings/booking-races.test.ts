import type { Booking } from '@commonweal/contracts/bookings'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { openSpace } from '../../test/given.ts'
import { NOW, ask, startTestApp, type TestApp } from '../../test/test-app.ts'
import { spaceLockSql } from '../spaces/occupancies.store.ts'

let test: TestApp
let cast: Cast
beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
})
afterAll(() => test.close())
beforeEach(() => {
  test.clock.now = NOW
})

const request = (spaceId: string, body: object, token: string, verb = '') =>
  ask(test.app, {
    method: 'POST',
    url: `/communities/${cast.here.communityId}/spaces/${spaceId}/bookings${verb}`,
    token,
    body: {
      organisationId: cast.here.organisations.school,
      startsAt: '2026-05-20T16:00:00Z',
      endsAt: '2026-05-20T18:00:00Z',
      ...body,
    },
  })

describe('a space that changes while it is being booked', () => {
  it('is judged anew as it is once the change is known', async () => {
    const spaceId = await openSpace(test, cast.here, { capacity: 20 })
    const host = await test.pool.connect()
    await host.query('begin')
    await host.query(`select ${spaceLockSql('$1', '$2')}`, [cast.here.communityId, spaceId])
    await host.query('update spaces set capacity = 10, recorded_at = $2 where id = $1', [spaceId, NOW])
    const answer = request(spaceId, { expectedAttendance: 15 }, cast.here.steward.token)
    await someoneWaits()
    await host.query('commit')
    host.release()
    expect((await answer).json()).toMatchObject({ code: 'space-too-small' })
  })

  it('keeps the time of a hold that was confirmed in its last moment', async () => {
    const spaceId = await openSpace(test, cast.here)
    const held = (await request(spaceId, {}, cast.here.member.token, '/hold')).json<Booking>()
    const guest = await test.pool.connect()
    await guest.query('begin')
    await guest.query(`select ${spaceLockSql('$1', '$2')}`, [cast.here.communityId, spaceId])
    await guest.query(`update bookings set status = 'confirmed', held_until = null, recorded_at = $2 where id = $1`, [
      held.id,
      NOW,
    ])
    test.clock.now = new Date(NOW.getTime() + 16 * 60_000)
    const answer = request(spaceId, {}, cast.here.steward.token)
    await someoneWaits()
    await guest.query('commit')
    guest.release()
    expect((await answer).json()).toMatchObject({ code: 'space-already-booked' })
  })
})

/** Until a request stands in the queue of the space. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rows } = await test.pool.query(
      `select 1 from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`,
    )
    if (rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
