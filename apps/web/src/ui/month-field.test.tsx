import { listAssessments } from '@commonweal/contracts/assessments'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, serve } from '../../test/server.ts'

test('where a browser has no field for a month, it is typed: asked for once it is one, and told where it is none', async () => {
  const asked: (string | undefined)[] = []
  serve([
    ...signedIn('steward'),
    answer(listAssessments, ({ query }) => {
      asked.push(query.from)
      return { items: [], nextCursor: null }
    }),
  ])
  const { user, router } = renderAt('/c/lindenmark/vital-signs/record')
  const field = await screen.findByLabelText<HTMLInputElement>('From the month of')
  // Such a browser takes it for a text, whatever it is told.
  field.type = 'text'
  Object.defineProperty(field, 'type', { get: () => 'text', set: () => {} })
  await user.type(field, '2026-1')
  expect(field.value).toBe('2026-1')
  expect(router.state.location.search).toEqual({})
  expect(screen.queryByText(/Please give a month/)).toBe(null)
  await user.tab()
  expect(await screen.findByText('Please give a month, for example 2026-11')).toBeTruthy()

  await user.type(field, '0')
  await waitFor(() => expect(router.state.location.search).toEqual({ from: '2026-10' }))
  await waitFor(() => expect(asked.at(-1)).toBe('2026-10'))
  expect(screen.queryByText(/Please give a month/)).toBe(null)
  expect(asked).not.toContain('2026-1')
})
