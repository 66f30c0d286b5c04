import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCommunity } from '../../../../session/community.tsx'
import { wayTo, type LinkedKind } from '../../../../shell/way-to.ts'

interface Props {
  readonly kind: LinkedKind
  readonly id: string
  readonly onClick?: () => void
  readonly children: ReactNode
}

/** A link to the page of a thing, whatever it is. */
export function ThingLink({ kind, id, onClick, children }: Props) {
  const { slug } = useCommunity()
  return (
    <Link {...wayTo(slug, kind, id)} onClick={onClick}>
      {children}
    </Link>
  )
}
