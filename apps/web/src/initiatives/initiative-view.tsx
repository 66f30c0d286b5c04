import type { Initiative } from '@commonweal/contracts/initiatives'
import { Link } from '@tanstack/react-router'
import { isEnded } from '@commonweal/domain/initiatives/initiative'
import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useCommunity, useMay, useToday } from '../session/community.tsx'
import { Facts } from '../ui/facts.tsx'
import { Columns, Section } from '../ui/section.tsx'
import { Day, Missing, Own } from '../ui/shown.tsx'
import type { PickerField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { CoursePanel } from './course-panel.tsx'
import classes from './initiative-view.module.css'
import { CoordinatorsPanel } from './coordinators-panel.tsx'
import { EndingPanel } from './ending-panel.tsx'
import { leadersOf } from './leaders.ts'
import { PartnersPanel } from './partners-panel.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import '../words/of/initiatives.ts'

interface Props {
  readonly initiative: Initiative
  readonly partnerField: PickerField
  readonly personField: PickerField
  readonly milestones: ReactNode
  readonly updates: ReactNode
  readonly whatIsOn: ReactNode
  readonly history: ReactNode
  /** Ways to the pledges and bookings for it. */
  readonly resources: ReactNode
}

/** One initiative: what it is, who takes part, how it went, what it rests on. */
export function InitiativeView({ initiative, partnerField, personField, history, resources, ...slots }: Props) {
  return (
    <Columns
      main={
        <>
          {initiative.isReviewDue && <ReviewNotice />}
          <FactsOf initiative={initiative} />
          <EndingPanel initiative={initiative} />
          {slots.milestones}
          {slots.updates}
          <PartnersPanel initiative={initiative} partnerField={partnerField} />
          {slots.whatIsOn}
          {resources}
        </>
      }
      aside={
        <>
          <CoursePanel initiative={initiative} />
          <CoordinatorsPanel initiative={initiative} personField={personField} />
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
  const { theme, summary, reviewOn, endedOn } = initiative
  const leaders = leadersOf(initiative, useToday()).map(({ organisationId }) => organisationId)
  const mayReview = useMay()('initiatives:edit', leaders) && !isEnded(initiative.state)
  const [isReviewing, setReviewing] = useState(false)
  return (
    <Section
      title={t('initiatives:facts')}
      actions={
        mayReview && (
          <Button size="sm" variant="light" onClick={() => setReviewing(true)}>
            {t('initiatives:review.action')}
          </Button>
        )
      }
    >
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
        ]}
      />
      {isReviewing && <ReviewDialog initiative={initiative} onClose={() => setReviewing(false)} />}
    </Section>
  )
}
