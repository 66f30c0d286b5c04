import { Link } from '@tanstack/react-router'
import { useCommunity } from '../session/community.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import '../words/of/risks.ts'

export type FactKind = 'initiative' | 'organisation' | 'pledge' | 'person'

interface Props {
  readonly kind: FactKind
  readonly id: string
  readonly name: string | undefined
}

/** A fact by its name, leading to its page. */
export function FactLink({ kind, id, name }: Props) {
  const { t } = useWords()
  const { slug } = useCommunity()
  const shown = <Own>{name ?? t(kind === 'pledge' ? 'risks:facts.pledge' : 'risks:facts.unnamed')}</Own>
  switch (kind) {
    case 'initiative':
      return (
        <Link to="/c/$slug/initiatives/$initiativeId" params={{ slug, initiativeId: id }}>
          {shown}
        </Link>
      )
    case 'organisation':
      return (
        <Link to="/c/$slug/partners/$partnerId" params={{ slug, partnerId: id }}>
          {shown}
        </Link>
      )
    case 'person':
      return (
        <Link to="/c/$slug/people/$personId" params={{ slug, personId: id }}>
          {shown}
        </Link>
      )
    case 'pledge':
      return (
        <Link to="/c/$slug/pledges/$pledgeId" params={{ slug, pledgeId: id }}>
          {shown}
        </Link>
      )
  }
}
