import { MantineProvider } from '@mantine/core'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { NoAnswerError } from '../http/problem-error.ts'
import { Words } from '../words/words.tsx'
import { Late } from './late.tsx'

/** A page on which somebody typed, with a button whose dialog is loaded as told. */
function Page({ load }: { readonly load: () => Promise<string> }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <textarea aria-label="Typed" />
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen && (
        <Late load={load} onClose={() => setOpen(false)}>
          {(words) => <p>{words}</p>}
        </Late>
      )}
    </>
  )
}

async function opened(load: () => Promise<string>) {
  const user = userEvent.setup()
  render(
    <Words language="en">
      <MantineProvider>
        <Page load={load} />
      </MantineProvider>
    </Words>,
  )
  await user.type(screen.getByLabelText('Typed'), 'half a sentence')
  await user.click(screen.getByRole('button', { name: 'Open' }))
  return user
}

const typed = () => screen.getByLabelText<HTMLTextAreaElement>('Typed').value

test('what comes at once is shown without a face of waiting', async () => {
  const shown = vi.spyOn(HTMLDialogElement.prototype, 'showModal')
  await opened(() => Promise.resolve('Here it is'))
  expect(await screen.findByText('Here it is')).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBe(null)
  expect(shown).not.toHaveBeenCalled()
  shown.mockRestore()
})

test('what takes long says so, and comes in its place', async () => {
  const late = Promise.withResolvers<string>()
  await opened(() => late.promise)
  const face = await screen.findByRole('dialog', { name: 'Loading …' })
  expect(face.querySelector('[role=status]')?.textContent).toBe('Loading …')
  late.resolve('Here it is')
  expect(await screen.findByText('Here it is')).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBe(null)
})

test('who does not want to wait closes it, and nothing opens afterwards', async () => {
  const late = Promise.withResolvers<string>()
  const user = await opened(() => late.promise)
  await screen.findByRole('dialog', { name: 'Loading …' })
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBe(null)
  late.resolve('Here it is')
  await late.promise
  expect(screen.queryByText('Here it is')).toBe(null)
  expect(typed()).toBe('half a sentence')
})

test('where no answer comes it says so and tries again; what was typed on the page stays', async () => {
  const load = vi.fn<() => Promise<string>>()
  load.mockRejectedValueOnce(new NoAnswerError(null)).mockResolvedValueOnce('Here it is')
  const user = await opened(load)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('The server does not answer. Check your connection and try again.')
  expect(screen.getByRole('dialog', { name: 'This did not load' }).contains(alert)).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Here it is')).toBeTruthy()
  expect(load).toHaveBeenCalledTimes(2)
  expect(typed()).toBe('half a sentence')
})

test.for([404, 200])(
  'where a file cannot be had by the open page (%i), it says that the page needs to be loaded again',
  async (status) => {
    const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(new Response('', { status })))
    const file = `https://here.example/assets/part-${status}.js`
    const failed = new TypeError(`Failed to fetch dynamically imported module: ${file}`)
    await opened(() => Promise.reject(failed))
    expect((await screen.findByRole('alert')).textContent).toContain('Copy what you typed and did not save')
    expect(screen.getByRole('button', { name: 'Load the page again' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Try again' })).toBe(null)
    expect(asked.mock.calls).toEqual([[file]])
    asked.mockRestore()
  },
)

test('a file that is only out of reach for now can be tried again', async () => {
  const asked = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'))
  await opened(() => Promise.reject(new TypeError('error loading dynamically imported module: https://a.example/b.js')))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy())
  asked.mockRestore()
})
