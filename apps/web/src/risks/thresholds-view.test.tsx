import { listThresholds, type ThresholdVersion } from '@commonweal/contracts/thresholds'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, serve } from '../../test/server.ts'

afterEach(() => vi.restoreAllMocks())

test('shares stand as percentages; where a level is entered stands with the levels, where it is left below them', async () => {
  serve([answer(listThresholds, () => ({ items: [], nextCursor: null })), ...signedIn('steward')])
  renderAt('/c/lindenmark/thresholds')
  const shownOf = (name: string) =>
    [...(screen.getByText(name).parentElement?.querySelectorAll('dd') ?? [])].map((one) => one.textContent)
  await screen.findByText('Points of stagnation')
  expect(shownOf('Points of stagnation')).toEqual([
    'Watch (entered at) 2',
    'Warning (entered at) 3',
    'Critical (entered at) 5',
    'Watch (left below) 1',
    'Warning (left below) 2',
    'Critical (left below) 4',
  ])
  expect(shownOf('Share of the largest funder')).toEqual(['Watch 35%', 'Warning 50%', 'Critical 70%'])
  expect(shownOf('Funders, counted as if all gave alike')).toEqual(['Watch 4', 'Warning 2.5', 'Critical 1.7'])
})

test('earlier decisions on thresholds are taken out as a table, values and all', async () => {
  const version: ThresholdVersion = {
    id: '01900000-0000-7000-8000-0000000000d1',
    position: 1,
    from: '2026-06',
    setAt: '2026-05-20T10:00:00.000Z',
    person: 'Anna Weber',
    values: { switchedOff: [] },
    reason: 'As usual again',
  }
  const saved: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob)
    return 'blob:here'
  })
  serve([answer(listThresholds, () => ({ items: [version], nextCursor: null })), ...signedIn('steward')])
  const { user } = renderAt('/c/lindenmark/thresholds')
  await user.click(await screen.findByRole('button', { name: 'Download (CSV)' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(await saved[0]?.text()).toBe(
    'From month,Decided on,By whom,Reason,What is its own,Values\r\n' +
      '2026-06,2026-05-20T10:00:00.000Z,Anna Weber,As usual again,All lines as usual,"{""switchedOff"":[]}"\r\n',
  )
})

test('the keyboard goes into the form that opens, to the number that is none, and back to where it was opened', async () => {
  serve([answer(listThresholds, () => ({ items: [], nextCursor: null })), ...signedIn('steward')])
  const { user } = renderAt('/c/lindenmark/thresholds')
  await user.click(await screen.findByRole('button', { name: 'Change the thresholds' }))
  expect(screen.getByRole('heading', { name: 'Change the thresholds' })).toBeTruthy()
  expect(document.activeElement?.textContent).toBe(
    'They hold from the month you choose. What was said of earlier months stays.',
  )
  const runway = within(screen.getByRole('group', { name: /^Months the money lasts/ })).getByRole('textbox', {
    name: 'Warning',
  })
  await user.clear(runway)
  await user.type(runway, 'six')
  await user.type(screen.getByRole('textbox', { name: /^Why/ }), 'We began late')
  await user.click(screen.getByRole('button', { name: 'Set these thresholds' }))
  expect(await screen.findByText('Please write a number.')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(runway))
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change the thresholds' })),
  )
})
