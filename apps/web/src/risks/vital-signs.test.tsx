import type { Assessment } from '@commonweal/contracts/assessments'
import { mitigateFlag, type HandlingRow } from '@commonweal/contracts/handling'
import * as contract from '@commonweal/contracts/risks'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { libraryId, schoolId, signedIn } from '../../test/given.ts'
import { givenFlags, history } from '../../test/given-flags.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, Refusal, serve } from '../../test/server.ts'

const page = '/c/lindenmark/vital-signs'

const slider = () => screen.findByRole<HTMLInputElement>('slider', { name: 'Chosen month' })

test('both flags stand at the top as a level and a sentence of exposure', async () => {
  givenFlags()
  renderAt(page)
  const stagnation = within((await screen.findAllByRole('article', { name: 'Network stagnation' }))[0] as HTMLElement)
  expect(stagnation.getByText('Critical')).toBeTruthy()
  expect(stagnation.getByText('The last start was on 10 Dec 2023, 296 days before this reading.')).toBeTruthy()
  const funding = within(screen.getAllByRole('article', { name: 'Funding dependency' })[0] as HTMLElement)
  expect(
    funding.getByText('In November 2024, 1 month ahead, promised money falls from €1,209 to €401 a half-year.'),
  ).toBeTruthy()
})

test('dependence on one purse is said in a plain fraction, of nobody by name', async () => {
  givenFlags(history(), '2023-06')
  renderAt(page)
  expect(
    await screen.findByText('About half of the money of the last twelve months (50%) came from one organisation.'),
  ).toBeTruthy()
})

test('the month is chosen by keyboard, and the address follows', async () => {
  givenFlags()
  const { user, router } = renderAt(page)
  const line = await slider()
  expect(line.getAttribute('aria-valuetext')).toMatch(
    /^October 2024\. Network stagnation: Critical and Funding dependency: /,
  )
  line.focus()
  await user.keyboard('{ArrowLeft}')
  await waitFor(() => expect(router.state.location.search).toEqual({ month: '2024-09' }))
  expect(screen.getByRole('heading', { name: 'Readings of September 2024' })).toBeTruthy()
  await user.keyboard('{PageDown}')
  await waitFor(() => expect(router.state.location.search).toEqual({ month: '2023-09' }))
  await user.keyboard('{Home}')
  await waitFor(() => expect(router.state.location.search).toEqual({ month: '2021-02' }))
  await user.keyboard('{ArrowLeft}{PageUp}')
  await waitFor(() => expect(router.state.location.search).toEqual({ month: '2022-02' }))
  await user.keyboard('{End}')
  await waitFor(() => expect(router.state.location.search).toEqual({ month: '2024-10' }))
})

test('from right to left the arrow keys follow the drawing', async () => {
  givenFlags()
  const { user, router } = renderAt(`${page}?month=2023-05`, 'x-mirror')
  const line = await screen.findByRole('slider')
  line.focus()
  await user.keyboard('{ArrowLeft}')
  await waitFor(() => expect(router.state.location.search).toEqual({ month: '2023-06' }))
})

test('an address opens its month, and steps lead on from there', async () => {
  givenFlags()
  const { user, router } = renderAt(`${page}?month=2023-05`)
  expect(await screen.findByRole('heading', { name: 'Readings of May 2023' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'One year later' }))
  await waitFor(() => expect(router.state.location.search).toEqual({ month: '2024-05' }))
  await user.click(screen.getByRole('button', { name: 'Latest month' }))
  expect(await screen.findByRole('heading', { name: 'Readings of October 2024' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'One month later' }).getAttribute('aria-disabled')).toBe('true')
})

test('a month nobody can judge says so, with its reason and the level held', async () => {
  givenFlags(history({ dataCompleteThrough: '2024-06-30' }))
  renderAt(`${page}?month=2024-10`)
  const region = within((await screen.findAllByRole('article', { name: 'Network stagnation' }))[0] as HTMLElement)
  expect(region.getByText('Not enough data')).toBeTruthy()
  expect(region.getByText('Last level, held: Warning')).toBeTruthy()
  expect(region.getByText('This month cannot be judged. The records are complete only to 30 Jun 2024.')).toBeTruthy()
  expect(region.queryByText('Clear')).toBeNull()
  expect(screen.getAllByText('Not enough data: The records are complete only to 30 Jun 2024.').length).toBeGreaterThan(
    5,
  )
})

