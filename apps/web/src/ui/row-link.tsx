import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'

interface Props {
  readonly place: string
  readonly search?: Record<string, string> | undefined
  readonly children: ReactNode
}

/**
 * A link in a row of a list to something of this community, by its place: `initiatives/…`. The table listens for all of
 * its links at once (`use-links-inside.ts`): a link of the router in every row would take as long as the rest of the table.
 */
export function RowLink({ place, search, children }: Props) {
  const { slug } = useCommunity()
  // What people wrote keeps its own direction: `dir` isolates as `bdi` does, without an element more.
  return (
    <a dir="auto" href={`/c/${slug}/${place}${search ? `?${new URLSearchParams(search)}` : ''}`}>
      {children}
    </a>
  )
}
