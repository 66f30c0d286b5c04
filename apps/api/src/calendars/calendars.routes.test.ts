import type { SpaceWeek, WhatIsOnRow } from '@commonweal/contracts/calendars'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { openSpace, thingsOf, type Things } from '../../test/given.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

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

const book = (spaceId: string, body: object) =>
  ask(test.app, {
    method: 'POST',
    url: `${base}/spaces/${spaceId}/bookings`,
    token: cast.here.member.token,
    body: { organisationId: cast.here.organisations.school, ...body },
  })
const get = (path: string) => ask(test.app, { url: `${base}${path}`, token: cast.here.viewer.token })

describe('readSpaceWeek', () => {
  it('says what is booked and what is free, in the clock of the space', async () => {
    const spaceId = await openSpace(test, cast.here, {
      openingHours: 'Mo 09:00-17:00; Tu 09:00-12:00',
      bufferBeforeMinutes: 15,
      bufferAfterMinutes: 15,
    })
    await book(spaceId, { startsAt: '2026-06-01T09:00:00Z', endsAt: '2026-06-01T11:00:00Z' })
    const week = (await get(`/spaces/${spaceId}/week?week=2026-W23`)).json<SpaceWeek>()
    expect(week).toMatchObject({
      timezone: 'Europe/Copenhagen',
      from: '2026-06-01',
      to: '2026-06-08',
      startsAt: '2026-05-31T22:00:00.000Z',
      bookings: [{ status: 'confirmed' }],
    })
    expect(week.free).toEqual([
      { startsAt: '2026-06-01T07:00:00.000Z', endsAt: '2026-06-01T08:30:00.000Z' },
      { startsAt: '2026-06-01T11:30:00.000Z', endsAt: '2026-06-01T15:00:00.000Z' },
      { startsAt: '2026-06-02T07:00:00.000Z', endsAt: '2026-06-02T10:00:00.000Z' },
    ])
    expect((await get(`/spaces/${spaceId}/week?from=2026-06-02`)).json<SpaceWeek>().free).toHaveLength(2)
    expect((await get(`/spaces/${spaceId}/week`)).json<SpaceWeek>().from).toBe('2026-05-11')
  })

  it('the weeks of the clock changes have 167 and 169 hours', async () => {
    const spaceId = await openSpace(test, cast.here, { aheadDays: null })
    const hoursOf = async (week: string) => {
      const { startsAt, endsAt } = (await get(`/spaces/${spaceId}/week?week=${week}`)).json<SpaceWeek>()
      return (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000
    }
    expect(await hoursOf('2026-W13')).toBe(167)
    expect(await hoursOf('2026-W43')).toBe(169)
  })

  it.each(['week=2025-W53', 'week=2026-W23&from=2026-06-01'])('%s is no week', async (query) => {
    expect((await get(`/spaces/${things.spaceId}/week?${query}`)).json()).toMatchObject({
      status: 422,
      code: 'week-not-valid',
    })
  })
})

describe('listWhatIsOn', () => {
  it('is one calendar of what takes place: space, host, initiative', async () => {
    const page = (await get('/what-is-on?from=2026-06-01&to=2026-06-01')).json<{ items: WhatIsOnRow[] }>()
    expect(page.items.find((item) => item.id === things.bookingId)).toMatchObject({
      space: 'Reading room',
      host: 'Town Library',
      initiative: 'Repair café',
    })
    const asked = await openSpace(test, cast.here, { needsApproval: true })
    await book(asked, { startsAt: '2026-06-03T09:00:00Z', endsAt: '2026-06-03T11:00:00Z' })
    expect((await get('/what-is-on?from=2026-06-03&to=2026-06-03')).json()).toMatchObject({ items: [] })
    expect((await get('/what-is-on')).json<{ items: WhatIsOnRow[] }>().items.length).toBeGreaterThan(0)
  })

  it('days in the wrong order are refused', async () => {
    expect((await get('/what-is-on?from=2026-06-03&to=2026-06-01')).json()).toMatchObject({
      status: 422,
      code: 'dates-in-wrong-order',
    })
  })
})

describe('iCalendar', () => {
  it.each([
    ['the community', () => '/calendar.ics'],
    ['a space', () => `/spaces/${things.spaceId}/calendar.ics`],
    ['an initiative', () => `/initiatives/${things.initiativeId}/calendar.ics`],
  ])('of %s: the same bytes for the same bookings, in UTC', async (_title, path) => {
    const [first, second] = [await get(path()), await get(path())]
    expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(first.body).toBe(second.body)
    expect(first.body).toContain(`UID:${things.bookingId}@commonweal.test\r\n`)
    expect(first.body).toContain('DTSTART:20260601T160000Z\r\n')
    expect(first.body).toContain('SUMMARY:Repair café\r\n')
    expect(first.body).toContain('STATUS:CONFIRMED\r\n')
    expect(first.body).not.toContain('@lindenmark')
  })

  it('what was called off stays, marked, with a higher sequence', async () => {
    const spaceId = await openSpace(test, cast.here, { name: 'Attic' })
    const { id } = (
      await book(spaceId, {
        startsAt: '2026-06-05T09:00:00Z',
        endsAt: '2026-06-05T11:00:00Z',
        title: 'Open; kitchen, and more',
      })
    ).json<{ id: string }>()
    await ask(test.app, {
      method: 'POST',
      url: `${base}/bookings/${id}/cancel`,
      token: cast.here.member.token,
      body: { reason: 'Rain' },
    })
    const { body } = await get(`/spaces/${spaceId}/calendar.ics`)
    expect(body).toContain('STATUS:CANCELLED\r\n')
    expect(body).toContain('SEQUENCE:1\r\n')
    expect(body).toContain('SUMMARY:Open\\; kitchen\\, and more\r\n')
  })

  it('a line break in an imported name begins no property of its own', async () => {
    const spaceId = await openSpace(test, cast.here, { name: 'Attic\r\nATTENDEE:mailto:x@y.example' })
    await book(spaceId, { startsAt: '2026-06-06T09:00:00Z', endsAt: '2026-06-06T11:00:00Z' })
    expect((await get(`/spaces/${spaceId}/calendar.ics`)).body).not.toMatch(/^ATTENDEE/m)
  })
})

describe('milestones', () => {
  it('stand in the feeds of the community and of their initiative as a whole day, and in no feed of a space', async () => {
    const { milestoneId, initiativeId, spaceId } = things
    const feedOf = async (place: string) =>
      (
        await ask(test.app, {
          url: `/communities/${cast.here.communityId}${place}/calendar.ics`,
          token: cast.here.viewer.token,
        })
      ).body
    for (const place of ['', `/initiatives/${initiativeId}`]) {
      const entry = (await feedOf(place)).split('BEGIN:VEVENT').find((part) => part.includes(milestoneId))
      expect(entry).toContain('SUMMARY:A hundred toasters')
      expect(entry).toContain('DTSTART;VALUE=DATE:20260901')
      expect(entry).toContain('DTEND;VALUE=DATE:20260902')
    }
    expect(await feedOf(`/spaces/${spaceId}`)).not.toContain(milestoneId)
  })
})
