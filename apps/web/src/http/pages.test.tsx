import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { pagesOf, searchedPages } from './pages.ts'

const answers: Record<string, string[]> = { garden: ['dig', 'sow'], meals: ['cook'] }
/** Two pages where there are two rows. */
const fetchRows = async (of: string, cursor?: string) => {
  const rows = answers[of] ?? []
  const at = Number(cursor ?? 0)
  return { items: [rows[at]], nextCursor: at + 1 < rows.length ? String(at + 1) : null }
}

function Rows({ of, isSearch }: { of: string; isSearch: boolean }) {
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(
    (isSearch ? searchedPages : pagesOf)(['rows', of], ({ cursor }) => fetchRows(of, cursor)),
  )
  if (!data) return <p>nothing yet</p>
  return (
    <>
      <p>{data.pages.flatMap(({ items }) => items).join(', ')}</p>
      {hasNextPage && <button onClick={() => void fetchNextPage()}>more</button>}
    </>
  )
}

const show = (of: string, isSearch: boolean, queries: QueryClient) => (
  <QueryClientProvider client={queries}>
    <Rows of={of} isSearch={isSearch} />
  </QueryClientProvider>
)

it('rows come page after page', async () => {
  render(show('garden', true, new QueryClient()))
  ;(await screen.findByRole('button', { name: 'more' })).click()
  await screen.findByText('dig, sow')
  expect(screen.queryByRole('button', { name: 'more' })).toBeNull()
})

it('what another search found stays until the new one is answered; what belongs to another thing does not', async () => {
  for (const isSearch of [true, false]) {
    const queries = new QueryClient()
    const { rerender, unmount } = render(show('garden', isSearch, queries))
    await screen.findByText('dig')
    rerender(show('meals', isSearch, queries))
    expect(screen.queryByText('dig') !== null).toBe(isSearch)
    await screen.findByText('cook')
    unmount()
  }
})
