import { foundCommunity } from '@commonweal/contracts/communities'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'

test('a currency is found by its name or its letters, and sent by its letters', async () => {
  const sent: object[] = []
  serve([
    ...signedIn('steward'),
    answer(foundCommunity, ({ body }) => {
      sent.push(body)
      throw new Refusal('community-slug-taken')
    }),
  ])
  const { user } = renderAt('/found')
  await user.type(await screen.findByLabelText(/^Name/), 'Birkental')
  await user.selectOptions(screen.getByLabelText(/^Country/), 'Switzerland')
  const currency = screen.getByRole<HTMLInputElement>('textbox', { name: /^Currency/ })
  expect(currency.value).toBe('Euro (EUR)')
  await user.clear(currency)
  await user.type(currency, 'chf')
  const found = await screen.findAllByRole('option', { name: /CHF/, hidden: true })
  expect(found.map((one) => one.textContent)).toEqual(['Swiss Franc (CHF)'])
  await user.clear(currency)
  await user.type(currency, 'swiss')
  await user.click(await screen.findByRole('option', { name: 'Swiss Franc (CHF)', hidden: true }))
  expect(currency.value).toBe('Swiss Franc (CHF)')
  await user.click(screen.getByRole('button', { name: 'Found community' }))

  expect(await screen.findAllByText(/A community with this address exists already/)).toHaveLength(1)
  expect(screen.queryByRole('alert')).toBe(null)
  const address = screen.getByLabelText(/^Short name/)
  expect(document.activeElement).toBe(address)
  expect(sent).toMatchObject([{ name: 'Birkental', slug: 'birkental', country: 'CH', currency: 'CHF' }])
})

test('what is missing is said at its field, and nothing is sent', async () => {
  serve(signedIn('steward'))
  const { user } = renderAt('/found')
  await user.type(await screen.findByLabelText(/^Name/), 'Birkental')
  await user.selectOptions(screen.getByLabelText(/^Country/), 'Austria')
  const field = screen.getByRole('textbox', { name: /^Currency/ })
  await user.click(screen.getByRole('button', { name: 'Choose none' }))
  await user.click(screen.getByRole('button', { name: 'Found community' }))
  expect(within(document.body).getByText('Please choose one of the list.')).toBeTruthy()
  expect(document.activeElement).toBe(field)
})
