import { readSettings } from '@commonweal/contracts/communities'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, serve } from '../../test/server.ts'

const settings = {
  coreSectors: ['education' as const],
  wantsIndependence: true,
  closingSince: null,
  closingReason: null,
  revision: 1,
}

const given = (role: Parameters<typeof signedIn>[0]) => serve([...signedIn(role), answer(readSettings, () => settings)])

test('a steward changes what the community wants', async () => {
  given('steward')
  renderAt('/c/lindenmark/settings')
  expect((await screen.findByRole('checkbox', { name: 'Education' })).matches(':enabled:checked')).toBe(true)
  expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy()
})

test('who may not change it reads it, and who may', async () => {
  given('viewer')
  renderAt('/c/lindenmark/settings')
  expect((await screen.findByRole('checkbox', { name: 'Education' })).matches(':disabled:checked')).toBe(true)
  expect(screen.getByText('Stewards can change this.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Save' })).toBe(null)
})
