import type { Booking, BookingRow } from '@commonweal/contracts/bookings'
import type { Notice } from '@commonweal/contracts/notices'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { openSpace, thingsOf, type Things } from '../../test/given.ts'
import { NOW, ask, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast
let things: Things
let base: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  things = await thingsOf(test, cast.here)
  base = `/communities/${cast.here.communityId}`
})
afterAll(() => test.close())
beforeEach(() => {
  test.clock.now = NOW
})

const evening = { startsAt: '2026-05-20T16:00:00Z', endsAt: '2026-05-20T18:00:00Z' }
const request = (spaceId: string, body: object = {}, token = cast.here.member.token, verb = '') =>
  ask(test.app, {
    method: 'POST',
    url: `${base}/spaces/${spaceId}/bookings${verb}`,
    token,
    body: { organisationId: cast.here.organisations.school, ...evening, ...body },
  })
const step = (id: string, verb: string, body: object | undefined, token = cast.here.steward.token) =>
  ask(test.app, { method: 'POST', url: `${base}/bookings/${id}/${verb}`, token, body })
const read = async (id: string, token: string) =>
  (await ask(test.app, { url: `${base}/bookings/${id}`, token })).json<Booking>()
const confirmed = async () => (await request(await openSpace(test, cast.here))).json<Booking>()

