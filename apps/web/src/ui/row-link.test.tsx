import { listInitiatives, type InitiativeRow } from '@commonweal/contracts/initiatives'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { signedIn } from '../../test/given.ts'
import { renderAt } from '../../test/render-at.tsx'
import { answer, serve } from '../../test/server.ts'

const row: InitiativeRow = {
  id: '01900000-0000-7000-8000-0000000000a1',
  title: 'Garden for all',
  kind: 'joint',
  theme: 'food',
  state: 'active',
  startedOn: '2024-03-01',
  plannedEndOn: null,
  endedOn: null,
  isReviewDue: false,
  lead: 'Town Library',
  partners: 3,
} as InitiativeRow
const list = '/c/lindenmark/initiatives'

async function given() {
  serve([...signedIn('viewer'), answer(listInitiatives, () => ({ items: [row], nextCursor: null }))])
  const opened = renderAt(list)
  const preload = vi.spyOn(opened.router, 'preloadRoute').mockResolvedValue(undefined)
  const link = await screen.findByRole('link', { name: row.title })
  return { ...opened, preload, link }
}

test('a plain click on a row stays in the page', async () => {
  const { router, link, user } = await given()
  expect(link.getAttribute('href')).toBe(`${list}/${row.id}`)
  await user.click(link)
  await waitFor(() => expect(router.state.location.pathname).toBe(`${list}/${row.id}`))
})

test('a click on a row keeps what the link asks for', async () => {
  const { router, link, user } = await given()
  link.setAttribute('href', `${list}?q=garden`)
  await user.click(link)
  await waitFor(() => expect(router.state.location.search).toEqual({ q: 'garden' }))
  expect(router.state.location.pathname).toBe(list)
})

test.each([
  ['with Ctrl', { ctrlKey: true }],
  ['with ⌘', { metaKey: true }],
  ['with Shift', { shiftKey: true }],
  ['of the middle button', { button: 1 }],
])('a click %s is the browser’s', async (_, how) => {
  const { router, link } = await given()
  const navigate = vi.spyOn(router, 'navigate')
  let isTaken: boolean | undefined
  const afterOurs = (event: MouseEvent) => {
    isTaken = event.defaultPrevented
    // What the browser would do now, jsdom cannot.
    event.preventDefault()
  }
  document.addEventListener('click', afterOurs, { once: true })
  fireEvent(link, new MouseEvent('click', { bubbles: true, cancelable: true, ...how }))
  expect(isTaken).toBe(false)
  expect(navigate).not.toHaveBeenCalled()
})

test('the page behind a row is fetched once when the pointer or the focus comes near', async () => {
  const { link, preload, user } = await given()
  await user.hover(link)
  expect(preload).toHaveBeenCalledExactlyOnceWith({ to: `${list}/${row.id}` })
  fireEvent.focus(link)
  expect(preload).toHaveBeenCalledOnce()
})
