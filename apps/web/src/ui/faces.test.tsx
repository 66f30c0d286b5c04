import { readPartner } from '@commonweal/contracts/partners'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { libraryId, partner, signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'

test('a page that did not load has a heading, the way up, and another try', async () => {
  let isThere = false
  serve([
    ...signedIn('viewer'),
    answer(readPartner, () => {
      if (!isThere) throw new Refusal('too-many-requests')
      return partner()
    }),
  ])
  const { user } = renderAt(`/c/lindenmark/partners/${libraryId}`)
  expect(await screen.findByRole('heading', { level: 1, name: 'This did not load' })).toBeTruthy()
  expect(screen.getByRole('navigation', { name: 'You are here' }).textContent).toBe('Partners')
  isThere = true
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Town Library' })).toBeTruthy()
})

test('a page of what is not there says so, and not that it did not load', async () => {
  serve([
    ...signedIn('viewer'),
    answer(readPartner, () => {
      throw new Refusal('not-found')
    }),
  ])
  renderAt(`/c/lindenmark/partners/${libraryId}`)
  expect(await screen.findByRole('heading', { level: 1, name: 'There is nothing here' })).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toContain('The address may be mistyped')
})
