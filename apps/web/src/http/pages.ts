import { infiniteQueryOptions, keepPreviousData, type InfiniteData, type QueryKey } from '@tanstack/react-query'

interface Page {
  readonly nextCursor: string | null
}
type Fetch<One extends Page> = (from: { readonly cursor?: string }, signal: AbortSignal) => Promise<One>

const asked = <One extends Page>(queryKey: QueryKey, fetchPage: Fetch<One>) => ({
  queryKey,
  queryFn: ({ pageParam, signal }: { readonly pageParam: string | null; readonly signal: AbortSignal }) =>
    fetchPage(pageParam ? { cursor: pageParam } : {}, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page: One) => page.nextCursor,
})

/** What belongs to one thing, page after page: what belongs to another never stands in its place. */
export const pagesOf = <One extends Page>(queryKey: QueryKey, fetchPage: Fetch<One>) =>
  infiniteQueryOptions(asked(queryKey, fetchPage))

/**
 * A list that is searched, page after page. While another search is asked for, what was found before stays on screen. `ahead`
 * gives a first page that has come before it was asked for.
 */
export const searchedPages = <One extends Page>(
  queryKey: QueryKey,
  fetchPage: Fetch<One>,
  ahead: () => InfiniteData<One, string | null> | undefined = () => undefined,
) => infiniteQueryOptions({ ...asked(queryKey, fetchPage), initialData: ahead, placeholderData: keepPreviousData })

const MOST_OF_A_PAGE = 200

/** Everything a list has, one page after the other; for what a person chooses from, or sees whole. */
export async function everyItem<Item>(
  fetchPage: (from: {
    readonly limit: number
    readonly cursor?: string
  }) => Promise<{ readonly items: readonly Item[] } & Page>,
): Promise<Item[]> {
  const found: Item[] = []
  let cursor: string | null = null
  do {
    const { items, nextCursor } = await fetchPage({ limit: MOST_OF_A_PAGE, ...(cursor === null ? {} : { cursor }) })
    found.push(...items)
    cursor = nextCursor
  } while (cursor !== null)
  return found
}
