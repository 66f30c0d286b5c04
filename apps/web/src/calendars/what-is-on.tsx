import type { WhatIsOnRow } from '@commonweal/contracts/calendars'
import type { Milestone } from '@commonweal/contracts/milestones'
import { wallTimeOf } from '@commonweal/domain/spaces/wall-time'
import { addDays } from '@commonweal/domain/values/day'
import { addMonths } from '@commonweal/domain/values/month'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { CommunityLink } from '../session/community-link.tsx'
import { useCommunity, useToday } from '../session/community.tsx'
import { sayHours } from '../time/spans.ts'
import { Empty, Faces, type Asked } from '../ui/faces.tsx'
import { Section } from '../ui/section.tsx'
import { Rows, type PlainRow } from '../ui/rows.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { milestonesDueQuery, whatIsOnQuery } from './calendars.queries.ts'
import { PeriodBar, sayDayOf } from './week-bar.tsx'
import classes from './what-is-on.module.css'
import '../words/of/calendars.ts'

interface Props {
  readonly month: string | undefined
  readonly onMonth: (month: string | undefined) => void
  readonly emptyAction: ReactNode
}

/** What takes place in a month, day by day; this month begins today. */
export function WhatIsOn({ month, onMonth, emptyAction }: Props) {
  const { t, locale } = useWords()
  const { id } = useCommunity()
  const today = useToday()
  const present = today.slice(0, 7)
  const shown = month ?? present
  const from = shown === present ? today : `${shown}-01`
  const to = addDays(`${addMonths(shown, 1)}-01`, -1)
  const title = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${shown}-01`),
  )
  const go = (next: string) => onMonth(next === present ? undefined : next)
  return (
    <>
      <PeriodBar
        title={title}
        previous={t('calendars:previousMonth')}
        next={t('calendars:nextMonth')}
        present={t('calendars:thisMonth')}
        onStep={(step) => (step === 0 ? onMonth(undefined) : go(addMonths(shown, step)))}
      />
      <Faces query={useBoth(useQuery(whatIsOnQuery(id, from, to)), useQuery(milestonesDueQuery(id, from, to)))}>
        {([rows, milestones]) =>
          rows.length + milestones.length === 0 ? (
            <Empty title={t('calendars:empty.title')} body={t('calendars:empty.body')} action={emptyAction} />
          ) : (
            <div className={classes.days}>
              {[...new Set([...rows.map(dayOf), ...milestones.map(({ dueOn }) => dueOn ?? '')])]
                .toSorted()
                .map((day) => (
                  <DayOf
                    key={day}
                    day={day}
                    rows={rows.filter((row) => dayOf(row) === day)}
                    milestones={milestones.filter(({ dueOn }) => dueOn === day)}
                  />
                ))}
            </div>
          )
        }
      </Faces>
    </>
  )
}

const dayOf = ({ startsAt, timezone }: WhatIsOnRow) => wallTimeOf(new Date(startsAt), timezone).day

/** Two questions as one: what is asked is there when both are. */
function useBoth<One, Other>(one: Asked<One>, other: Asked<Other>): Asked<[One, Other]> {
  return {
    data: one.data === undefined || other.data === undefined ? undefined : [one.data, other.data],
    error: one.error ?? other.error,
    isFetching: one.isFetching || other.isFetching,
    refetch: () => Promise.all([one.refetch(), other.refetch()]),
  }
}

interface DayProps {
  readonly day: string
  readonly rows: readonly WhatIsOnRow[]
  readonly milestones: readonly Milestone[]
}

function DayOf({ day, rows, milestones }: DayProps) {
  const { t, locale } = useWords()
  return (
    <Section title={sayDayOf(day, locale)}>
      <Rows
        empty=""
        rows={[
          ...milestones.map((one) => dueRow(one, t)),
          ...rows.map((row) => ({
            key: row.id,
            title: (
              <CommunityLink place={`bookings/${row.id}`}>
                <Own>{row.title ?? row.initiative ?? row.organisation}</Own>
              </CommunityLink>
            ),
            detail: (
              <>
                <time dateTime={row.startsAt}>{sayHours(row.startsAt, row.endsAt, locale, row.timezone)}</time>
                {' · '}
                <CommunityLink place={`spaces/${row.spaceId}`}>
                  <Own>{row.space}</Own>
                </CommunityLink>
                {' · '}
                {t('calendars:by', { name: row.organisation })}
                {row.initiativeId && row.title && (
                  <>
                    {' · '}
                    <CommunityLink place={`initiatives/${row.initiativeId}`}>
                      <Own>{row.initiative}</Own>
                    </CommunityLink>
                  </>
                )}
              </>
            ),
          })),
        ]}
      />
    </Section>
  )
}

/** A milestone on the day it is due. */
function dueRow({ id, title, initiative, initiativeId }: Milestone, t: Say): PlainRow {
  return {
    key: id,
    title: <Own>{title}</Own>,
    detail: (
      <>
        {t('calendars:dueOf')}{' '}
        <CommunityLink place={`initiatives/${initiativeId}`}>
          <Own>{initiative}</Own>
        </CommunityLink>
      </>
    ),
  }
}
