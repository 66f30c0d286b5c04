import type { Booking } from '@commonweal/contracts/bookings'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { castOf, type Cast } from './cast.ts'
import { openSpace } from './given.ts'
import { ask, startTestApp, type TestApp } from './test-app.ts'

const SLOTS = 20
const REQUESTS = 1000

let test: TestApp
let cast: Cast
beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
})
afterAll(() => test.close())

/** Slots of two hours, so that those of a quarter to the hour before overlap two of them. */
const slot = (index: number) => {
  const startsAt = Date.parse('2026-06-01T06:00:00Z') + index * 7_200_000
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + 7_200_000).toISOString() }
}

it('of a thousand bookings at once for twenty times each time has exactly one winner', async () => {
  const { communityId, organisations, steward } = cast.here
  const spaceId = await openSpace(test, cast.here, { needsApproval: false })
  const url = `/communities/${communityId}/spaces/${spaceId}/bookings`
  const answers = await Promise.all(
    Array.from({ length: REQUESTS }, async (_, index) => {
      const organisationId = index % 2 === 0 ? organisations.school : organisations.library
      const answer = await ask(test.app, {
        method: 'POST',
        url,
        token: steward.token,
        body: { organisationId, ...slot(index % SLOTS) },
      })
      return { status: answer.statusCode, code: answer.json<{ code?: string }>().code, slot: index % SLOTS }
    }),
  )
  const winners = answers.filter((answer) => answer.status === 201)
  expect(winners.map((winner) => winner.slot).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: SLOTS }, (_, index) => index),
  )
  const others = answers.filter((answer) => answer.status !== 201)
  expect(new Set(others.map((answer) => `${answer.status} ${answer.code}`))).toEqual(
    new Set(['409 space-already-booked']),
  )
  const { rows } = await test.pool.query(
    `select (select count(*) from bookings where space_id = $1) as bookings, (select count(*) from occupancies where space_id = $1) as occupancies,
      (select count(*) from activity where verb = 'requestBooking') as acts`,
    [spaceId],
  )
  expect(rows).toEqual([{ bookings: SLOTS, occupancies: SLOTS, acts: SLOTS }])
})

it('of ten requests for one time only one can be approved, however many say yes at once', async () => {
  const { communityId, organisations, steward } = cast.here
  const spaceId = await openSpace(test, cast.here, { needsApproval: true })
  const bookings = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const body = { organisationId: organisations.school, ...slot(0) }
      const answer = await ask(test.app, {
        method: 'POST',
        url: `/communities/${communityId}/spaces/${spaceId}/bookings`,
        token: steward.token,
        body,
      })
      return answer.json<Booking>()
    }),
  )
  expect(new Set(bookings.map((booking) => booking.status))).toEqual(new Set(['requested']))
  const answers = await Promise.all(
    bookings.map(({ id }) =>
      ask(test.app, {
        method: 'POST',
        url: `/communities/${communityId}/bookings/${id}/approve`,
        token: steward.token,
      }),
    ),
  )
  expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
})

it('writers of several spaces and times never wait for each other in a circle', async () => {
  const { communityId, organisations, steward } = cast.here
  const spaceIds = await Promise.all(
    [1, 2, 3].map(() =>
      openSpace(test, cast.here, { needsApproval: false, bufferBeforeMinutes: 30, bufferAfterMinutes: 30 }),
    ),
  )
  const answers = await Promise.all(
    Array.from({ length: 120 }, (_, index) =>
      ask(test.app, {
        method: 'POST',
        url: `/communities/${communityId}/spaces/${spaceIds[index % 3]}/bookings`,
        token: steward.token,
        body: { organisationId: organisations.school, ...slot((index * 7) % 10) },
      }),
    ),
  )
  // Buffers make neighbours collide: at most every second of the ten times can be had.
  expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([201, 409]))
  const { rows } = await test.pool.query(
    `select 1 from occupancies a join occupancies b on a.space_id = b.space_id and a.id < b.id and a.during && b.during`,
  )
  expect(rows).toEqual([])
})