describe('requestBooking', () => {
  it('is confirmed at once where the host need not be asked; who asked for whom is kept', async () => {
    const spaceId = await openSpace(test, cast.here)
    const answer = await request(spaceId, {
      initiativeId: things.initiativeId,
      title: 'Story evening',
      expectedAttendance: 12,
      startsAt: '2026-05-20T18:00:00+02:00',
    })
    expect(answer.statusCode).toBe(201)
    expect(answer.json<Booking>()).toMatchObject({
      status: 'confirmed',
      startsAt: '2026-05-20T16:00:00.000Z',
      timezone: 'Europe/Copenhagen',
      initiative: 'Repair café',
      organisation: 'Hill School',
      host: 'Town Library',
      requestedBy: { id: cast.here.member.personId },
      possibleVerbs: ['cancel'],
      revision: 1,
    })
    const trace = await ask(test.app, {
      url: `${base}/activity?objectId=${answer.json<Booking>().id}`,
      token: cast.here.viewer.token,
    })
    expect(trace.json().items).toMatchObject([
      { verb: 'requestBooking', organisation: 'Hill School', facts: { status: 'confirmed' } },
    ])
  })

  it('answers with what is read afterwards, to the last field', async () => {
    const said = {
      initiativeId: things.initiativeId,
      title: ' Story evening ',
      expectedAttendance: 12,
      message: 'Hello',
    }
    for (const [body, needsApproval, verb] of [
      [said, false, ''],
      [said, true, ''],
      [{}, false, ''],
      [{}, false, '/hold'],
    ] as const) {
      const spaceId = await openSpace(test, cast.here, { needsApproval })
      const answer = await request(spaceId, body, cast.here.member.token, verb)
      expect(answer.statusCode).toBe(201)
      const booked = answer.json<Booking>()
      expect(booked).toEqual(await read(booked.id, cast.here.member.token))
    }
  })

  it('asks a host who wants to be asked, and does not keep the time from others', async () => {
    const spaceId = await openSpace(test, cast.here, { needsApproval: true })
    const first = (await request(spaceId, { message: 'May we bring a choir?' })).json<Booking>()
    expect(first).toMatchObject({ status: 'requested', message: 'May we bring a choir?' })
    expect((await request(spaceId)).json<Booking>().status).toBe('requested')
    const notices = (await ask(test.app, { url: `${base}/notices`, token: cast.here.librarian.token })).json<{
      items: Notice[]
    }>()
    expect(notices.items).toContainEqual(
      expect.objectContaining({ kind: 'booking-asked', objectId: first.id, text: 'May we bring a choir?' }),
    )
  })

  it('whoever acts for the host need not ask themselves', async () => {
    const spaceId = await openSpace(test, cast.here, { needsApproval: true })
    const answer = await request(
      spaceId,
      { organisationId: cast.here.organisations.library },
      cast.here.librarian.token,
    )
    expect(answer.json<Booking>().status).toBe('confirmed')
  })

  it.each([
    ['organisation-unknown', {}, () => ({ organisationId: cast.elsewhere.organisations.school })],
    ['initiative-unknown', {}, () => ({ initiativeId: cast.elsewhere.communityId })],
    ['dates-in-wrong-order', {}, () => ({ endsAt: evening.startsAt })],
    ['booking-in-past', {}, () => ({ startsAt: '2026-05-15T10:00:00Z', endsAt: '2026-05-15T11:00:00Z' })],
    ['booking-too-short', { shortestMinutes: 180 }, () => ({})],
    ['booking-too-long', { longestMinutes: 60 }, () => ({})],
    ['booking-too-far-ahead', { aheadDays: 3 }, () => ({})],
    ['space-not-offered', { toOn: '2026-05-20' }, () => ({})],
    ['space-closed', { openingHours: 'We 09:00-17:00' }, () => ({})],
    ['space-too-small', { capacity: 10 }, () => ({ expectedAttendance: 11 })],
    ['request-not-valid', {}, () => ({ startsAt: '2026-05-20T16:00:30Z' })],
    ['request-not-valid', {}, () => ({ startsAt: '2026-05-20T16:00:00' })],
  ])('%s is refused', async (code, rules, body) => {
    const answer = await request(await openSpace(test, cast.here, rules), body(), cast.here.steward.token)
    expect(answer.json()).toMatchObject({ code })
  })

  it('nothing is booked for an initiative that has ended', async () => {
    await test.pool.query(`update initiatives set state = 'completed', ended_on = '2026-05-01' where id = $1`, [
      things.initiativeId,
    ])
    const answer = await request(await openSpace(test, cast.here), { initiativeId: things.initiativeId })
    expect(answer.json()).toMatchObject({ status: 409, code: 'initiative-ended' })
    await test.pool.query(`update initiatives set state = 'active', ended_on = null where id = $1`, [
      things.initiativeId,
    ])
  })

  it('a time that is taken is refused, with the nearest times that are free', async () => {
    const spaceId = await openSpace(test, cast.here, { bufferAfterMinutes: 30 })
    await request(spaceId)
    const answer = await request(spaceId, { startsAt: '2026-05-20T17:00:00Z', endsAt: '2026-05-20T18:00:00Z' })
    expect(answer.json()).toMatchObject({
      status: 409,
      code: 'space-already-booked',
      facts: { alternatives: ['2026-05-20T18:30:00.000Z', '2026-05-20T14:30:00.000Z'] },
    })
    const next = await request(spaceId, { startsAt: '2026-05-20T18:30:00Z', endsAt: '2026-05-20T19:30:00Z' })
    expect(next.statusCode).toBe(201)
  })

  it('a shared digital space is never taken', async () => {
    const spaceId = await openSpace(test, cast.here, { kind: 'digital', url: 'https://meet.example', isShared: true })
    for (const _ of [1, 2, 3]) expect((await request(spaceId)).json<Booking>().status).toBe('confirmed')
  })

  it('the hour that comes twice is two hours, told apart by their offsets', async () => {
    const spaceId = await openSpace(test, cast.here, { longestMinutes: 60 })
    const first = { startsAt: '2026-10-25T02:00:00+02:00', endsAt: '2026-10-25T02:00:00+01:00' }
    const second = { startsAt: '2026-10-25T02:00:00+01:00', endsAt: '2026-10-25T03:00:00+01:00' }
    for (const hour of [first, second]) expect((await request(spaceId, hour)).statusCode).toBe(201)
    expect((await request(spaceId, second)).statusCode).toBe(409)
  })

  it('repeated under a key it is one booking', async () => {
    const spaceId = await openSpace(test, cast.here)
    const once = () =>
      ask(test.app, {
        method: 'POST',
        url: `${base}/spaces/${spaceId}/bookings`,
        token: cast.here.member.token,
        body: { organisationId: cast.here.organisations.school, ...evening },
        headers: { 'idempotency-key': 'one-evening' },
      })
    const [first, second] = [await once(), await once()]
    expect(second.body).toBe(first.body)
  })
})

