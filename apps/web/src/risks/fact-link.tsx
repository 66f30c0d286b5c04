import { Link } from '@tanstack/react-router'
import { useCommunity } from '../session/community.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'

export type FactKind = 'initiative' | 'organisation' | 'pledge'

const places: Record<FactKind, string> = { initiative: 'initiatives', organisation: 'partners', pledge: 'pledges' }

/** A fact by its name, leading to its page. */
export function FactLink({ kind, id, name }: { kind: FactKind; id: string; name: string | undefined }) {
  const { t } = useWords()
  const { slug } = useCommunity()
  const to: string = `/c/${slug}/${places[kind]}/${id}`
  return (
    <Link to={to} preload={false}>
      <Own>{name ?? t(kind === 'pledge' ? 'risks:facts.pledge' : 'risks:facts.unnamed')}</Own>
    </Link>
  )
}
