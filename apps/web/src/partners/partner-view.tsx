import type { Partner } from '@commonweal/contracts/partners'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useCommunity, useMay, useToday } from '../session/community.tsx'
import { Facts } from '../ui/facts.tsx'
import { Columns, Section } from '../ui/section.tsx'
import { Missing, Own, Period } from '../ui/shown.tsx'
import { sayCountry } from '../words/countries.ts'
import { useWords } from '../words/words.tsx'
import { ActsPanel } from './acts-panel.tsx'
import { MembershipPanel, useMembershipSteps } from './membership-panel.tsx'
import { Rows } from '../ui/rows.tsx'
import '../words/of/initiatives.ts'
import '../words/of/partners.ts'
import '../words/of/people.ts'

interface Props {
  readonly partner: Partner
  /** The way to invite somebody to act for it. */
  readonly invite: ReactNode
  readonly history: ReactNode
}

const isOnTheWay = (state: Partner['state']) => state === null || state === 'applied' || state === 'accepted'

/** One organisation: what it is, how its membership went, who acts for it, what it takes part in. */
export function PartnerView({ partner, invite, history }: Props) {
  const isStepAwaited = useMembershipSteps(partner).length > 0 && isOnTheWay(partner.state)
  // Once the step is done it stays where it is: nothing moves under a finger, and its dialog can end.
  const [isFirst] = useState(isStepAwaited)
  const membership = <MembershipPanel partner={partner} />
  return (
    <Columns
      main={
        <>
          {/* Where a step of mine makes it a member, that comes first. */}
          {isFirst && membership}
          <FactsOf partner={partner} />
          <NeedsOf partner={partner} />
          <ActsPanel partner={partner} />
          <ParticipationsOf partner={partner} />
        </>
      }
      aside={
        <>
          {!isFirst && membership}
          <PeopleOf partner={partner} invite={invite} />
          {history}
        </>
      }
    />
  )
}

function FactsOf({ partner }: { partner: Partner }) {
  const { t } = useWords()
  const { slug } = useCommunity()
  const { parent, website, scheme, identifier } = partner
  return (
    <Section title={t('partners:facts')}>
      <Facts
        items={[
          { label: t('partners:field.sector'), value: t(`partners:sector.${partner.sector}`) },
          { label: t('partners:field.legalStatus'), value: t(`partners:legalStatus.${partner.legalStatus}`) },
          parent && {
            label: t('partners:field.parent'),
            value: (
              <Link to="/c/$slug/partners/$partnerId" params={{ slug, partnerId: parent.id }}>
                <Own>{parent.name}</Own>
              </Link>
            ),
          },
          { label: t('partners:field.country'), value: <CountryName code={partner.country} /> },
          (scheme !== null || identifier !== null) && {
            label: t('partners:field.identifier'),
            value: <Own>{[scheme, identifier].filter(Boolean).join(' ')}</Own>,
          },
          {
            label: t('partners:field.website'),
            value: website ? (
              <a href={website} rel="noopener noreferrer external">
                <Own>{website.replace(/^https?:\/\//, '').replace(/\/$/, '')}</Own>
              </a>
            ) : (
              <Missing />
            ),
          },
        ]}
      />
    </Section>
  )
}

function CountryName({ code }: { code: string | null }) {
  const { locale } = useWords()
  if (!code) return <Missing />
  return <Own>{sayCountry(code, locale)}</Own>
}

function NeedsOf({ partner: { brings, seeks } }: { partner: Partner }) {
  const { t } = useWords()
  const say = (text: string | null) => (text ? <Own>{text}</Own> : t('partners:nothingSaid'))
  return (
    <Section title={t('partners:needs')}>
      <Facts
        items={[
          { label: t('partners:field.brings'), value: say(brings) },
          { label: t('partners:field.seeks'), value: say(seeks) },
        ]}
      />
    </Section>
  )
}

function ParticipationsOf({ partner: { participations } }: { partner: Partner }) {
  const { t } = useWords()
  const { slug } = useCommunity()
  return (
    <Section title={t('partners:participations.title')}>
      <Rows
        empty={t('partners:participations.empty')}
        rows={participations
          .toSorted((one, other) => Number(other.isRunning) - Number(one.isRunning))
          .map((row, index) => ({
            key: `${row.initiativeId} ${row.role} ${index}`,
            title: (
              <Link to="/c/$slug/initiatives/$initiativeId" params={{ slug, initiativeId: row.initiativeId }}>
                <Own>{row.title}</Own>
              </Link>
            ),
            detail: (
              <>
                {t(`initiatives:participationRole.${row.role}`)} · <Period from={row.from} to={row.to} />
              </>
            ),
            mark: row.isRunning ? t('initiatives:running') : undefined,
          }))}
      />
    </Section>
  )
}

function PeopleOf({ partner: { people }, invite }: Pick<Props, 'partner' | 'invite'>) {
  const { t } = useWords()
  const may = useMay()
  const today = useToday()
  const { slug } = useCommunity()
  const isNow = (to: string | null) => to === null || to > today
  const sorted = people.toSorted((one, other) => Number(isNow(other.to)) - Number(isNow(one.to)))
  return (
    <Section title={t('partners:people.title')} actions={invite}>
      <Rows
        empty={may('people:read') ? t('partners:people.empty') : t('partners:people.hidden')}
        rows={sorted.map((person, index) => ({
          key: `${person.id} ${index}`,
          title: (
            <Link to="/c/$slug/people/$personId" params={{ slug, personId: person.id }}>
              <Own>{person.displayName}</Own>
            </Link>
          ),
          detail: (
            <>
              {t(`common:capacity.${person.capacity}`)}
              {person.isPaid !== null &&
                ` · ${person.isPaid ? t('partners:people.paid') : t('partners:people.unpaid')}`}
              {' · '}
              <Period from={person.from} to={person.to} />
            </>
          ),
          mark: isNow(person.to) ? undefined : t('partners:people.former'),
        }))}
      />
    </Section>
  )
}
