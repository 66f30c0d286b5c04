import type { Initiative } from '@commonweal/contracts/initiatives'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCommunity, useMay, useToday } from '../session/community.tsx'
import { Facts } from '../ui/facts.tsx'
import { Rows } from '../ui/rows.tsx'
import { Columns, Section } from '../ui/section.tsx'
import { Day, Missing, Own, Period } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { CoursePanel } from './course-panel.tsx'
import classes from './initiative-view.module.css'
import { isGoingOn } from './leaders.ts'
import type { PartnerField } from './partner-field.ts'
import { PartnersPanel } from './partners-panel.tsx'
import '../words/of/initiatives.ts'
import '../words/of/people.ts'

interface Props {
  readonly initiative: Initiative
  readonly partnerField: PartnerField
  readonly history: ReactNode
  /** Ways to the pledges and bookings for it. */
  readonly resources: ReactNode
}

/** One initiative: what it is, who takes part, how it went, what it rests on. */
export function InitiativeView({ initiative, partnerField, history, resources }: Props) {
  return (
    <Columns
      main={
        <>
          {initiative.isReviewDue && <ReviewNotice />}
          <FactsOf initiative={initiative} />
          <PartnersPanel initiative={initiative} partnerField={partnerField} />
          {resources}
        </>
      }
      aside={
        <>
          <CoursePanel initiative={initiative} />
          <CoordinatorsOf initiative={initiative} />
          {history}
        </>
      }
    />
  )
}

function ReviewNotice() {
  const { t } = useWords()
  return (
    <div className={classes.review} role="note">
      <b>{t('initiatives:reviewDue')}</b>
      <p>{t('initiatives:reviewDueBody')}</p>
    </div>
  )
}

function FactsOf({ initiative }: { initiative: Initiative }) {
  const { t } = useWords()
  const { slug } = useCommunity()
  const { theme, summary, lesson, reviewOn, endedOn } = initiative
  return (
    <Section title={t('initiatives:facts')}>
      {summary && (
        <p className={classes.summary}>
          <Own>{summary}</Own>
        </p>
      )}
      <Facts
        items={[
          { label: t('initiatives:field.kind'), value: t(`initiatives:kind.${initiative.kind}`) },
          {
            label: t('initiatives:field.theme'),
            value: theme ? (
              <Link to="/c/$slug/initiatives" params={{ slug }} search={{ theme }}>
                <Own>{theme}</Own>
              </Link>
            ) : (
              <Missing />
            ),
          },
          { label: t('initiatives:field.startedOn'), value: <Day day={initiative.startedOn} /> },
          { label: t('initiatives:field.plannedEndOn'), value: <Day day={initiative.plannedEndOn} /> },
          endedOn !== null && { label: t('initiatives:field.endedOn'), value: <Day day={endedOn} /> },
          reviewOn !== null && { label: t('initiatives:field.reviewOn'), value: <Day day={reviewOn} /> },
          lesson !== null && { label: t('initiatives:field.lesson'), value: <Own>{lesson}</Own> },
        ]}
      />
    </Section>
  )
}

function CoordinatorsOf({ initiative: { coordinators } }: { initiative: Initiative }) {
  const { t } = useWords()
  const may = useMay()
  const today = useToday()
  return (
    <Section title={t('initiatives:coordinators.title')}>
      <Rows
        empty={may('people:read') ? t('initiatives:coordinators.empty') : t('initiatives:coordinators.hidden')}
        rows={coordinators
          .toSorted((one, other) => Number(isGoingOn(other, today)) - Number(isGoingOn(one, today)))
          .map((one, index) => ({
            key: `${one.personId} ${index}`,
            title: <Own>{one.displayName}</Own>,
            detail: <Period from={one.from} to={one.to} />,
            mark: isGoingOn(one, today) ? undefined : t('initiatives:earlier'),
          }))}
      />
    </Section>
  )
}
