import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCommunity } from './community.tsx'

/** A link to something of this community, by its place: `initiatives/…`, `partners/…`. */
export function CommunityLink({ place, children }: { place: string; children: ReactNode }) {
  const { slug } = useCommunity()
  const to: string = `/c/${slug}/${place}`
  return (
    <Link to={to} preload={false}>
      {children}
    </Link>
  )
}
