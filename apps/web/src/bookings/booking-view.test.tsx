import { listActivity } from '@commonweal/contracts/activity'
import { readBooking, type Booking } from '@commonweal/contracts/bookings'
import { cleanup, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { libraryId, signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, serve } from '../../test/server.ts'

const hourMs = 3_600_000
const hence = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString()

const booking: Booking = {
  id: '01900000-0000-7000-8000-0000000000fa',
  spaceId: '01900000-0000-7000-8000-0000000000fb',
  space: 'Reading room',
  timezone: 'Europe/Vienna',
  initiativeId: null,
  initiative: null,
  organisationId: libraryId,
  organisation: 'Town Library',
  title: 'Story hour',
  startsAt: hence(-2),
  endsAt: hence(-1),
  status: 'confirmed',
  attendance: null,
  hostId: null,
  host: null,
  heldUntil: null,
  isExpired: false,
  expectedAttendance: null,
  requestedBy: null,
  message: null,
  reason: null,
  possibleVerbs: ['attend', 'release'],
  revision: 1,
}

test('a booking that is over says that nobody has counted yet; one that is still on keeps its time', async () => {
  for (const [endsAt, sentence] of [
    [hence(-1), 'It is over. Nobody has said yet how many came.'],
    [hence(1), 'The time is kept.'],
  ] as const) {
    serve([
      ...signedIn('steward'),
      answer(readBooking, () => ({ ...booking, endsAt })),
      answer(listActivity, () => ({ items: [], nextCursor: null })),
    ])
    renderAt(`/c/lindenmark/bookings/${booking.id}`)
    expect(await screen.findByText(sentence)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'It took place' })).toBeTruthy()
    cleanup()
  }
})
