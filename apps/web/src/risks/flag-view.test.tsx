import type { HandlingRow } from '@commonweal/contracts/handling'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { libraryId, schoolId } from '../../test/given.ts'
import { givenFlags, history } from '../../test/given-flags.ts'
import { renderAt } from '../../test/render-at.tsx'

const stagnation = '/c/lindenmark/vital-signs/network-stagnation'
const funding = '/c/lindenmark/vital-signs/funding-dependency'

const section = async (name: string) => within(await screen.findByRole('region', { name }, patient))

/** Explanations are found by reading the months many times over. */
const patient = { timeout: 15_000 }

const measureOf = (flag: HandlingRow['flag'], note: string): HandlingRow => ({
  id: flag === 'stagnation' ? schoolId : libraryId,
  flag,
  kind: 'mitigate',
  at: '2024-06-02T10:00:00.000Z',
  month: '2024-06',
  level: 'warning',
  person: 'Ada',
  note,
  untilOn: null,
  reviewOn: null,
  initiativeId: null,
  initiative: null,
})

test('the page of a flag says how it stands, what drives it, since when, and what usually helps', async () => {
  givenFlags()
  renderAt(`${stagnation}?month=2024-10`)
  expect(await screen.findByRole('heading', { level: 1, name: 'Network stagnation' })).toBeTruthy()
  const drivers = await section('What drives it most')
  expect(drivers.getAllByRole('listitem').length).toBeGreaterThan(0)
  const since = await section('Since when')
  expect(since.getByText('First reading that called for it')).toBeTruthy()
  await section('What usually helps')
})

test('its line is marked by its own countermeasures and by other thresholds, not by those of the other flag', async () => {
  const measures = [measureOf('stagnation', 'A day to meet'), measureOf('funding', 'A talk with the bank')]
  const stagnationLines = {
    watch: { enter: 3, leave: 1 },
    warning: { enter: 4, leave: 2 },
    critical: { enter: 6, leave: 4 },
  }
  const versions = [
    { from: '2024-07', position: 1, values: { reliance: { watch: 0.2, warning: 0.3, critical: 0.4 } } },
    { from: '2024-08', position: 2, values: { stagnation: stagnationLines } },
  ]
  givenFlags(history(), '2024-10', { measures, versions })
  renderAt(`${stagnation}?month=2024-10`)
  const marked = await section('Marked on the line')
  expect(await marked.findByText('A day to meet', {}, patient)).toBeTruthy()
  expect(marked.queryByText('A talk with the bank')).toBeNull()
  expect(marked.getAllByText(/judged by other thresholds from here on/)).toHaveLength(1)
})

test('what can be done about it stands beside it for who looks after flags', async () => {
  givenFlags(history(), '2024-10', { role: 'steward' })
  renderAt(`${stagnation}?month=2024-10`)
  const handling = await section('What we do about it: Network stagnation')
  expect(await handling.findByRole('button', { name: /We do something/ })).toBeTruthy()
  // Whatever month is read: what can be answered is the flag as it stands now.
  expect(handling.getByText('Now, in October 2024:')).toBeTruthy()
})

test('a viewer reads it and is offered no answer', async () => {
  givenFlags()
  renderAt(`${funding}?month=2024-10`)
  const handling = await section('What we do about it: Funding dependency')
  expect(await handling.findByText(/An answer changes who is told/)).toBeTruthy()
  expect(handling.queryByRole('button', { name: /We do something/ })).toBeNull()
})

test('a countermeasure says whether the level and the points have moved since it began', async () => {
  const begun = { ...measureOf('stagnation', 'A day to meet'), month: '2023-12' }
  givenFlags(history(), '2024-10', { measures: [begun] })
  renderAt(`${stagnation}?month=2024-10`)
  const handling = await section('What we do about it: Network stagnation')
  expect(
    await handling.findByText(
      /^Level when it began: Clear\. Now: Critical\. Points when it began: 1 of 10\. Now: \d+\.$/,
    ),
  ).toBeTruthy()
})
