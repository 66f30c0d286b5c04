import { listInitiatives } from '@commonweal/contracts/initiatives'
import { listPartners, readPartner } from '@commonweal/contracts/partners'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { libraryId, partner, partnerRow, schoolId, signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'

const offer = '/c/lindenmark/pledges/new'
const noInitiative = answer(listInitiatives, () => ({ items: [], nextCursor: null }))

test('a steward of a community without partners is led to them', async () => {
  serve([...signedIn('steward'), noInitiative, answer(listPartners, () => ({ items: [], nextCursor: null }))])
  renderAt(offer)
  expect(await screen.findByRole('heading', { name: 'No partner is active yet' })).toBeTruthy()
  const link = within(screen.getByRole('main')).getByRole('link', { name: 'Partners' })
  expect(link.getAttribute('href')).toBe('/c/lindenmark/partners')
})

test('partners that do not load are no missing partners', async () => {
  const refuse = () => {
    throw new Refusal('internal-error')
  }
  serve([...signedIn('steward'), noInitiative, answer(listPartners, refuse)])
  renderAt(offer)
  expect(await screen.findByText(/Something broke on our side/)).toBeTruthy()
  expect(screen.queryByText('No partner is active yet')).toBe(null)
})

test('who acts for nobody is told who can change that; who acts for one, and a steward, offers', async () => {
  serve([...signedIn('member'), noInitiative])
  renderAt(offer)
  expect(await screen.findByText(/You act for no organisation yet/)).toBeTruthy()
  expect(screen.getByText(/Stewards say on the page of each person/)).toBeTruthy()
  cleanup()

  serve([
    ...signedIn('steward'),
    noInitiative,
    answer(listPartners, () => ({ items: [partnerRow({ id: libraryId })], nextCursor: null })),
  ])
  renderAt(offer)
  expect(await screen.findByRole('button', { name: 'Offer the pledge' })).toBeTruthy()
})

test('a steward finds any active partner by letters, and none is asked for before', async () => {
  const asked: object[] = []
  const library = { id: libraryId, name: 'Town Library', capacity: 'partner' as const }
  serve([
    ...signedIn('steward', [library]),
    noInitiative,
    answer(readPartner, () => partner({ id: schoolId, name: 'Town School' })),
    answer(listPartners, ({ query }) => {
      asked.push(query)
      return { items: [partnerRow(), partnerRow({ id: schoolId, name: 'Town School' })], nextCursor: null }
    }),
  ])
  const { user } = renderAt(offer)
  const from = await screen.findByRole<HTMLInputElement>('textbox', { name: 'From' })
  expect(from.value).toBe('Town Library')
  expect(asked).toEqual([])
  await user.clear(from)
  await user.type(from, 'School')
  await waitFor(() => expect(asked).toContainEqual({ limit: '10', q: 'School', state: 'active' }))
  await user.click(await screen.findByRole('option', { name: /^Town School/, hidden: true }))
  await waitFor(() => expect(from.value).toBe('Town School'))
})

test('who acts for two organisations chooses one of them, and no other is asked for', async () => {
  serve([
    ...signedIn('member', [
      { id: libraryId, name: 'Town Library', capacity: 'partner' as const },
      { id: schoolId, name: 'Town School', capacity: 'partner' as const },
    ]),
    noInitiative,
  ])
  renderAt(offer)
  const from = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'From' })
  expect([...from.options].map(({ text }) => text)).toEqual(['Town Library', 'Town School'])
  expect(from.value).toBe(libraryId)
})