describe('holdBooking', () => {
  it('keeps the time for a quarter of an hour and not longer', async () => {
    const spaceId = await openSpace(test, cast.here)
    const hold = (await request(spaceId, {}, cast.here.member.token, '/hold')).json<Booking>()
    expect(hold).toMatchObject({
      status: 'held',
      heldUntil: '2026-05-15T10:15:00.000Z',
      possibleVerbs: ['confirm', 'cancel'],
    })
    expect((await request(spaceId)).statusCode).toBe(409)
    test.clock.now = new Date('2026-05-15T10:15:00Z')
    expect((await request(spaceId)).statusCode).toBe(201)
    expect(await read(hold.id, cast.here.member.token)).toMatchObject({
      status: 'held',
      isExpired: true,
      possibleVerbs: [],
    })
    expect((await step(hold.id, 'confirm', undefined)).json()).toMatchObject({
      status: 409,
      code: 'booking-hold-expired',
    })
    expect((await step(hold.id, 'cancel', {})).json()).toMatchObject({ status: 409, code: 'booking-hold-expired' })
  })

  it('becomes a booking, or a request that gives the time back until it is answered', async () => {
    const free = (await request(await openSpace(test, cast.here), {}, cast.here.member.token, '/hold')).json<Booking>()
    expect((await step(free.id, 'confirm', undefined, cast.here.member.token)).json<Booking>()).toMatchObject({
      status: 'confirmed',
      heldUntil: null,
    })
    expect((await step(free.id, 'confirm', undefined)).json()).toMatchObject({ code: 'booking-step-not-possible' })
    const asked = await openSpace(test, cast.here, { needsApproval: true })
    const hold = (await request(asked, {}, cast.here.member.token, '/hold')).json<Booking>()
    expect((await step(hold.id, 'confirm', undefined, cast.here.member.token)).json<Booking>().status).toBe('requested')
    const host = await request(asked, { organisationId: cast.here.organisations.library }, cast.here.librarian.token)
    expect(host.json<Booking>().status).toBe('confirmed')
  })

  it('what has begun meanwhile can no longer be confirmed', async () => {
    const soon = { startsAt: '2026-05-15T10:05:00Z', endsAt: '2026-05-15T11:05:00Z' }
    const hold = (
      await request(await openSpace(test, cast.here), soon, cast.here.member.token, '/hold')
    ).json<Booking>()
    test.clock.now = new Date('2026-05-15T10:05:00Z')
    expect((await step(hold.id, 'confirm', undefined)).json()).toMatchObject({ status: 422, code: 'booking-in-past' })
  })
})

describe('listBookings', () => {
  const list = async (query: string) =>
    (await ask(test.app, { url: `${base}/bookings?${query}`, token: cast.here.viewer.token })).json<{
      items: BookingRow[]
    }>()

  it('has what touches the days asked for, also what began before', async () => {
    const spaceId = await openSpace(test, cast.here, { longestMinutes: null })
    await request(spaceId, { startsAt: '2026-07-01T20:00:00Z', endsAt: '2026-07-03T06:00:00Z' })
    const days = ['2026-06-30', '2026-07-01', '2026-07-02', '2026-07-03', '2026-07-04']
    const found = await Promise.all(
      days.map(async (day) => (await list(`spaceId=${spaceId}&from=${day}&to=${day}`)).items.length),
    )
    expect(found).toEqual([0, 1, 1, 1, 0])
    expect((await list(`spaceId=${spaceId}&from=2026-07-03`)).items).toHaveLength(1)
  })

  it('has what was called off, or held and run out, only when asked', async () => {
    const booking = await confirmed()
    await request(
      booking.spaceId,
      { startsAt: '2026-05-21T16:00:00Z', endsAt: '2026-05-21T18:00:00Z' },
      cast.here.member.token,
      '/hold',
    )
    await step(booking.id, 'cancel', { reason: 'Rain' })
    const statuses = async (query: string) =>
      (await list(`spaceId=${booking.spaceId}${query}`)).items.map((item) => item.status)
    expect(await statuses('')).toEqual(['held'])
    test.clock.now = new Date('2026-05-15T11:00:00Z')
    expect(await statuses('')).toEqual([])
    expect(await statuses('&hasCancelled=true')).toEqual(['cancelled', 'held'])
    expect(await statuses('&status=cancelled')).toEqual(['cancelled'])
  })

  it('days in the wrong order are refused', async () => {
    expect(await list('from=2026-06-02&to=2026-06-01')).toMatchObject({ status: 422, code: 'dates-in-wrong-order' })
  })
})
