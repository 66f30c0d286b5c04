import { describe, expect, it } from 'vitest'
import { defaultBookingRules } from '../spaces/space.ts'
import { occupiedSpan, requestBooking, type BookableSpace } from './booking-rules.ts'

const now = new Date('2026-05-15T10:00:00Z')
const space: BookableSpace = {
  ...defaultBookingRules,
  timezone: 'Europe/Copenhagen',
  capacity: 20,
  from: null,
  to: null,
  openings: null,
}
const draft = (startsAt: string, endsAt: string, expectedAttendance: number | null = null) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  expectedAttendance,
})
const evening = draft('2026-05-20T16:00:00Z', '2026-05-20T18:00:00Z')
/** Weekdays nine to five, Sundays six hours from midnight. */
const openings = [
  ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '17:00' })),
  { weekday: 7, opensAt: '00:00', closesAt: '06:00' },
]

describe('requestBooking', () => {
  it('allows what breaks no rule, and does not touch the draft', () => {
    expect(requestBooking(space, Object.freeze({ ...evening }), now)).toEqual({ allowed: true, value: evening })
  })

  it.each<[string, Partial<BookableSpace>, ReturnType<typeof draft>]>([
    ['dates-in-wrong-order', {}, draft('2026-05-20T18:00:00Z', '2026-05-20T16:00:00Z')],
    ['dates-in-wrong-order', {}, draft('2026-05-20T18:00:00Z', '2026-05-20T18:00:00Z')],
    ['booking-in-past', {}, draft('2026-05-15T10:00:00Z', '2026-05-15T12:00:00Z')],
    ['booking-too-short', {}, draft('2026-05-20T16:00:00Z', '2026-05-20T16:14:00Z')],
    ['booking-too-long', {}, draft('2026-05-20T06:00:00Z', '2026-05-20T18:01:00Z')],
    ['booking-too-long', { longestMinutes: null }, draft('2026-05-20T06:00:00Z', '2026-06-20T06:01:00Z')],
    ['booking-too-far-ahead', { aheadDays: 4 }, evening],
    ['booking-too-far-ahead', { aheadDays: null }, draft('2031-05-20T16:00:00Z', '2031-05-20T18:00:00Z')],
    ['space-not-offered', { from: '2026-05-21' }, evening],
    ['space-not-offered', { to: '2026-05-20' }, evening],
    ['space-closed', { openings }, evening],
    ['space-too-small', {}, { ...evening, expectedAttendance: 21 }],
  ])('%s: %j %j', (problem, change, asked) => {
    expect(requestBooking({ ...space, ...change }, asked, now)).toMatchObject({ allowed: false, problem })
  })

  it('the edges belong to the allowed side', () => {
    expect(
      requestBooking({ ...space, aheadDays: 5 }, draft('2026-05-20T10:00:00Z', '2026-05-20T22:00:00Z'), now).allowed,
    ).toBe(true)
    expect(requestBooking(space, { ...evening, expectedAttendance: 20 }, now).allowed).toBe(true)
    expect(
      requestBooking({ ...space, openings }, draft('2026-05-20T07:00:00Z', '2026-05-20T15:00:00Z'), now).allowed,
    ).toBe(true)
  })

  it('days are days of the space: one that ends at its midnight does not touch the next', () => {
    const untilMidnight = draft('2026-05-20T20:00:00Z', '2026-05-20T22:00:00Z')
    expect(requestBooking({ ...space, from: '2026-05-20', to: '2026-05-21' }, untilMidnight, now).allowed).toBe(true)
    const oneMinuteMore = draft('2026-05-20T20:00:00Z', '2026-05-20T22:01:00Z')
    expect(requestBooking({ ...space, to: '2026-05-21' }, oneMinuteMore, now)).toMatchObject({
      problem: 'space-not-offered',
    })
  })

  it('in the night the clock goes back, six hours by the wall are seven to be had', () => {
    const rules = { ...space, openings, longestMinutes: 420 }
    const night = draft('2026-10-24T22:00:00Z', '2026-10-25T05:00:00Z')
    expect(requestBooking(rules, night, now).allowed).toBe(true)
    expect(requestBooking({ ...rules, longestMinutes: 360 }, night, now)).toMatchObject({
      problem: 'booking-too-long',
      facts: { lengthMinutes: 420 },
    })
  })

  it('in the night the clock goes forward, the window ends an hour earlier', () => {
    const march = new Date('2026-03-20T10:00:00Z')
    const rules = { ...space, openings }
    expect(requestBooking(rules, draft('2026-03-28T23:00:00Z', '2026-03-29T04:00:00Z'), march).allowed).toBe(true)
    expect(requestBooking(rules, draft('2026-03-28T23:00:00Z', '2026-03-29T05:00:00Z'), march)).toMatchObject({
      problem: 'space-closed',
    })
  })
})

it('a booking occupies its time and what it takes to set up and to clear', () => {
  const span = occupiedSpan({ ...defaultBookingRules, bufferBeforeMinutes: 15, bufferAfterMinutes: 30 }, evening)
  expect(span).toEqual({ startsAt: new Date('2026-05-20T15:45:00Z'), endsAt: new Date('2026-05-20T18:30:00Z') })
})
