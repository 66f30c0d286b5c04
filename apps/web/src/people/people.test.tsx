import { invitePerson, listInvitations, type Invitation } from '@commonweal/contracts/invitations'
import * as contract from '@commonweal/contracts/people'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'

const people = '/c/lindenmark/people'
const annaId = '01900000-0000-7000-8000-0000000000e1'

function person(fields: Partial<contract.Person> = {}): contract.Person {
  return {
    id: annaId,
    displayName: 'Anna Weber',
    role: 'member',
    representations: [],
    since: null,
    email: 'anna@lindenmark.example',
    isSuspended: false,
    hasAccount: true,
    stewards: 1,
    revision: 1,
    ...fields,
  }
}

test('a steward alone is told to appoint a second one', async () => {
  serve([
    ...signedIn('steward'),
    answer(contract.readPerson, () => person()),
    answer(contract.listPeople, () => ({ items: [person()].map(rowOf), nextCursor: null })),
  ])
  renderAt(people)
  expect(await screen.findByRole('link', { name: 'Anna Weber' })).toBeTruthy()
  expect(await screen.findByText('There is only one steward')).toBeTruthy()
})

test('a role that cannot be taken says why; one that can acts at once', async () => {
  const sent: object[] = []
  serve([
    ...signedIn('steward'),
    answer(contract.readPerson, () => person({ role: 'steward' })),
    answer(contract.giveRole, ({ body }) => {
      sent.push(body)
      if (body.role === null) throw new Refusal('last-steward')
      return person({ role: body.role })
    }),
  ])
  const { user } = renderAt(`${people}/${annaId}`)
  await user.selectOptions(await screen.findByLabelText('Role'), 'No sign-in')
  await user.click(screen.getByRole('button', { name: 'Change the role' }))
  expect(await screen.findByText(/A community needs at least one steward/)).toBeTruthy()
  await user.selectOptions(screen.getByLabelText('Role'), 'Coordinator')
  await user.click(screen.getByRole('button', { name: 'Change the role' }))
  expect(await screen.findByText('Anna Weber is now: Coordinator.')).toBeTruthy()
  expect(sent).toEqual([{ role: null }, { role: 'coordinator' }])
})

test('somebody is shut out only with a reason', async () => {
  const sent: object[] = []
  serve([
    ...signedIn('steward'),
    answer(contract.readPerson, () => person()),
    answer(contract.suspendPerson, ({ body }) => {
      sent.push(body)
      return person({ isSuspended: true })
    }),
  ])
  const { user } = renderAt(`${people}/${annaId}`)
  await user.click(await screen.findByRole('button', { name: 'Suspend' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: 'Suspend' }))
  expect(await dialog.findByText('Please give a reason.')).toBeTruthy()
  await user.type(dialog.getByLabelText(/^Reason/), 'Left the town.')
  await user.click(dialog.getByRole('button', { name: 'Suspend' }))
  expect(await screen.findByText('Anna Weber is suspended.')).toBeTruthy()
  expect(sent).toEqual([{ reason: 'Left the town.' }])
})

test('an address that is invited already is said at its field', async () => {
  const invitation: Invitation = {
    id: '01900000-0000-7000-8000-0000000000e2',
    email: 'ada@berg.example',
    displayName: 'Ada Berg',
    role: 'member',
    organisationId: null,
    organisation: null,
    capacity: null,
    state: 'open',
    invitedBy: 'Miriam Vogel',
    sentAt: '2026-11-01T08:00:00Z',
    expiresAt: '2026-11-15T08:00:00Z',
  }
  serve([
    ...signedIn('steward'),
    answer(listInvitations, () => ({ items: [invitation], nextCursor: null })),
    answer(invitePerson, () => {
      throw new Refusal('already-invited')
    }),
  ])
  const { user } = renderAt(`${people}/invitations`)
  expect(await screen.findByRole('button', { name: 'Send again: the invitation to Ada Berg' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Invite somebody' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText(/^Name/), 'Ada Berg')
  const email = dialog.getByLabelText(/^E-mail/)
  await user.type(email, 'ada@berg.example')
  await user.click(dialog.getByRole('button', { name: 'Send the invitation' }))
  expect((await dialog.findAllByText('This address has an open invitation already.')).length).toBeGreaterThan(0)
  expect(email.getAttribute('aria-invalid')).toBe('true')
})

function rowOf({ id, displayName, role, representations, since }: contract.Person): contract.PersonRow {
  return { id, displayName, role, representations, since }
}
