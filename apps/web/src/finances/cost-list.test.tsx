import { addCost, listCosts, removeCost, type CostRow } from '@commonweal/contracts/finances'
import { listInitiatives, readInitiative, type InitiativeRow } from '@commonweal/contracts/initiatives'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'

const cost: CostRow = {
  id: '01900000-0000-7000-8000-0000000000d1',
  initiativeId: null,
  initiative: null,
  dueOn: '2026-06-01',
  amountMinor: 123_450,
  currency: 'EUR',
  label: 'Chairs for the hall',
  revision: 1,
}

const meals: InitiativeRow = {
  id: '01900000-0000-7000-8000-0000000000c9',
  title: 'Winter meals',
  kind: 'joint',
  theme: null,
  state: 'completed',
  startedOn: '2024-01-01',
  plannedEndOn: null,
  endedOn: '2024-12-01',
  isReviewDue: false,
  lead: null,
  partners: 2,
}

test('initiatives that did not load are said, and cannot be chosen', async () => {
  serve([
    answer(listCosts, () => ({ items: [cost], nextCursor: null })),
    answer(listInitiatives, () => {
      throw new Refusal('not-found')
    }),
    ...signedIn('steward'),
  ])
  const { user } = renderAt('/c/lindenmark/finances/costs')
  await user.click(await screen.findByRole('button', { name: 'Add a cost' }))
  await user.type(await fieldFor(), 'meals')
  expect(await screen.findByText('There is nothing here, or it is not visible to you.')).toBeTruthy()
  expect(screen.queryByRole('option', { name: /meals/i, hidden: true })).toBeNull()
})

test('a cost is taken away from its row once that is confirmed', async () => {
  let costs = [cost]
  const answers = [
    answer(listCosts, () => ({ items: costs, nextCursor: null })),
    answer(listInitiatives, () => ({ items: [], nextCursor: null })),
    answer(removeCost, () => {
      costs = []
      return null as never
    }),
  ]
  serve([...answers, ...signedIn('steward')])
  const { user } = renderAt('/c/lindenmark/finances/costs')
  await user.click(await screen.findByRole('button', { name: 'Take away: Chairs for the hall' }))
  const dialog = await screen.findByRole('dialog')
  expect(costs).toHaveLength(1)
  await user.click(within(dialog).getByRole('button', { name: 'Take away' }))
  expect(await screen.findByText('The cost is taken away.')).toBeTruthy()
  expect(await screen.findByText('No cost is on record.')).toBeTruthy()
})

test('a member who may not change costs reads them without buttons', async () => {
  serve([
    answer(listCosts, () => ({ items: [cost], nextCursor: null })),
    answer(listInitiatives, () => ({ items: [], nextCursor: null })),
    ...signedIn('member'),
  ])
  renderAt('/c/lindenmark/finances/costs')
  expect(await screen.findByRole('row', { name: /Chairs for the hall/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Take away|Add a cost/ })).toBeNull()
})

test('costs are narrowed to an initiative that none of the rows on screen names', async () => {
  const asked: (string | undefined)[] = []
  serve([
    answer(listCosts, ({ query }) => {
      asked.push(query.initiativeId)
      return { items: query.initiativeId ? [] : [cost], nextCursor: null }
    }),
    answer(listInitiatives, ({ query }) => ({ items: query.q === 'mea' ? [meals] : [], nextCursor: null })),
    ...signedIn('member'),
  ])
  const { user } = renderAt('/c/lindenmark/finances/costs')
  await user.type(await screen.findByPlaceholderText('Type a name'), 'mea')
  await user.click(await screen.findByRole('option', { name: /Winter meals\s*Completed/, hidden: true }))
  await waitFor(() => expect(asked.at(-1)).toBe(meals.id))
  expect(await screen.findByText('Nothing matches')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Choose none' }))
  expect(await screen.findByText('Chairs for the hall')).toBeTruthy()
})

test('a cost can be of any initiative that goes on, however many there are, and none is asked for before', async () => {
  const garden = {
    ...meals,
    id: '01900000-0000-7000-8000-0000000000ca',
    title: 'School garden',
    state: 'active' as const,
  }
  const asked: object[] = []
  const sent: object[] = []
  serve([
    answer(listCosts, () => ({ items: [], nextCursor: null })),
    answer(listInitiatives, ({ query }) => {
      asked.push(query)
      return { items: query.q === 'gard' ? [garden] : [], nextCursor: null }
    }),
    answer(readInitiative, () => ({ title: garden.title }) as never),
    answer(addCost, ({ body }) => {
      sent.push(body)
      return { ...cost, initiativeId: garden.id, initiative: garden.title }
    }),
    ...signedIn('steward'),
  ])
  const { user } = renderAt('/c/lindenmark/finances/costs')
  await user.click(await screen.findByRole('button', { name: 'Add a cost' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText(/^What for/), 'Soil')
  await user.type(dialog.getByLabelText(/^Amount/), '80')
  await user.type(dialog.getByLabelText(/^Due on/), '2026-06-01')
  expect(asked).toEqual([])
  await user.type(await fieldFor(), 'gard')
  await user.click(await screen.findByRole('option', { name: /School garden/, hidden: true }))
  expect(await dialog.findByDisplayValue('School garden')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(sent).toMatchObject([{ label: 'Soil', initiativeId: garden.id }]))
  expect(asked.at(-1)).toMatchObject({ state: 'living', q: 'gard' })
})

/** The field in the dialog; the list behind it has one of the same kind. */
async function fieldFor(): Promise<HTMLElement> {
  return within(await screen.findByRole('dialog')).getByLabelText(/\(optional\)$/, { selector: 'input' })
}
