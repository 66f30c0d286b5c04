import * as contract from '@commonweal/contracts/initiatives'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { libraryId, schoolId, signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'

const list = '/c/lindenmark/initiatives'
const gardenId = '01900000-0000-7000-8000-0000000000c1'

function initiative(fields: Partial<contract.Initiative> = {}): contract.Initiative {
  return {
    id: gardenId,
    title: 'School garden',
    kind: 'joint',
    theme: 'food',
    summary: null,
    state: 'active',
    stateSince: '2025-03-01',
    startedOn: '2025-03-01',
    plannedEndOn: '2026-06-30',
    endedOn: null,
    reviewOn: null,
    isReviewDue: true,
    outcome: null,
    lesson: null,
    steps: [{ state: 'active', on: '2025-03-01', reason: null }],
    participations: [
      {
        id: '01900000-0000-7000-8000-0000000000d1',
        organisationId: schoolId,
        name: 'Hill School',
        sector: 'education',
        role: 'lead',
        from: '2025-03-01',
        to: null,
      },
    ],
    coordinators: [],
    pledges: 1,
    bookings: 0,
    revision: 2,
    ...fields,
  }
}

const row: contract.InitiativeRow = {
  id: gardenId,
  title: 'School garden',
  kind: 'joint',
  theme: 'food',
  state: 'active',
  startedOn: '2025-03-01',
  plannedEndOn: '2026-06-30',
  endedOn: null,
  isReviewDue: true,
  lead: 'Hill School',
  partners: 3,
}

test('the list is narrowed to what is due for review, and says so in the address', async () => {
  const asked: object[] = []
  serve([
    ...signedIn('viewer'),
    answer(contract.listInitiatives, ({ query }) => {
      asked.push(query)
      return { items: [row], nextCursor: null }
    }),
  ])
  const { user, router } = renderAt(list)
  expect(await screen.findByRole('link', { name: 'School garden' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Start an initiative' })).toBeNull()
  await user.selectOptions(await screen.findByLabelText('Review'), 'Review due')
  await user.selectOptions(screen.getByLabelText('Theme'), 'food')
  await waitFor(() => expect(router.state.location.search).toEqual({ isReviewDue: 'true', theme: 'food' }))
  await waitFor(() => expect(asked.at(-1)).toEqual({ isReviewDue: 'true', theme: 'food' }))
})

test('an initiative that ends on purpose owes a reason, and may say what was learned', async () => {
  const sent: object[] = []
  serve([
    ...signedIn('steward'),
    answer(contract.readInitiative, () => initiative()),
    answer(contract.initiativeRoutes.sunset, ({ body }) => {
      sent.push(body)
      return initiative({ state: 'sunset', endedOn: body.on })
    }),
  ])
  const { user } = renderAt(`${list}/${gardenId}`)
  await user.click(await screen.findByRole('button', { name: 'End on purpose' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: 'End on purpose' }))
  expect(await dialog.findByText('Please give a reason.')).toBeTruthy()
  expect(sent).toEqual([])
  await user.type(dialog.getByLabelText(/^Reason/), 'The beds are full.')
  await user.type(dialog.getByLabelText(/^What was learned/), 'Start in March.')
  await user.click(dialog.getByRole('button', { name: 'End on purpose' }))
  expect(await screen.findByText('School garden is now: Ended on purpose.')).toBeTruthy()
  expect(sent[0]).toMatchObject({ reason: 'The beds are full.', lesson: 'Start in March.' })
})

test('a member may add their own organisation, not change an initiative others lead', async () => {
  const sent: object[] = []
  serve([
    ...signedIn('member', [{ id: libraryId, name: 'Town Library', capacity: 'partner' }]),
    answer(contract.readInitiative, () => initiative()),
    answer(contract.joinInitiative, ({ body }) => {
      sent.push(body)
      return initiative()
    }),
  ])
  const { user } = renderAt(`${list}/${gardenId}`)
  expect(await screen.findByText('Review due')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull()
  expect(screen.queryByRole('button', { name: /End the participation/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Add a partner' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: 'Add a partner' }))
  expect(await screen.findByText('Town Library takes part.')).toBeTruthy()
  expect(sent[0]).toMatchObject({ organisationId: libraryId, role: 'contributor' })
})

test('an initiative needs a leading partner before it is put down', async () => {
  const sent: object[] = []
  serve([
    ...signedIn('coordinator', [{ id: libraryId, name: 'Town Library', capacity: 'partner' }]),
    answer(contract.readInitiative, () => initiative({ title: 'Repair café' })),
    answer(contract.startInitiative, ({ body }) => {
      sent.push(body)
      return initiative({ title: body.title })
    }),
  ])
  const { user } = renderAt(`${list}/new`)
  await user.type(await screen.findByLabelText(/^Title/), 'Repair café')
  await user.selectOptions(screen.getByLabelText('Role'), 'Supporter')
  await user.click(screen.getByRole('button', { name: 'Start initiative' }))
  expect(await screen.findByText('An initiative needs a leading partner.')).toBeTruthy()
  await user.selectOptions(screen.getByLabelText('Role'), 'Lead')
  await user.click(screen.getByRole('button', { name: 'Start initiative' }))
  expect(await screen.findByText('Repair café is put down.')).toBeTruthy()
  expect(sent[0]).toMatchObject({
    title: 'Repair café',
    startedOn: null,
    participations: [{ organisationId: libraryId, role: 'lead' }],
  })
})

test('when somebody else saved first, what was typed stays', async () => {
  let stored = initiative()
  serve([
    ...signedIn('steward'),
    answer(contract.readInitiative, () => stored),
    answer(contract.editInitiative, ({ headers, body }) => {
      if (headers.get('if-match') !== `"${stored.revision}"`) throw new Refusal('changed-meanwhile')
      stored = initiative({ title: body.title, theme: body.theme ?? null, revision: stored.revision + 1 })
      return stored
    }),
  ])
  const { user } = renderAt(`${list}/${gardenId}/edit`)
  const title = await screen.findByLabelText(/^Title/)
  stored = initiative({ theme: 'health', revision: 3 })
  await user.clear(title)
  await user.type(title, 'Garden of the hill')
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  expect(await screen.findByText('Taken over from the other change: Theme.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  expect(await screen.findByText('The changes to Garden of the hill are saved.')).toBeTruthy()
  expect(stored).toMatchObject({ title: 'Garden of the hill', theme: 'health', revision: 4 })
})
