import type { RemedyPlace } from '@commonweal/domain/risks/explain/playbook'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCommunity, useMay } from '../session/community.tsx'
import { useWords } from '../words/words.tsx'
import '../words/of/explanations.ts'

/** The way to where a remedy begins; nothing for who may not begin there. */
export function RemedyPlaceLink({ place }: { place: RemedyPlace }) {
  const { t } = useWords()
  const { slug } = useCommunity()
  const may = useMay()
  const params = { slug }
  const text: ReactNode = t(`explanations:remedies.place.${place}`)
  switch (place) {
    case 'start-initiative':
      return may('initiatives:start') ? (
        <Link to="/c/$slug/initiatives/new" params={params}>
          {text}
        </Link>
      ) : null
    case 'seeking-initiatives':
      return (
        <Link to="/c/$slug/initiatives" params={params} search={{ state: 'seeking-partners' }}>
          {text}
        </Link>
      )
    case 'reviews-due':
      return (
        <Link to="/c/$slug/initiatives" params={params} search={{ isReviewDue: 'true' }}>
          {text}
        </Link>
      )
    case 'quiet-partners':
      return (
        <Link to="/c/$slug/partners" params={params} search={{ engagement: 'silent' }}>
          {text}
        </Link>
      )
    case 'invite-partner':
      return may('partners:add') ? (
        <Link to="/c/$slug/partners/new" params={params}>
          {text}
        </Link>
      ) : null
    case 'calendar':
      return (
        <Link to="/c/$slug/calendar" params={params}>
          {text}
        </Link>
      )
    case 'overdue-pledges':
      return (
        <Link to="/c/$slug/pledges" params={params} search={{ standing: 'overdue' }}>
          {text}
        </Link>
      )
    case 'confirmed-pledges':
      return (
        <Link to="/c/$slug/pledges" params={params} search={{ status: 'confirmed' }}>
          {text}
        </Link>
      )
    case 'offer-pledge':
      return may('pledges:offer') ? (
        <Link to="/c/$slug/pledges/new" params={params}>
          {text}
        </Link>
      ) : null
    case 'finances':
      return may('finances:read') ? (
        <Link to="/c/$slug/finances" params={params}>
          {text}
        </Link>
      ) : null
    case 'running-initiatives':
      return (
        <Link to="/c/$slug/initiatives" params={params} search={{ state: 'active' }}>
          {text}
        </Link>
      )
    case 'people':
      return may('people:read') ? (
        <Link to="/c/$slug/people" params={params}>
          {text}
        </Link>
      ) : null
    case 'network':
      return (
        <Link to="/c/$slug/network" params={params}>
          {text}
        </Link>
      )
    case 'offer-space':
      return may('spaces:offer') ? (
        <Link to="/c/$slug/spaces/new" params={params}>
          {text}
        </Link>
      ) : null
    case 'what-if':
      return (
        <Link to="/c/$slug/what-if" params={params}>
          {text}
        </Link>
      )
  }
}
