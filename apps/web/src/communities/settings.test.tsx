import { editSettings, readSettings, type SettingsEdit } from '@commonweal/contracts/communities'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, serve } from '../../test/server.ts'

const settings = {
  coreSectors: ['education' as const],
  wantsIndependence: true,
  dataCompleteThrough: '2026-03-31',
  closingSince: null,
  closingReason: null,
  revision: 1,
}

const given = (role: Parameters<typeof signedIn>[0]) => serve([...signedIn(role), answer(readSettings, () => settings)])

test('a steward changes what the community wants', async () => {
  given('steward')
  renderAt('/c/lindenmark/settings')
  expect((await screen.findByRole('checkbox', { name: 'Education' })).matches(':enabled:checked')).toBe(true)
  expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy()
})

test('the lines of the vital signs are found from the settings, too', async () => {
  given('viewer')
  renderAt('/c/lindenmark/settings')
  const link = await screen.findByRole('link', { name: 'Thresholds and signs shown' })
  expect(link.getAttribute('href')).toBe('/c/lindenmark/thresholds')
})

test('who may not change it reads it, and who may', async () => {
  given('viewer')
  renderAt('/c/lindenmark/settings')
  expect((await screen.findByRole('checkbox', { name: 'Education' })).matches(':disabled:checked')).toBe(true)
  expect(screen.getByText('Stewards can change this.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Save' })).toBe(null)
})

test('how far the records go is said, and taken back', async () => {
  const sent: SettingsEdit[] = []
  serve([
    ...signedIn('steward'),
    answer(readSettings, () => settings),
    answer(editSettings, ({ body }) => {
      sent.push(body)
      return { ...settings, dataCompleteThrough: null, revision: 2 }
    }),
  ])
  renderAt('/c/lindenmark/settings')
  const field = await screen.findByLabelText<HTMLInputElement>('Our records end on')
  expect(field.value).toBe('2026-03-31')
  fireEvent.change(field, { target: { value: '' } })
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject({ dataCompleteThrough: null, wantsIndependence: true })
})
