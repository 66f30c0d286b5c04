import type { Remedy, RemedyPlace } from '@commonweal/domain/risks/explain/playbook'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCommunity, useMay } from '../session/community.tsx'
import { Section } from '../ui/section.tsx'
import { useWords } from '../words/words.tsx'
import { sayReadingTitle } from './explained-words.ts'
import type { NamedExplanation } from './risks.queries.ts'
import classes from './remedies.module.css'
import { useVoice } from './voice.ts'
import '../words/of/explanations.ts'

/** What usually helps against what carries the flag, each with the place where one begins. */
export function Remedies({ explained }: { readonly explained: NamedExplanation }) {
  const { t } = useWords()
  return (
    <Section title={t('explanations:remedies.title')}>
      <p className={classes.hint}>{t('explanations:remedies.hint')}</p>
      <ul className={classes.remedies}>
        {explained.remedies.map((remedy) => (
          <RemedyItem key={remedy.code} remedy={remedy} />
        ))}
      </ul>
    </Section>
  )
}

function RemedyItem({ remedy: { code, place, readings } }: { remedy: Remedy }) {
  const { t } = useWords()
  const v = useVoice()
  return (
    <li className={classes.remedy}>
      <h3>{t(`explanations:remedies.code.${code}.title`)}</h3>
      <p>{t(`explanations:remedies.code.${code}.text`)}</p>
      <p className={classes.foot}>
        <span className={classes.readings}>{v.list(readings.map((name) => sayReadingTitle(v, name)))}</span>
        {place && (
          <span data-no-print>
            <PlaceLink place={place} />
          </span>
        )}
      </p>
    </li>
  )
}

/** The way to where a remedy begins; nothing for who may not begin there. */
function PlaceLink({ place }: { place: RemedyPlace }) {
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
  }
}
