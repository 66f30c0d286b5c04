import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultBookingRules } from '../spaces/space.ts'
import { occupiedSpan, requestBooking, type BookableSpace } from './booking-rules.ts'
import { freeSpans, nearestStarts } from './free-spans.ts'

const now = new Date('2026-05-15T10:00:00Z')
const space: BookableSpace = {
  ...defaultBookingRules,
  timezone: 'Europe/Copenhagen',
  capacity: null,
  from: null,
  to: null,
  openings: null,
}
const span = (startsAt: string, endsAt: string) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })
const day = span('2026-05-20T06:00:00Z', '2026-05-20T18:00:00Z')

describe('freeSpans', () => {
  it('is what other bookings leave, buffers kept on both sides', () => {
    const rules = { ...space, bufferBeforeMinutes: 15, bufferAfterMinutes: 30 }
    const taken = occupiedSpan(rules, span('2026-05-20T10:00:00Z', '2026-05-20T12:00:00Z'))
    expect(freeSpans(rules, [taken], day, now)).toEqual([
      span('2026-05-20T06:00:00Z', '2026-05-20T09:15:00Z'),
      span('2026-05-20T12:45:00Z', '2026-05-20T18:00:00Z'),
    ])
  })

  it('neither the past, nor days the space is not offered, nor gaps too short, nor what lies too far ahead', () => {
    const today = span('2026-05-15T00:00:00Z', '2026-05-16T00:00:00Z')
    expect(freeSpans(space, [], today, now)).toEqual([span('2026-05-15T10:00:00Z', '2026-05-16T00:00:00Z')])
    expect(freeSpans({ ...space, to: '2026-05-20' }, [], day, now)).toEqual([])
    expect(freeSpans({ ...space, aheadDays: 1 }, [], day, now)).toEqual([])
    const taken = [span('2026-05-20T06:10:00Z', '2026-05-20T18:00:00Z')]
    expect(freeSpans(space, taken, day, now)).toEqual([])
  })

  it('every time found free is one the rules allow and that meets nothing taken', () => {
    const openings = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '20:00' }))
    const booked = fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 2000 }), minutes: fc.integer({ min: 15, max: 300 }) }),
      { maxLength: 8 },
    )
    const buffers = fc.record({ before: fc.integer({ min: 0, max: 45 }), after: fc.integer({ min: 0, max: 45 }) })
    fc.assert(
      fc.property(booked, buffers, (drafts, { before, after }) => {
        const rules = { ...space, openings, bufferBeforeMinutes: before, bufferAfterMinutes: after }
        const minute = (at: number) => new Date(day.startsAt.getTime() + at * 60_000)
        const taken = drafts.map(({ at, minutes }) =>
          occupiedSpan(rules, { startsAt: minute(at), endsAt: minute(at + minutes) }),
        )
        for (const free of freeSpans(rules, taken, { startsAt: day.startsAt, endsAt: minute(2880) }, now)) {
          expect(
            requestBooking({ ...rules, longestMinutes: null }, { ...free, expectedAttendance: null }, now).allowed,
          ).toBe(true)
          const own = occupiedSpan(rules, free)
          for (const other of taken) expect(own.startsAt >= other.endsAt || own.endsAt <= other.startsAt).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

it('the nearest starts are offered first, each with room for the whole length', () => {
  const free = [
    span('2026-05-20T06:00:00Z', '2026-05-20T07:00:00Z'),
    span('2026-05-20T12:00:00Z', '2026-05-20T18:00:00Z'),
    span('2026-05-21T06:00:00Z', '2026-05-21T18:00:00Z'),
  ]
  const wished = span('2026-05-20T10:00:00Z', '2026-05-20T12:00:00Z')
  expect(nearestStarts(free, wished, 3).map((start) => start.toISOString())).toEqual([
    '2026-05-20T12:00:00.000Z',
    '2026-05-21T06:00:00.000Z',
  ])
})
