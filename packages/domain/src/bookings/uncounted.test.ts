import { describe, expect, it } from 'vitest'
import { bookingStatuses, possibleBookingVerbs } from './booking.ts'
import { askedSince, isUncounted } from './uncounted.ts'

const now = new Date('2026-05-15T10:00:00Z')
const startsAt = new Date('2026-05-15T08:00:00Z')
const later = new Date('2026-05-15T10:00:01Z')

describe('isUncounted', () => {
  it('a confirmed booking is, from the instant it ends', () => {
    expect(isUncounted({ status: 'confirmed', endsAt: later }, now)).toBe(false)
    expect(isUncounted({ status: 'confirmed', endsAt: now }, now)).toBe(true)
    expect(isUncounted({ status: 'confirmed', endsAt: startsAt }, now)).toBe(true)
  })

  it('no other booking is, and what is can be counted or given back', () => {
    for (const status of bookingStatuses) {
      const isAsked = isUncounted({ status, endsAt: now }, now)
      expect(isAsked).toBe(status === 'confirmed')
      if (isAsked)
        expect(possibleBookingVerbs({ status, startsAt, heldUntil: null }, now)).toEqual(['attend', 'release'])
    }
  })
})

it('after thirty-one days nobody is asked any more', () => {
  expect(askedSince(now).toISOString()).toBe('2026-04-14T10:00:00.000Z')
})
