import { readMe, refreshSession, signIn, signOut } from '@commonweal/contracts/access'
import * as contract from '@commonweal/contracts/accounts'
import { acceptInvitation, acceptInvitationAsNew, readInvitation } from '@commonweal/contracts/invitations'
import { cleanup, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { communityId, meAs } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'

const token = 'a'.repeat(43)
const password = 'three small green boats'
const noSession = answer(refreshSession, () => {
  throw new Refusal('session-ended')
})

test('a short password is said at its field, and nothing is sent', async () => {
  const sent: object[] = []
  serve([
    answer(contract.signUp, ({ body }) => {
      sent.push(body)
      return undefined
    }),
  ])
  const { user } = renderAt('/sign-up')
  await user.type(await screen.findByLabelText(/^Your name/), 'Ada Berg')
  await user.type(screen.getByLabelText(/^E-mail/), 'ada@berg.example')
  await user.type(screen.getByLabelText(/^Password/), 'too short')
  await user.click(screen.getByRole('button', { name: 'Open account' }))
  expect(await screen.findByText('This is 6 characters short of 15.')).toBeTruthy()
  expect(sent).toEqual([])

  await user.clear(screen.getByLabelText(/^Password/))
  await user.type(screen.getByLabelText(/^Password/), password)
  await user.click(screen.getByRole('button', { name: 'Open account' }))
  expect(await screen.findByText(/If ada@berg.example can be used, a mail with a link is on its way/)).toBeTruthy()
  expect(sent).toEqual([{ email: 'ada@berg.example', displayName: 'Ada Berg', password }])
})

test('a forgotten password is answered with the same sentence, whoever asks', async () => {
  serve([answer(contract.askPasswordReset, () => undefined)])
  const { user } = renderAt('/forgotten')
  await user.type(await screen.findByLabelText(/^E-mail/), 'nobody@berg.example')
  await user.click(screen.getByRole('button', { name: 'Send the link' }))
  expect(await screen.findByText(/If there is an account for nobody@berg.example/)).toBeTruthy()
})

test('who forgot the password on the way to an invitation is led back to it', async () => {
  const invitation = 'b'.repeat(43)
  const sent: object[] = []
  serve([
    noSession,
    answer(contract.askPasswordReset, ({ body }) => {
      sent.push(body)
      return undefined
    }),
    answer(contract.resetPassword, ({ body }) => {
      sent.push(body)
      return undefined
    }),
    invitedAs('ada@berg.example', true),
  ])
  const { user, router } = renderAt(`/invitation#${invitation}`)
  await user.click(await screen.findByRole('link', { name: 'Password forgotten?' }))
  await user.type(await screen.findByLabelText(/^E-mail/), 'ada@berg.example')
  await user.click(screen.getByRole('button', { name: 'Send the link' }))
  const back = await screen.findByRole('link', { name: 'Back to the invitation' })
  expect(back.getAttribute('href')).toBe(`/invitation#${invitation}`)
  expect(router.state.location.pathname + router.state.location.searchStr).toBe('/forgotten')
  cleanup()

  const opened = renderAt(`/new-password#${token}.${invitation}`)
  await opened.user.type(await screen.findByLabelText(/^New password/), password)
  await opened.user.click(screen.getByRole('button', { name: 'Set the password' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'You are invited to Lindenmark' })).toBeTruthy()
  expect(opened.router.state.location.href).toBe(`/invitation#${invitation}`)
  expect(sent).toEqual([
    { email: 'ada@berg.example', invitation },
    { token, password },
  ])
})

test('a dead link to a new password asks for one that leads back to the invitation too', async () => {
  const invitation = 'b'.repeat(43)
  serve([
    answer(contract.resetPassword, () => {
      throw new Refusal('link-not-valid')
    }),
  ])
  const { user } = renderAt(`/new-password#${token}.${invitation}`)
  await user.type(await screen.findByLabelText(/^New password/), password)
  await user.click(screen.getByRole('button', { name: 'Set the password' }))
  const again = await screen.findByRole('link', { name: 'Ask for a new link' })
  expect(again.getAttribute('href')).toBe(`/forgotten#${invitation}`)
})

test('a link that was used already says so, and a cut one too', async () => {
  serve([
    answer(contract.resetPassword, () => {
      throw new Refusal('link-not-valid')
    }),
  ])
  const { user } = renderAt(`/new-password#${token}`)
  await user.type(await screen.findByLabelText(/^New password/), password)
  await user.click(screen.getByRole('button', { name: 'Set the password' }))
  expect(await screen.findByText(/This link was used already or has run out/)).toBeTruthy()
  expect(screen.queryByLabelText(/^New password/)).toBe(null)
  expect(screen.getByRole('link', { name: 'Ask for a new link' }).getAttribute('href')).toBe('/forgotten')
})

test('a password that is refused is told once, at its field, which takes the focus', async () => {
  serve([
    answer(contract.resetPassword, () => {
      throw new Refusal('password-too-common')
    }),
  ])
  const { user } = renderAt(`/new-password#${token}`)
  await user.type(await screen.findByLabelText(/^New password/), password)
  await user.click(screen.getByRole('button', { name: 'Set the password' }))
  expect(await screen.findAllByText(/This password is one of the first that would be guessed/)).toHaveLength(1)
  expect(screen.queryByRole('alert')).toBe(null)
  const field = screen.getByLabelText(/^New password/)
  expect(document.activeElement).toBe(field)
  await user.type(field, ' more')
  expect(screen.queryByText(/one of the first/)).toBe(null)
})

test('an invitation without a session opens an account and joins in one step', async () => {
  const sent: object[] = []
  let isIn = false
  serve([
    answer(refreshSession, () => {
      if (!isIn) throw new Refusal('session-ended')
      return { accessToken: 'token', expiresInSeconds: 600 }
    }),
    answer(readMe, () => ({ ...meAs('member'), communities: [] })),
    answer(readInvitation, () => ({
      community: 'Lindenmark',
      email: 'ada@berg.example',
      displayName: 'Ada Berg',
      role: 'member' as const,
      organisation: 'Town Library',
      hasAccount: false,
    })),
    answer(acceptInvitationAsNew, ({ body }) => {
      sent.push(body)
      isIn = true
      return { accessToken: 'token', expiresInSeconds: 600 }
    }),
  ])
  const { user } = renderAt(`/invitation#${token}`)
  expect(await screen.findByRole('heading', { level: 1, name: 'You are invited to Lindenmark' })).toBeTruthy()
  const facts = screen.getAllByRole('definition').map(({ textContent }) => textContent)
  expect(facts).toEqual(['ada@berg.example', 'Town Library', 'MemberActs for the organisations they represent.'])
  await user.type(screen.getByLabelText(/^Password/), password)
  await user.click(screen.getByRole('button', { name: 'Open account and join' }))
  expect(await screen.findByText('Welcome to Lindenmark!')).toBeTruthy()
  expect(sent).toEqual([{ token, displayName: 'Ada Berg', password }])
})

test('who is invited and has an account signs in on the spot, with the address of the invitation', async () => {
  const sent: object[] = []
  let isIn = false
  const session = { accessToken: 'token', expiresInSeconds: 600 }
  const account = { ...meAs('viewer').account, email: 'ada@berg.example' }
  serve([
    answer(refreshSession, () => {
      if (!isIn) throw new Refusal('session-ended')
      return session
    }),
    answer(signIn, ({ body }) => {
      sent.push(body)
      isIn = true
      return session
    }),
    answer(readMe, () => ({ account, communities: [] })),
    invitedAs('ada@berg.example', true),
    answer(acceptInvitation, ({ body }) => {
      sent.push(body)
      return { communityId, slug: 'lindenmark' }
    }),
  ])
  const { user, router } = renderAt(`/invitation#${token}`)
  await user.type(await screen.findByLabelText(/^Password/), password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  const join = await screen.findByRole('button', { name: 'Join Lindenmark' })
  expect(document.activeElement).toBe(join)
  // No server is told what stands behind #, and nothing else of the invitation is in the address.
  expect(router.history.location.href).toBe(`/invitation#${token}`)
  await user.click(join)
  expect(await screen.findByText('Welcome to Lindenmark!')).toBeTruthy()
  expect(sent).toEqual([{ email: 'ada@berg.example', password }, { token }])
})

const invitedAs = (email: string, hasAccount = false) =>
  answer(readInvitation, () => ({
    community: 'Lindenmark',
    email,
    displayName: 'Ada Berg',
    role: 'viewer' as const,
    organisation: null,
    hasAccount,
  }))

test('a dead invitation leads a stranger to the sign-in, whether found dead or dying meanwhile', async () => {
  const dead = () => {
    throw new Refusal('link-not-valid')
  }
  serve([noSession, answer(readInvitation, dead)])
  renderAt(`/invitation#${token}`)
  expect(await screen.findByText(/This link does not work any more.*just sign in/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in')
  cleanup()

  serve([noSession, invitedAs('ada@berg.example'), answer(acceptInvitationAsNew, dead)])
  const { user } = renderAt(`/invitation#${token}`)
  await user.type(await screen.findByLabelText(/^Password/), password)
  await user.click(screen.getByRole('button', { name: 'Open account and join' }))
  expect(await screen.findByText(/This link does not work any more/)).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1, name: 'Invitation' })).toBeTruthy()
  expect(screen.queryByLabelText(/^Password/)).toBe(null)
})

test('who is signed in with another address signs out on the spot and goes on', async () => {
  let isIn = true
  serve([
    answer(refreshSession, () => {
      if (!isIn) throw new Refusal('session-ended')
      return { accessToken: 'token', expiresInSeconds: 600 }
    }),
    answer(readMe, () => meAs('member')),
    answer(signOut, () => {
      isIn = false
      return undefined
    }),
    invitedAs('somebody@else.example'),
  ])
  const { user } = renderAt(`/invitation#${token}`)
  expect((await screen.findByRole('alert')).textContent).toContain('the invitation is for another address')
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  expect(await screen.findByRole('button', { name: 'Open account and join' })).toBeTruthy()
})
