import * as bookings from '@commonweal/contracts/bookings'
import { readSpaceWeek, type SpaceWeek } from '@commonweal/contracts/calendars'
import { listInitiatives } from '@commonweal/contracts/initiatives'
import { listPartners } from '@commonweal/contracts/partners'
import { readSpace, type Space } from '@commonweal/contracts/spaces'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { libraryId, signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, serve } from '../../test/server.ts'

const spaceId = '01900000-0000-7000-8000-00000000000c'
const bookingId = '01900000-0000-7000-8000-00000000000d'

const hall: Space = {
  id: spaceId,
  name: 'Town Hall',
  kind: 'physical',
  host: { id: libraryId, name: 'Town Library' },
  address: 'Main Square 1',
  url: null,
  capacity: 40,
  timezone: 'Europe/Vienna',
  isStepFree: true,
  accessibility: ['lift'],
  openings: [{ weekday: 2, opensAt: '09:00', closesAt: '13:00' }],
  needsApproval: false,
  isShared: false,
  shortestMinutes: 15,
  longestMinutes: 240,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  aheadDays: null,
  from: null,
  to: null,
  withdrawalReason: null,
  bookings: 1,
  revision: 1,
}

const row: bookings.BookingRow = {
  id: bookingId,
  spaceId,
  space: 'Town Hall',
  timezone: 'Europe/Vienna',
  initiativeId: null,
  initiative: null,
  organisationId: libraryId,
  organisation: 'Town Library',
  title: 'Reading circle',
  startsAt: '2099-06-02T07:00:00Z',
  endsAt: '2099-06-02T08:00:00Z',
  status: 'confirmed',
  attendance: null,
}

const booking: bookings.Booking = {
  ...row,
  hostId: libraryId,
  host: 'Town Library',
  heldUntil: null,
  isExpired: false,
  expectedAttendance: null,
  requestedBy: null,
  message: null,
  reason: null,
  possibleVerbs: ['cancel'],
  revision: 1,
}

// A Tuesday in summer: 09:00 in Vienna is 07:00 UTC; the first hour is taken.
const week: SpaceWeek = {
  spaceId,
  timezone: 'Europe/Vienna',
  from: '2099-06-01',
  to: '2099-06-08',
  startsAt: '2099-05-31T22:00:00Z',
  endsAt: '2099-06-07T22:00:00Z',
  bookings: [row],
  free: [{ startsAt: '2099-06-02T08:00:00Z', endsAt: '2099-06-02T11:00:00Z' }],
}

const mine = [{ id: libraryId, name: 'Town Library', capacity: 'partner' as const }]
const place = `/c/lindenmark/spaces/${spaceId}?week=2099-W23`

function given(sent: unknown[]) {
  return [
    ...signedIn('member', mine),
    answer(readSpace, () => hall),
    answer(readSpaceWeek, () => week),
    answer(listPartners, () => ({ items: [], nextCursor: null })),
    answer(listInitiatives, () => ({ items: [], nextCursor: null })),
    answer(bookings.listBookings, () => ({ items: [row], nextCursor: null })),
    answer(bookings.readBooking, () => booking),
    answer(bookings.requestBooking, ({ body }) => {
      sent.push(body)
      return { ...booking, title: body.title ?? null }
    }),
  ]
}

test('a time is chosen by arrow keys in the clock of the place, and booked', { timeout: 20_000 }, async () => {
  const sent: unknown[] = []
  serve(given(sent))
  const { user } = renderAt(place)
  const grid = within(await screen.findByRole('grid', { name: /^Week of Town Hall/ }))
  expect(grid.getByRole('gridcell', { name: 'Tue 2 Jun, 09:00, Reading circle, Confirmed' })).toBeTruthy()
  const first = grid.getByRole('gridcell', { name: 'Tue 2 Jun, 10:00, free' })
  first.focus()
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Tue 2 Jun, 10:30, free')
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  expect(grid.getAllByRole('gridcell', { selected: true })).toHaveLength(3)
  await user.keyboard('{Enter}')

  const dialog = within(await screen.findByRole('dialog', { name: 'Book Town Hall' }))
  expect(dialog.getByLabelText<HTMLInputElement>(/^Begins/).value).toBe('10:30')
  expect(dialog.getByLabelText<HTMLInputElement>(/^Ends/).value).toBe('12:00')
  await user.type(dialog.getByLabelText(/^Title/), 'Board meeting')
  await user.click(dialog.getByRole('button', { name: 'Book' }))
  expect(await screen.findByText('Board meeting is booked.')).toBeTruthy()
  expect(sent).toEqual([
    {
      organisationId: libraryId,
      initiativeId: null,
      startsAt: '2099-06-02T08:30:00.000Z',
      endsAt: '2099-06-02T10:00:00.000Z',
      title: 'Board meeting',
      message: null,
      expectedAttendance: null,
    },
  ])
})

test('Enter on what is booked opens the booking', async () => {
  serve(given([]))
  const { user, router } = renderAt(place)
  const taken = await screen.findByRole('gridcell', { name: /09:00, Reading circle/ })
  taken.focus()
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: 'Reading circle' })).toBeTruthy()
  expect(router.state.location.pathname).toBe(`/c/lindenmark/bookings/${bookingId}`)
})
