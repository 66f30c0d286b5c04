import { readInitiative } from '@commonweal/contracts/initiatives'
import { listNotices, markNoticeRead, writeMessage, type Notice } from '@commonweal/contracts/notices'
import { listPartners, readPartner } from '@commonweal/contracts/partners'
import { searchCommunity } from '@commonweal/contracts/search'
import { readSignsToday, readToday, type Today } from '@commonweal/contracts/today'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { libraryId, partner, partnerRow, signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'

const unanswered = { untilOn: null, reviewOn: null } as const
const calmFlag = {
  ...unanswered,
  level: 'none',
  heldLevel: 'none',
  isRaised: false,
  onset: null,
  state: 'clear',
  tiding: null,
} as const
const raised = {
  ...unanswered,
  level: 'warning',
  heldLevel: 'warning',
  isRaised: true,
  onset: '2026-04',
  state: 'open',
  tiding: 'waiting',
} as const
const nothing = { items: [], more: 0 }
const calm: Today = {
  month: '2026-10',
  flags: { stagnation: calmFlag, funding: calmFlag },
  unreadNotices: 0,
  memberships: nothing,
  bookings: nothing,
  uncounted: nothing,
  pledges: nothing,
  overdue: nothing,
  reviewDue: nothing,
  silent: null,
  upcoming: [],
}

test('where nothing waits, the page says so kindly', async () => {
  serve([...signedIn('member'), answer(readToday, () => calm)])
  renderAt('/c/lindenmark/today')
  expect(await screen.findByText('Nothing waits for you')).toBeTruthy()
  expect(screen.getByText('Nothing is booked in the days ahead.')).toBeTruthy()
})

test('who acts for an organisation that never applied is led to it; once it is a partner all is calm', async () => {
  const own = { id: libraryId, name: 'Town Library', capacity: 'partner' } as const
  const seen = (state: 'active' | null) => [
    ...signedIn('member', [own]),
    answer(readToday, () => calm),
    answer(readPartner, () => partner({ state })),
  ]
  serve(seen(null))
  renderAt('/c/lindenmark/today')
  const link = await screen.findByRole('link', { name: 'To your organisation' })
  expect(link.getAttribute('href')).toBe(`/c/lindenmark/partners/${libraryId}`)
  expect(screen.queryByText('Nothing waits for you')).toBe(null)
  cleanup()

  serve(seen('active'))
  renderAt('/c/lindenmark/today')
  expect(await screen.findByText('Nothing waits for you')).toBeTruthy()
})

test('a flag that asks for something is named before what waits', async () => {
  const flags = { stagnation: { ...raised, tiding: null }, funding: raised } as const
  serve([...signedIn('steward'), answer(readToday, () => ({ ...calm, flags }))])
  renderAt('/c/lindenmark/today')
  const link = await screen.findByRole('link', { name: 'Funding dependency: Nobody has answered it yet.' })
  expect(link.getAttribute('href')).toBe('/c/lindenmark/vital-signs/funding-dependency')
  expect(screen.queryByRole('link', { name: /^Network stagnation: / })).toBe(null)
  const [first] = screen.getAllByRole('heading', { level: 2 })
  expect(first && link.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

test('a steward of a community without partners is led to the first steps', async () => {
  serve([
    ...signedIn('steward'),
    answer(readToday, () => calm),
    answer(listPartners, () => ({ items: [], nextCursor: null })),
  ])
  renderAt('/c/lindenmark/today')
  const steps = within(await screen.findByRole('region', { name: 'First steps' }))
  expect(steps.getByRole('link', { name: 'Bring in what you already have' }).getAttribute('href')).toBe(
    '/c/lindenmark/exchange',
  )
  expect(steps.getAllByRole('link')).toHaveLength(5)
})

test('a steward of a community with partners reads that all is calm', async () => {
  serve([
    ...signedIn('steward'),
    answer(readToday, () => calm),
    answer(listPartners, () => ({ items: [partnerRow()], nextCursor: null })),
  ])
  renderAt('/c/lindenmark/today')
  expect(await screen.findByText('Nothing waits for you')).toBeTruthy()
  expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull()
})

test('what waits leads to its place, and a raised flag to the vital signs', async () => {
  serve([
    ...signedIn('steward'),
    answer(readToday, () => ({
      ...calm,
      flags: { ...calm.flags, funding: raised },
      memberships: { items: [{ partnerId: libraryId, name: 'Town Library', since: '2026-10-02' }], more: 3 },
    })),
  ])
  renderAt('/c/lindenmark')
  const link = await screen.findByRole('link', { name: 'Town Library' })
  expect(link.getAttribute('href')).toBe(`/c/lindenmark/partners/${libraryId}`)
  expect(screen.getByText('and 3 more')).toBeTruthy()
  expect(screen.getByText('flag up since April 2026')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Read why, and what helps' })).toBeTruthy()
})

test('bookings that are over lead to where one says how many came', async () => {
  const known = { space: 'Reading room', organisation: 'Hill School', timezone: 'Europe/Vienna' }
  const over = { ...known, bookingId: libraryId, startsAt: '2026-10-02T14:00:00Z' }
  serve([...signedIn('member'), answer(readToday, () => ({ ...calm, uncounted: { items: [over], more: 4 } }))])
  renderAt('/c/lindenmark/today')
  const region = within(await screen.findByRole('region', { name: 'How many came?' }))
  expect(region.getByRole('link', { name: 'Reading room' }).getAttribute('href')).toBe(
    `/c/lindenmark/bookings/${libraryId}`,
  )
  expect(region.getByRole('link', { name: 'and 4 more' }).getAttribute('href')).toBe(
    '/c/lindenmark/bookings?when=past&status=confirmed',
  )
  expect(screen.queryByText('Nothing waits for you')).toBeNull()
})

test('other signs that are up or moved stand beside the flags, and lead to their place', async () => {
  const sign = { sign: 'youth', level: 'warning', heldLevel: 'warning', onset: '2026-08', change: null } as const
  const cleared = { sign: 'places', level: 'none', heldLevel: 'none', onset: null, change: 'cleared' } as const
  serve([
    ...signedIn('coordinator'),
    answer(readToday, () => calm),
    answer(readSignsToday, () => ({ month: '2026-10', items: [sign, cleared] })),
  ])
  renderAt('/c/lindenmark/today')
  const signs = within(await screen.findByRole('region', { name: 'Other signs' }))
  expect((await signs.findByRole('link', { name: 'Young people' })).getAttribute('href')).toBe(
    '/c/lindenmark/vital-signs#sign-youth',
  )
  expect(signs.getByText('up since August 2026')).toBeTruthy()
  expect(signs.getByText('It is clear again.')).toBeTruthy()
})

test('signs that do not load say so, and can be asked for again', async () => {
  let isDown = true
  serve([
    ...signedIn('coordinator'),
    answer(readToday, () => calm),
    answer(readSignsToday, () => {
      if (isDown) throw new Refusal('too-many-requests')
      return { month: '2026-10', items: [] }
    }),
  ])
  const { user } = renderAt('/c/lindenmark/today')
  const signs = within(await screen.findByRole('region', { name: 'Other signs' }, { timeout: 8000 }))
  isDown = false
  await user.click(await signs.findByRole('button', { name: 'Try again' }, { timeout: 8000 }))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Other signs' })).toBeNull())
})

test('what is overdue in hours or goods is said in its own unit', async () => {
  const late = { pledgeId: libraryId, organisation: 'Town Library', initiative: null, overdueDays: 40 }
  serve([
    ...signedIn('steward'),
    answer(readToday, () => ({
      ...calm,
      overdue: {
        items: [{ ...late, overdueMinor: null, currency: null, overdueQuantity: 12.5, unit: 'hours' }],
        more: 0,
      },
    })),
  ])
  renderAt('/c/lindenmark/today')
  const row = (await screen.findByRole('link', { name: 'Town Library' })).closest('li')
  expect(row?.textContent.replaceAll(/[\u2066-\u2069]/g, '')).toContain('12.5 hours')
})

test('partners nobody heard of for long are listed to call, with the way to all of them', async () => {
  serve([
    ...signedIn('coordinator'),
    answer(readToday, () => ({
      ...calm,
      silent: {
        items: [
          { partnerId: libraryId, name: 'Town Library', engagement: 'dormant' as const, lastActOn: null, days: 400 },
        ],
        more: 0,
      },
    })),
  ])
  renderAt('/c/lindenmark/today')
  const region = within(await screen.findByRole('region', { name: 'Partners to call' }))
  expect(region.getByText(/nothing heard for 400 days/)).toBeTruthy()
  expect(region.getByText('Dormant')).toBeTruthy()
  const all = region.getByRole('link', { name: 'See all quiet and dormant partners' })
  expect(all.getAttribute('href')).toBe('/c/lindenmark/partners?engagement=silent&sort=last-act')
})

test('search opens by the keyboard, and Enter leads to what the arrow keys chose', async () => {
  serve([
    ...signedIn('viewer'),
    answer(readToday, () => calm),
    answer(readPartner, () => partner()),
    answer(readInitiative, () => {
      throw new Refusal('not-found')
    }),
    answer(searchCommunity, () => ({
      items: [
        {
          kind: 'initiative' as const,
          id: '01900000-0000-7000-8000-0000000000c1',
          title: 'Library night',
          detail: 'active',
        },
        { kind: 'partner' as const, id: libraryId, title: 'Town Library', detail: 'culture' },
      ],
    })),
  ])
  const { user, router } = renderAt('/c/lindenmark/today')
  await screen.findByText('Nothing waits for you')
  await screen.findByRole('button', { name: 'Search' })
  await user.keyboard('{Control>}k{/Control}')
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('combobox'), 'lib')
  const options = await dialog.findAllByRole('option')
  expect(options.map((one) => one.getAttribute('aria-selected'))).toEqual(['true', 'false'])
  await user.keyboard('{ArrowDown}{ArrowUp}{Enter}')
  await waitFor(() => expect(router.state.location.pathname).toBe(`/c/lindenmark/partners/${libraryId}`))
})

test('a notice is counted at the bell until it is read', async () => {
  let notice: Notice = {
    id: '01900000-0000-7000-8000-0000000000f9',
    kind: 'booking-decided',
    at: '2026-11-20T09:00:00Z',
    isRead: false,
    from: 'Jonas Roth',
    fromOrganisation: 'Town Library',
    objectKind: 'booking',
    objectId: '01900000-0000-7000-8000-0000000000fa',
    title: 'Reading room',
    outcome: 'confirmed',
    text: null,
  }
  serve([
    answer(listNotices, ({ query }) => ({
      items: String(query.isRead) === 'false' && notice.isRead ? [] : [notice],
      nextCursor: null,
    })),
    answer(markNoticeRead, () => {
      notice = { ...notice, isRead: true }
      return undefined
    }),
    ...signedIn('member'),
  ])
  const { user } = renderAt('/c/lindenmark/notices')
  expect(await screen.findByRole('link', { name: 'Notices, 1 unread' })).toBeTruthy()
  const what = 'The booking of Reading room is now: Confirmed'
  await user.click(await screen.findByRole('button', { name: `Mark as read: ${what}` }))
  expect(await screen.findByRole('link', { name: 'Notices' })).toBeTruthy()
})

test('a message says how many it reached', async () => {
  const sent: object[] = []
  serve([
    ...signedIn('member'),
    answer(readPartner, () => partner()),
    answer(writeMessage, ({ body }) => {
      sent.push(body)
      return { recipients: 2 }
    }),
  ])
  const { user } = renderAt(`/c/lindenmark/partners/${libraryId}`)
  await user.click(await screen.findByRole('button', { name: 'Write a message to Town Library' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText(/^Message/), 'May we use the garden?')
  await user.click(dialog.getByRole('button', { name: 'Send' }))
  expect(await screen.findByText('Your message reached 2 people.')).toBeTruthy()
  expect(sent).toEqual([
    { toOrganisationId: libraryId, objectKind: 'partner', objectId: libraryId, text: 'May we use the garden?' },
  ])
})
