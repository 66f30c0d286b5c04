import { invitePerson } from '@commonweal/contracts/invitations'
import { listPartnerActs, type PartnerAct } from '@commonweal/contracts/partner-acts'
import * as contract from '@commonweal/contracts/partners'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { libraryId, partner, partnerRow, schoolId, signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'

const list = '/c/lindenmark/partners'

test('the list is searched, filtered and continued, and its address says so', async () => {
  const asked: object[] = []
  serve([
    ...signedIn('steward'),
    answer(contract.listPartners, ({ query }) => {
      asked.push(query)
      if (query.cursor) return { items: [partnerRow({ id: schoolId, name: 'Hill School' })], nextCursor: null }
      return { items: [partnerRow()], nextCursor: query.q ? null : 'next' }
    }),
  ])
  const { user, router } = renderAt(list)
  expect(await screen.findByRole('link', { name: 'Town Library' })).toBeTruthy()
  expect(screen.getByText('1 shown, more below')).toBeTruthy()

  await user.click(await screen.findByRole('button', { name: 'Show more' }))
  expect(await screen.findByRole('link', { name: 'Hill School' })).toBeTruthy()
  expect(screen.getByText('2 shown')).toBeTruthy()

  await user.selectOptions(await screen.findByLabelText('Sector'), 'Culture')
  await user.type(screen.getByLabelText('Search by name'), 'lib')
  await waitFor(() => expect(router.state.location.search).toEqual({ sector: 'culture', q: 'lib' }))
  await waitFor(() => expect(asked.at(-1)).toEqual({ sector: 'culture', q: 'lib' }))
})

test('a failure does not look like emptiness, and can be tried again', async () => {
  let isBroken = true
  serve([
    ...signedIn('viewer'),
    answer(contract.listPartners, () => {
      if (isBroken) throw new Refusal('forbidden')
      return { items: [], nextCursor: null }
    }),
  ])
  const { user } = renderAt(list)
  expect(within(await screen.findByRole('alert')).getByText(/Your role does not allow this/)).toBeTruthy()
  isBroken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('No partner yet')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Add a partner' })).toBeNull()
})

test('a viewer reads a partner and finds nothing to change', async () => {
  serve([...signedIn('viewer'), answer(contract.readPartner, () => partner())])
  renderAt(`${list}/${libraryId}`)
  expect(await screen.findByRole('heading', { level: 1, name: 'Town Library' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull()
})

test('a pause without a reason is held back; with one it is sent with its day', async () => {
  const sent: object[] = []
  serve([
    ...signedIn('steward'),
    answer(contract.readPartner, () => partner()),
    answer(contract.membershipRoutes.pause, ({ body }) => {
      sent.push(body)
      return partner({ state: 'paused', stateSince: body.on })
    }),
  ])
  const { user } = renderAt(`${list}/${libraryId}`)
  await user.click(await screen.findByRole('button', { name: 'Pause' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: 'Pause' }))
  expect(await dialog.findByText('Please give a reason.')).toBeTruthy()
  expect(sent).toEqual([])

  await user.type(dialog.getByLabelText(/Reason/), 'The library is being rebuilt.')
  await user.click(dialog.getByRole('button', { name: 'Pause' }))
  expect(await screen.findByText('The membership of Town Library is now: Paused.')).toBeTruthy()
  expect(sent).toEqual([{ on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), reason: 'The library is being rebuilt.' }])
})

test('when somebody else saved first, what was typed stays and the choice is offered', async () => {
  let stored = partner()
  serve([
    ...signedIn('steward'),
    answer(contract.readPartner, () => stored),
    answer(contract.editPartner, ({ headers, body }) => {
      if (headers.get('if-match') !== `"${stored.revision}"`) throw new Refusal('changed-meanwhile')
      stored = partner({ name: body.name, seeks: body.seeks ?? null, revision: stored.revision + 1 })
      return stored
    }),
  ])
  const { user } = renderAt(`${list}/${libraryId}/edit`)
  const name = await screen.findByLabelText(/^Name/)
  stored = partner({ name: 'Public Library', seeks: 'Readers', revision: 4 })
  await user.clear(name)
  await user.type(name, 'City Library')
  await user.click(screen.getByRole('button', { name: 'Save changes' }))

  expect(await screen.findByText('Somebody changed this while you were writing')).toBeTruthy()
  expect(screen.getByText('Taken over from the other change: We seek.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('City Library')
  expect(screen.getByRole('radio', { name: 'Theirs: Public Library' })).toBeTruthy()

  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  expect(await screen.findByText('The changes to City Library are saved.')).toBeTruthy()
  expect(stored).toMatchObject({ name: 'City Library', seeks: 'Readers', revision: 5 })
})

test('where what somebody else saved cannot be read that is said, nothing typed is lost, and saving asks again', async () => {
  let [stored, isReadable] = [partner(), true]
  serve([
    ...signedIn('steward'),
    answer(contract.readPartner, () => {
      if (!isReadable) throw new Refusal('not-ready')
      return stored
    }),
    answer(contract.editPartner, ({ headers, body }) => {
      if (headers.get('if-match') !== `"${stored.revision}"`) throw new Refusal('changed-meanwhile')
      stored = partner({ name: body.name, seeks: body.seeks ?? null, revision: stored.revision + 1 })
      return stored
    }),
  ])
  const { user } = renderAt(`${list}/${libraryId}/edit`)
  const name = await screen.findByLabelText<HTMLInputElement>(/^Name/)
  stored = partner({ seeks: 'Readers', revision: 4 })
  isReadable = false
  await user.clear(name)
  await user.type(name, 'City Library')
  const save = () => user.click(screen.getByRole('button', { name: 'Save changes' }))
  await save()
  expect((await screen.findByRole('alert')).textContent).toContain('Somebody changed this meanwhile')
  expect(name.value).toBe('City Library')

  isReadable = true
  await save()
  expect(await screen.findByText('Taken over from the other change: We seek.')).toBeTruthy()
  await save()
  await waitFor(() => expect(stored).toMatchObject({ name: 'City Library', seeks: 'Readers', revision: 5 }))
})

test('a name that is taken is said at the name, and nothing typed is lost', async () => {
  serve([
    ...signedIn('coordinator'),
    answer(contract.addPartner, () => {
      throw new Refusal('organisation-name-taken', [{ pointer: '/name', code: 'taken', detail: 'Town Library' }])
    }),
  ])
  const { user } = renderAt(`${list}/new`)
  const name = await screen.findByLabelText<HTMLInputElement>(/^Name/)
  await user.type(name, 'Town Library')
  await user.selectOptions(screen.getByLabelText(/^Sector/), 'Culture')
  await user.click(screen.getByRole('button', { name: 'Add partner' }))
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'))
  expect(name.value).toBe('Town Library')
})

test('a partner page tells how lively it is, by which acts, and leads to them', async () => {
  const initiativeId = '01900000-0000-7000-8000-0000000000c7'
  serve([
    answer(listPartnerActs, ({ query }) => ({
      items: query.cursor
        ? [
            act({
              id: '01900000-0000-7000-8000-0000000000c9',
              kind: 'pledge',
              objectKind: 'pledge',
              amountMinor: 90_000,
            }),
          ]
        : [
            act({
              kind: 'participation',
              objectKind: 'initiative',
              objectId: initiativeId,
              title: 'Repair café',
              role: 'lead',
            }),
          ],
      nextCursor: query.cursor ? null : 'more',
    })),
    ...signedIn('viewer'),
    answer(contract.readPartner, () => partner({ engagement: 'quiet', lastActOn: '2026-07-01', isInRunning: true })),
  ])
  const { user } = renderAt(`${list}/${libraryId}`)
  const acts = within(await screen.findByRole('region', { name: 'What it did with others' }))
  expect(acts.getByText('Quiet')).toBeTruthy()
  expect(acts.getByText(/nothing for more than 90 days.*still running/)).toBeTruthy()
  const link = await acts.findByRole('link', { name: 'Repair café' })
  expect(link.getAttribute('href')).toBe(`/c/lindenmark/initiatives/${initiativeId}`)
  await user.click(acts.getByRole('button', { name: 'Show more' }))
  expect(await acts.findByRole('link', { name: 'the whole community' })).toBeTruthy()
  expect(acts.getByText('€900.00')).toBeTruthy()
})

function act(fields: Partial<PartnerAct>): PartnerAct {
  return {
    id: '01900000-0000-7000-8000-0000000000c8',
    on: '2026-07-01',
    kind: 'booking',
    title: null,
    role: null,
    objectKind: 'booking',
    objectId: '01900000-0000-7000-8000-0000000000c6',
    amountMinor: null,
    currency: 'EUR',
    quantity: null,
    unit: null,
    ...fields,
  }
}

/** What the parts of a page are called, in order. */
const parts = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)

test('where my step makes it a member, the membership comes first; where nothing is to be done, the facts do', async () => {
  const applied = { state: 'applied', from: '2026-10-01', to: null, reason: null } as const
  const readPartner = answer(contract.readPartner, () => partner({ state: 'applied', memberships: [applied] }))
  serve([...signedIn('steward'), readPartner])
  renderAt(`${list}/${libraryId}`)
  expect(await screen.findByRole('button', { name: 'Accept' })).toBeTruthy()
  expect(parts().indexOf('Membership')).toBe(0)
  cleanup()

  serve([...signedIn('viewer'), readPartner])
  renderAt(`${list}/${libraryId}`)
  expect(await screen.findByRole('heading', { level: 2, name: 'Membership' })).toBeTruthy()
  expect(parts().indexOf('Facts')).toBe(0)
})

test('a steward invites on the page of an organisation, and the person shall act for it', async () => {
  const sent: object[] = []
  serve([
    ...signedIn('steward'),
    answer(contract.readPartner, () => partner()),
    answer(invitePerson, ({ body }) => {
      sent.push(body)
      throw new Refusal('already-invited')
    }),
  ])
  const { user } = renderAt(`${list}/${libraryId}`)
  const people = within(await screen.findByRole('region', { name: 'People' }))
  await user.click(people.getByRole('button', { name: 'Invite somebody' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Invite somebody' }))
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Ada Berg')
  await user.type(dialog.getByRole('textbox', { name: 'E-mail' }), 'ada@berg.example')
  await user.click(dialog.getByRole('button', { name: 'Send the invitation' }))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject({ email: 'ada@berg.example', organisationId: libraryId, capacity: 'partner' })
})
