import { listInitiatives } from '@commonweal/contracts/initiatives'
import { listPartners } from '@commonweal/contracts/partners'
import { cleanup, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { libraryId, partnerRow, signedIn } from '../../test/given.ts'
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
