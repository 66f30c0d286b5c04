import { listActivity, type ActivityRow } from '@commonweal/contracts/activity'
import { listPartners, readPartner } from '@commonweal/contracts/partners'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { libraryId, partner, partnerRow, signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, serve } from '../../test/server.ts'

const row: ActivityRow = {
  id: '01900000-0000-7000-8000-0000000000c1',
  at: '2026-05-04T10:00:00.000Z',
  person: 'Ada Brenner',
  organisation: 'Town Library',
  capacity: null,
  verb: 'addPartner',
  objectKind: 'partner',
  objectId: libraryId,
  object: 'Town Library',
  facts: {},
}

function given() {
  const asked: object[] = []
  serve([
    answer(listActivity, ({ query }) => {
      asked.push(query)
      return { items: query.objectKind === 'booking' ? [] : [row], nextCursor: null }
    }),
    answer(listPartners, () => ({ items: [partnerRow()], nextCursor: null })),
    answer(readPartner, () => partner()),
    ...signedIn('steward'),
  ])
  return asked
}

test('the activity is narrowed to a kind of thing and to days, and the address keeps it', async () => {
  const asked = given()
  const { user, router } = renderAt('/c/lindenmark/activity?from=2026-05-01&lang=en')
  expect(await screen.findByText('Ada Brenner')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'partner: Town Library' })).toBeTruthy()
  expect((await screen.findByLabelText<HTMLInputElement>('From which day')).value).toBe('2026-05-01')
  expect(asked.at(-1)).toEqual({ from: '2026-05-01', limit: '50' })

  await user.selectOptions(screen.getByLabelText('About'), 'booking')
  expect(await screen.findByText('Nothing of that kind happened')).toBeTruthy()
  expect(router.state.location.search).toMatchObject({ from: '2026-05-01', objectKind: 'booking' })
  expect(asked.at(-1)).toMatchObject({ from: '2026-05-01', objectKind: 'booking' })
})

test('the activity is narrowed to what was done for an organisation, found by its name', async () => {
  const asked = given()
  const { user, router } = renderAt('/c/lindenmark/activity?lang=en')
  await user.type(await screen.findByRole('textbox', { name: 'For organisation' }), 'lib')
  await user.click(await screen.findByRole('option', { name: /Town Library/, hidden: true }))
  await waitFor(() => expect(router.state.location.search).toEqual({ organisationId: libraryId }))
  await waitFor(() => expect(asked).toContainEqual({ organisationId: libraryId, limit: '50' }))
  // The address alone says it as well, by the name of the organisation.
  expect(await screen.findByDisplayValue('Town Library')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Choose none' }))
  await waitFor(() => expect(router.state.location.search).toEqual({}))
})

test('the activity is searched and put in order, and the address keeps both', async () => {
  const asked = given()
  const { user, router } = renderAt('/c/lindenmark/activity?lang=en')
  await user.type(await screen.findByRole('searchbox', { name: 'Search' }), 'ada')
  await waitFor(() => expect(router.state.location.search).toEqual({ q: 'ada' }))
  await user.selectOptions(screen.getByLabelText('Sort by'), 'Earliest first')
  await waitFor(() => expect(asked).toContainEqual({ q: 'ada', sort: 'at', limit: '50' }))
  expect(router.state.location.search).toEqual({ q: 'ada', sort: 'at' })
  expect(await screen.findByRole('heading', { name: 'Earliest first' })).toBeTruthy()
})
