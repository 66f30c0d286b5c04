import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LinkButton } from '../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { UpLink } from '../../../../ui/up-link.tsx'

interface Props {
  readonly title: string
  readonly lead: string
  readonly actions?: ReactNode
  /** The page the list belongs to, and what that is called. */
  readonly above: {
    readonly to: '/c/$slug/finances' | '/c/$slug/initiatives' | '/c/$slug/partners' | '/c/$slug/vital-signs'
    readonly name: string
  }
  /** The list; lent the way up, to offer it where there is nothing. */
  readonly children: (wayUp: ReactNode) => ReactNode
}

/** The page of a list that belongs to another page: what it is, the way up, and the list. */
export function ListBelow({ title, lead, actions, above: { to, name }, children }: Props) {
  const { slug } = useParams({ from: '/_in/c/$slug' })
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        actions={actions}
        parent={
          <UpLink to={to} params={{ slug }}>
            {name}
          </UpLink>
        }
      />
      {children(
        <LinkButton to={to} params={{ slug }} variant="default">
          {name}
        </LinkButton>,
      )}
    </>
  )
}
