import { refreshSession } from '@commonweal/contracts/access'
import * as contract from '@commonweal/contracts/accounts'
import { cleanup, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'

const token = 'a'.repeat(43)
const password = 'three small green boats'
const noSession = answer(refreshSession, () => {
  throw new Refusal('session-ended')
})

test('who forgot the password on the way to a page is led there', async () => {
  const back = '/c/lindenmark/partners?q=b%26b+%C3%A4#row-3'
  const sent: object[] = []
  serve([
    noSession,
    answer(contract.askPasswordReset, ({ body }) => {
      sent.push(body)
      return undefined
    }),
    answer(contract.resetPassword, () => undefined),
  ])
  const { user, router } = renderAt(back)
  await user.click(await screen.findByRole('link', { name: 'Password forgotten?' }))
  await user.type(await screen.findByLabelText(/^E-mail/), 'ada@berg.example')
  await user.click(screen.getByRole('button', { name: 'Send the link' }))
  expect(sent).toEqual([{ email: 'ada@berg.example', back }])
  expect(router.state.location.pathname + router.state.location.searchStr).toBe('/forgotten')
  const toSignIn = await screen.findByRole('link', { name: 'Sign in' })
  expect(toSignIn.getAttribute('href')).toBe(`/sign-in?${new URLSearchParams({ back })}`)
  cleanup()

  const opened = renderAt(`/new-password#${token}${back}`)
  await opened.user.type(await screen.findByLabelText(/^New password/), password)
  await opened.user.click(screen.getByRole('button', { name: 'Set the password' }))
  await screen.findByRole('button', { name: 'Sign in' })
  expect(opened.router.state.location.pathname).toBe('/sign-in')
  expect(opened.router.state.location.search).toEqual({ back })
})

test.for(['//elsewhere.example', '/\\elsewhere.example'])(
  'a link to a new password never leads out of the product, as to %s',
  async (away) => {
    serve([noSession, answer(contract.resetPassword, () => undefined)])
    const { user, router } = renderAt(`/new-password#${token}${away}`)
    await user.type(await screen.findByLabelText(/^New password/), password)
    await user.click(screen.getByRole('button', { name: 'Set the password' }))
    await screen.findByRole('button', { name: 'Sign in' })
    expect(router.state.location.href).toBe('/sign-in')
    expect(screen.getByRole('link', { name: 'Password forgotten?' }).getAttribute('href')).toBe('/forgotten')
    cleanup()

    renderAt(`/sign-in?${new URLSearchParams({ back: away })}`)
    const forgotten = await screen.findByRole('link', { name: 'Password forgotten?' })
    expect(forgotten.getAttribute('href')).toBe('/forgotten')
    cleanup()

    renderAt(`/forgotten#${away}`)
    expect((await screen.findByRole('link', { name: 'Sign in' })).getAttribute('href')).toBe('/sign-in')
  },
)

test('a dead link to a new password asks for one that leads to the page too', async () => {
  serve([
    answer(contract.resetPassword, () => {
      throw new Refusal('link-not-valid')
    }),
  ])
  const { user } = renderAt(`/new-password#${token}/c/lindenmark/spaces`)
  await user.type(await screen.findByLabelText(/^New password/), password)
  await user.click(screen.getByRole('button', { name: 'Set the password' }))
  const again = await screen.findByRole('link', { name: 'Ask for a new link' })
  expect(again.getAttribute('href')).toBe('/forgotten#/c/lindenmark/spaces')
})
