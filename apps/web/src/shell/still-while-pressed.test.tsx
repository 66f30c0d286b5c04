import { notifyManager, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { standStillWhilePressed } from './still-while-pressed.ts'

beforeAll(standStillWhilePressed)
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => notifyManager.setScheduler((answer) => setTimeout(answer, 0)))

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const finger = { isPrimary: true, button: 0 }

/** A part whose answer has come while the finger is on its button. */
async function pressedMeanwhile() {
  const queries = new QueryClient()
  const onClick = vi.fn<(says: string | null) => void>()
  function Part() {
    const { data } = useQuery({ queryKey: ['part'], queryFn: () => 'first', staleTime: Infinity })
    return (
      <button key={data} onClick={({ currentTarget }) => onClick(currentTarget.textContent)}>
        {data}
      </button>
    )
  }
  render(
    <QueryClientProvider client={queries}>
      <Part />
    </QueryClientProvider>,
  )
  await pass(10)
  const button = screen.getByRole('button', { name: 'first' })
  fireEvent.pointerDown(button, finger)
  queries.setQueryData(['part'], 'second')
  await pass(300)
  return { button, onClick }
}

const shown = () => screen.getByRole('button').textContent

test('what is pressed stays as it is until it was clicked, then the answer is drawn', async () => {
  const { button, onClick } = await pressedMeanwhile()
  expect(shown()).toBe('first')
  fireEvent.pointerUp(button, finger)
  await pass(300)
  expect(button.isConnected).toBe(true)
  fireEvent.click(button)
  expect(onClick).toHaveBeenCalledExactlyOnceWith('first')
  await pass(0)
  expect(shown()).toBe('second')
})

test('a finger that scrolls holds nothing', async () => {
  const { button } = await pressedMeanwhile()
  fireEvent.pointerCancel(button, finger)
  await pass(0)
  expect(shown()).toBe('second')
})

test('a press without a click is over soon after its end', async () => {
  const { button } = await pressedMeanwhile()
  fireEvent.pointerUp(button, finger)
  await pass(399)
  expect(shown()).toBe('first')
  await pass(2)
  expect(shown()).toBe('second')
})

test('a press whose end is lost is over after two seconds', async () => {
  await pressedMeanwhile()
  await pass(1690)
  expect(shown()).toBe('first')
  await pass(20)
  expect(shown()).toBe('second')
})

test('neither the other button of a mouse nor a second finger holds anything', async () => {
  for (const other of [
    { isPrimary: true, button: 2 },
    { isPrimary: false, button: 0 },
  ]) {
    const drawn = vi.fn<() => void>()
    fireEvent.pointerDown(document.body, other)
    notifyManager.schedule(drawn)
    await pass(0)
    expect(drawn).toHaveBeenCalledOnce()
  }
})
