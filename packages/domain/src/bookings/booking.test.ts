import { describe, expect, it } from 'vitest'
import {
  bookingStatuses,
  bookingSteps,
  bookingVerbs,
  isExpired,
  possibleBookingVerbs,
  stepBooking,
  verbOfRequest,
} from './booking.ts'

const now = new Date('2026-05-15T10:00:00Z')
const tomorrow = new Date('2026-05-16T10:00:00Z')
const yesterday = new Date('2026-05-14T10:00:00Z')
const booking = (status: (typeof bookingStatuses)[number], startsAt = tomorrow, heldUntil: Date | null = null) => ({
  status,
  startsAt,
  heldUntil,
})

describe('stepBooking', () => {
  it('follows the table and nothing else', () => {
    for (const status of bookingStatuses) {
      for (const verb of bookingVerbs) {
        const startsAt = verb === 'attend' || verb === 'release' ? yesterday : tomorrow
        const ruling = stepBooking(booking(status, startsAt), verb, 'A reason', now)
        const isKnown = bookingSteps[verb].from.includes(status)
        expect([status, verb, ruling.allowed]).toEqual([status, verb, isKnown])
        if (ruling.allowed) expect(ruling.value).toEqual({ status: bookingSteps[verb].to, reason: 'A reason' })
        else expect(ruling.problem).toBe('booking-step-not-possible')
      }
    }
  })

  it.each([
    ['confirm', booking('held', tomorrow, now), null, 'booking-hold-expired'],
    ['cancel', booking('held', tomorrow, yesterday), null, 'booking-hold-expired'],
    ['confirm', booking('held', now, tomorrow), null, 'booking-in-past'],
    ['approve', booking('requested', now), null, 'booking-in-past'],
    ['cancel', booking('confirmed', now), 'Rain', 'booking-begun'],
    ['cancel', booking('confirmed'), ' ', 'reason-missing'],
    ['decline', booking('requested'), null, 'reason-missing'],
    ['attend', booking('confirmed'), null, 'booking-not-begun'],
    ['release', booking('confirmed'), null, 'booking-not-begun'],
  ] as const)('%s of %j with reason %j: %s', (verb, present, reason, problem) => {
    expect(stepBooking(present, verb, reason, now)).toMatchObject({ allowed: false, problem })
  })

  it('a request that nobody answered in time can still be taken back, without a reason', () => {
    expect(stepBooking(booking('requested', yesterday), 'cancel', null, now).allowed).toBe(true)
  })
})

describe('verbOfRequest', () => {
  it.each([
    ['no approval needed', { needsApproval: false, hostId: 'host' }, 'other', [], 'confirm'],
    ['approval needed', { needsApproval: true, hostId: 'host' }, 'other', ['other'], 'request'],
    ['the host’s own booking', { needsApproval: true, hostId: 'host' }, 'host', [], 'confirm'],
    ['made by somebody who acts for the host', { needsApproval: true, hostId: 'host' }, 'other', ['host'], 'confirm'],
    ['nobody known who could be asked', { needsApproval: true, hostId: null }, 'other', ['other'], 'request'],
  ] as const)('%s', (_title, space, organisationId, actsFor, verb) => {
    expect(verbOfRequest(space, organisationId, actsFor)).toBe(verb)
  })
})

it('a hold runs out at its instant, not before; one without an instant never does', () => {
  expect(isExpired(booking('held', tomorrow, now), now)).toBe(true)
  expect(isExpired(booking('held', tomorrow, tomorrow), now)).toBe(false)
  expect(isExpired(booking('held'), now)).toBe(false)
  expect(isExpired(booking('requested', tomorrow, yesterday), now)).toBe(false)
})

it.each([
  [booking('requested'), ['approve', 'decline', 'cancel']],
  [booking('confirmed'), ['cancel']],
  [booking('confirmed', yesterday), ['attend', 'release']],
  [booking('held', tomorrow, yesterday), []],
  [booking('cancelled'), []],
])('%j can become %j', (present, verbs) => {
  expect(possibleBookingVerbs(present, now)).toEqual(verbs)
})
