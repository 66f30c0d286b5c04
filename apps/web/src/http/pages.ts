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
