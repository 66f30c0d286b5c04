import type { Booking } from '@commonweal/contracts/bookings'
import type { Notice } from '@commonweal/contracts/notices'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { openSpace } from '../../test/given.ts'
import { NOW, ask, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast
let base: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  base = `/communities/${cast.here.communityId}`
})
afterAll(() => test.close())
beforeEach(() => {
  test.clock.now = NOW
})

const evening = { startsAt: '2026-05-20T16:00:00Z', endsAt: '2026-05-20T18:00:00Z' }
const request = (spaceId: string, body: object = {}, token = cast.here.member.token) =>
  ask(test.app, {
    method: 'POST',
    url: `${base}/spaces/${spaceId}/bookings`,
    token,
    body: { organisationId: cast.here.organisations.school, ...evening, ...body },
  })
const step = (id: string, verb: string, body: object | undefined, token = cast.here.steward.token) =>
  ask(test.app, { method: 'POST', url: `${base}/bookings/${id}/${verb}`, token, body })
const read = async (id: string, token: string) =>
  (await ask(test.app, { url: `${base}/bookings/${id}`, token })).json<Booking>()
const requested = async () => (await request(await openSpace(test, cast.here, { needsApproval: true }))).json<Booking>()
const confirmed = async () => (await request(await openSpace(test, cast.here))).json<Booking>()

describe('the answer of the host', () => {
  it('yes: confirmed, told to those who asked', async () => {
    const booking = await requested()
    const answer = await step(booking.id, 'approve', undefined, cast.here.librarian.token)
    expect(answer.json<Booking>()).toMatchObject({ status: 'confirmed', revision: 2 })
    const notices = (await ask(test.app, { url: `${base}/notices`, token: cast.here.member.token })).json<{
      items: Notice[]
    }>()
    expect(notices.items).toContainEqual(
      expect.objectContaining({ kind: 'booking-decided', objectId: booking.id, outcome: 'confirmed' }),
    )
  })

  it('yes to what was given away meanwhile is refused, and the request stays open', async () => {
    const booking = await requested()
    await request(booking.spaceId, { organisationId: cast.here.organisations.library }, cast.here.librarian.token)
    const answer = await step(booking.id, 'approve', undefined, cast.here.librarian.token)
    expect(answer.json()).toMatchObject({ status: 409, code: 'space-already-booked' })
    expect(answer.json().facts.alternatives).toHaveLength(2)
    expect((await read(booking.id, cast.here.member.token)).status).toBe('requested')
  })

  it('no: with a reason, which only those concerned can read', async () => {
    const booking = await requested()
    expect((await step(booking.id, 'decline', {}, cast.here.librarian.token)).json()).toMatchObject({
      status: 422,
      code: 'reason-missing',
    })
    const answer = await step(booking.id, 'decline', { reason: 'The choir rehearses' }, cast.here.librarian.token)
    expect(answer.json<Booking>()).toMatchObject({ status: 'declined', reason: 'The choir rehearses' })
    expect(await read(booking.id, cast.here.member.token)).toMatchObject({ reason: 'The choir rehearses' })
    expect(await read(booking.id, cast.here.viewer.token)).toMatchObject({
      reason: null,
      message: null,
      requestedBy: null,
    })
    expect((await step(booking.id, 'decline', { reason: 'Twice' })).json()).toMatchObject({
      status: 409,
      code: 'booking-step-not-possible',
    })
    expect((await step(booking.id, 'approve', undefined)).json()).toMatchObject({
      status: 409,
      code: 'booking-step-not-possible',
    })
  })

  it('comes from the host or a steward, not from those who asked', async () => {
    const booking = await requested()
    expect((await step(booking.id, 'approve', undefined, cast.here.member.token)).json()).toMatchObject({
      status: 403,
      code: 'not-your-organisation',
    })
    expect((await step(booking.id, 'approve', undefined, cast.here.steward.token)).statusCode).toBe(200)
  })

  it('comes too late once the time has begun', async () => {
    const booking = await requested()
    test.clock.now = new Date(evening.startsAt)
    expect((await step(booking.id, 'approve', undefined)).json()).toMatchObject({
      status: 422,
      code: 'booking-in-past',
    })
  })
})

describe('cancelBooking', () => {
  it('frees the time; once confirmed it owes a reason', async () => {
    const booking = await confirmed()
    expect((await step(booking.id, 'cancel', {}, cast.here.member.token)).json()).toMatchObject({
      code: 'reason-missing',
    })
    expect(
      (await step(booking.id, 'cancel', { reason: 'Rain' }, cast.here.librarian.token)).json<Booking>().status,
    ).toBe('cancelled')
    expect((await request(booking.spaceId)).statusCode).toBe(201)
    expect((await step(booking.id, 'cancel', { reason: 'Rain' })).json()).toMatchObject({
      code: 'booking-step-not-possible',
    })
  })

  it('is too late once it has begun', async () => {
    const booking = await confirmed()
    test.clock.now = new Date(evening.startsAt)
    expect((await step(booking.id, 'cancel', { reason: 'Rain' })).json()).toMatchObject({
      status: 409,
      code: 'booking-begun',
    })
  })
})

describe('what became of it', () => {
  it('can have taken place, with a head count that can be put right', async () => {
    const booking = await confirmed()
    expect((await step(booking.id, 'attend', { attendance: 12 })).json()).toMatchObject({
      status: 409,
      code: 'booking-not-begun',
    })
    test.clock.now = new Date('2026-05-20T18:30:00Z')
    expect(
      (await step(booking.id, 'attend', { attendance: 12 }, cast.here.member.token)).json<Booking>(),
    ).toMatchObject({ status: 'attended', attendance: 12 })
    expect(
      (await step(booking.id, 'attend', { attendance: 21 }, cast.here.librarian.token)).json<Booking>().attendance,
    ).toBe(21)
    expect((await step(booking.id, 'release', {})).json()).toMatchObject({ code: 'booking-step-not-possible' })
  })

  it('nobody came: the hours left are free for others', async () => {
    const booking = await confirmed()
    expect((await step(booking.id, 'release', {})).json()).toMatchObject({ status: 409, code: 'booking-not-begun' })
    test.clock.now = new Date('2026-05-20T16:30:00Z')
    expect((await step(booking.id, 'release', {}, cast.here.librarian.token)).json<Booking>().status).toBe('released')
    expect((await request(booking.spaceId, { startsAt: '2026-05-20T17:00:00Z' })).statusCode).toBe(201)
    expect((await step(booking.id, 'attend', { attendance: 3 })).json()).toMatchObject({
      code: 'booking-step-not-possible',
    })
  })
})
