import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { NoAnswerError } from '../http/problem-error.ts'
import { Words } from '../words/words.tsx'
import { LatePart } from './late-part.tsx'

function show(load: () => Promise<string>, instead?: ReactNode) {
  render(
    <Words language="en">
      <MantineProvider>
        <p>The page</p>
        <LatePart load={load} waiting={<p>Soon</p>} instead={instead}>
          {(words) => <p>{words}</p>}
        </LatePart>
      </MantineProvider>
    </Words>,
  )
}

test('a part takes the place of what waits for it, and is drawn at once the next time', async () => {
  const load = vi.fn<() => Promise<string>>().mockResolvedValue('Here it is')
  show(load)
  expect(screen.getByText('Soon')).toBeTruthy()
  expect(await screen.findByText('Here it is')).toBeTruthy()
  cleanup()
  show(load)
  expect(screen.getByText('Here it is')).toBeTruthy()
  expect(load).toHaveBeenCalledTimes(1)
})

test('a part that does not come leaves the page, says so and is tried again', async () => {
  const load = vi.fn<() => Promise<string>>()
  load.mockRejectedValueOnce(new NoAnswerError(null)).mockResolvedValueOnce('Here it is')
  show(load)
  expect((await screen.findByRole('alert')).textContent).toContain('This did not load')
  expect(screen.getByText('The page')).toBeTruthy()
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Here it is')).toBeTruthy()
})

test('a part that the open page cannot have offers to load the page again', async () => {
  show(() => Promise.reject(new TypeError('Importing a module script failed.')))
  expect(await screen.findByRole('button', { name: 'Load the page again' })).toBeTruthy()
})

test('where something else does, that is shown without a word', async () => {
  show(() => Promise.reject(new NoAnswerError(null)), <p>As it is</p>)
  expect(await screen.findByText('As it is')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBe(null)
})