test('without a month in the address the last one that could be read is shown', async () => {
  givenFlags(history({ dataCompleteThrough: '2024-06-30' }))
  renderAt(page)
  expect(await screen.findByRole('heading', { name: 'Readings of July 2024' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Now: October 2024' })).toBeTruthy()
})

test('a reading opens to its formula, its lines and the facts behind it', async () => {
  givenFlags()
  const { user } = renderAt(`${page}?month=2023-12`)
  const heading = await screen.findByRole('heading', { level: 3, name: 'Concentration' })
  const item = heading.closest('li') as HTMLElement
  await user.click(within(item).getByText('How it is worked out, and the facts'))
  expect(
    within(item).getByText('Warning: the largest gives 50% or more, or fewer than 2.5 effective funders'),
  ).toBeTruthy()
  const links = await within(item).findAllByRole('link', { name: 'Hill School' })
  expect(links[0]?.getAttribute('href')).toBe(`/c/lindenmark/partners/${schoolId}`)
})

test('the table holds every month, and leads back to one', async () => {
  givenFlags()
  const { user, router } = renderAt(page)
  await user.click(await screen.findByRole('button', { name: 'Show the table' }))
  const table = within(screen.getByRole('table'))
  expect(table.getAllByRole('rowheader')).toHaveLength(45)
  await user.click(table.getByRole('button', { name: 'March 2023' }))
  await waitFor(() => expect(router.state.location.search).toEqual({ month: '2023-03' }))
})

test('a young community holds no level of an earlier time, and hears when the readings begin', async () => {
  givenFlags(history(), '2021-04')
  renderAt(page)
  const now = within(await screen.findByRole('region', { name: 'Now: April 2021' }))
  expect(now.getAllByText(/^Nothing has been read so far\./)).toHaveLength(2)
  expect(now.queryByText(/Last level, held/)).toBeNull()
  expect(now.queryByText(/There has been no reading since/)).toBeNull()
})

test('a community without a fact is told what to do next', async () => {
  givenFlags(history({ initiatives: [], participations: [], pledges: null, instalments: null }), '2021-02')
  renderAt(page)
  expect(await screen.findByText('No vital signs yet')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'To the initiatives' })).toBeTruthy()
})

test('a failure does not look like calm', async () => {
  serve([
    ...signedIn('viewer'),
    answer(contract.readTimeline, () => {
      throw new Refusal('forbidden')
    }),
  ])
  renderAt(page)
  expect(within(await screen.findByRole('alert')).getByText(/Your role does not allow this/)).toBeTruthy()
  expect(screen.queryByText('Clear')).toBeNull()
})

/** What comes with a request of its own, on a machine that has much to do. */
const patient = { timeout: 10_000 }

const none = { level: 'none', heldLevel: 'none', score: 0, onset: null } as const
const saidOf = (month: string): Assessment => ({
  id: libraryId,
  month,
  position: 0,
  assessedAt: `${month}-01T00:05:00.000Z`,
  knownOn: '2024-08-31',
  engine: 'commonweal-risks/1.0.0',
  parametersVersion: '2026-11-01',
  stagnation: none,
  funding: none,
})

test('a month that was said otherwise shows what was said then and what is known now', async () => {
  givenFlags(history(), '2024-10', { said: [saidOf('2024-09')] })
  const { user } = renderAt(`${page}?month=2023-05`)
  const marked = within(await screen.findByRole('region', { name: 'Marked on the line' }, patient))
  expect(marked.getByText(/Network stagnation: said then “Clear”, with what is known now “Critical”/)).toBeTruthy()
  expect(screen.getByText('Revised: it reads otherwise now than was said then')).toBeTruthy()
  await user.click(marked.getAllByRole('button', { name: 'September 2024' })[0] as HTMLElement)
  expect(await screen.findAllByText(/with what was known to 31 Aug 2024, it read “Clear”/, {}, patient)).toBeTruthy()
})

test('who does not see costs and reserves is told so, and no revision of funding is made of it', async () => {
  const fundingToo = {
    ...saidOf('2024-09'),
    funding: { level: 'none', heldLevel: 'none', score: 0, onset: null } as const,
  }
  givenFlags(history(), '2024-10', { said: [fundingToo], withheld: ['costs', 'reserves'] })
  renderAt(page)
  expect(await screen.findByText(/Your role does not see: costs and reserves\./, {}, patient)).toBeTruthy()
  expect(screen.getByText('It rests on costs and reserves, which your role does not see.')).toBeTruthy()
  const marked = within(await screen.findByRole('region', { name: 'Marked on the line' }, patient))
  expect(marked.getByText(/Network stagnation: said then/)).toBeTruthy()
  expect(marked.queryByText(/Funding dependency: said then/)).toBeNull()
})

test('other thresholds and countermeasures are marked at their month', async () => {
  const measure: HandlingRow = {
    id: schoolId,
    flag: 'stagnation',
    kind: 'mitigate',
    at: '2024-06-02T10:00:00.000Z',
    month: '2024-06',
    level: 'warning',
    person: 'Ada',
    note: 'A day to meet',
    untilOn: null,
    reviewOn: null,
    initiativeId: null,
    initiative: null,
  }
  const reliance = { watch: 0.2, warning: 0.3, critical: 0.4 }
  const levels = (watch: number) => ({
    stagnation: {
      watch: { enter: watch, leave: 1 },
      warning: { enter: 4, leave: 2 },
      critical: { enter: 6, leave: 4 },
    },
  })
  // The second moves one flag, the third none: it only puts a sign of another threat out of sight.
  const versions = [
    { from: '2024-08', position: 1, values: { reliance, ...levels(3) } },
    { from: '2024-09', position: 2, values: { reliance, ...levels(2) } },
    { from: '2024-10', position: 3, values: { reliance, ...levels(2), switchedOff: ['places' as const] } },
  ]
  givenFlags(history(), '2024-10', { measures: [measure], versions })
  renderAt(page)
  const marked = within(await screen.findByRole('region', { name: 'Marked on the line' }, patient))
  expect(await marked.findByText('A day to meet', {}, patient)).toBeTruthy()
  const other = marked.getAllByText(/judged by other thresholds from here on/)
  expect(other.map((one) => one.closest('li')?.textContent)).toEqual([
    expect.stringContaining('September 2024'),
    expect.stringContaining('August 2024'),
    expect.stringContaining('August 2024'),
  ])
})

test('who looks after flags answers one in a dialog; a countermeasure owes a word', async () => {
  const sent: unknown[] = []
  const answers = [
    answer(mitigateFlag, ({ body }) => {
      sent.push(body)
      throw new Refusal('flag-not-raised')
    }),
  ]
  givenFlags(history(), '2024-10', { role: 'steward', answers })
  const { user } = renderAt(page)
  await user.click(await screen.findByRole('button', { name: 'We do something: Network stagnation' }, patient))
  const dialog = within(await screen.findByRole('dialog', {}, patient))
  await user.click(dialog.getByRole('button', { name: 'We do something' }))
  expect(dialog.getByText('Please say what you do.')).toBeTruthy()
  await user.type(dialog.getByLabelText(/^What we do/), 'A day to meet')
  await user.click(dialog.getByRole('button', { name: 'We do something' }))
  expect(await dialog.findByText(/The flag is not up any more/, {}, patient)).toBeTruthy()
  expect(sent).toEqual([{ note: 'A day to meet' }])
})

test('the months can be read as they were known on a day, and the address keeps the day', async () => {
  givenFlags()
  const { user, router } = renderAt(page)
  await user.click(await screen.findByText('Read as it was known on a day'))
  await user.type(screen.getByLabelText('Known until the end of'), '2024-06-30')
  await user.click(screen.getByRole('button', { name: 'Show' }))
  expect(await screen.findByText('You read what was known on 30 Jun 2024.')).toBeTruthy()
  expect(router.state.location.search).toEqual({ knownOn: '2024-06-30' })
  expect(screen.getAllByRole('link', { name: /: read why/ })[0]?.getAttribute('href')).toContain('knownOn=2024-06-30')
  await user.click(screen.getByRole('button', { name: 'Read what is known now' }))
  await waitFor(() => expect(screen.queryByText('What is known now may say otherwise.')).toBeNull())
})
