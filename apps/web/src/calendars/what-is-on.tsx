import type { WhatIsOnRow } from '@commonweal/contracts/calendars'
import { wallTimeOf } from '@commonweal/domain/spaces/wall-time'
import { addDays } from '@commonweal/domain/values/day'
import { addMonths } from '@commonweal/domain/values/month'
import { Button } from '@mantine/core'
import { IconCalendarDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { CommunityLink } from '../session/community-link.tsx'
import { useCommunity, useToday } from '../session/community.tsx'
import { sayHours } from '../time/spans.ts'
import { useAnnounce } from '../ui/announcements.tsx'
import { Empty, Faces } from '../ui/faces.tsx'
import { saveFile } from '../ui/save-file.ts'
import { Section } from '../ui/section.tsx'
import { Rows } from '../ui/rows.tsx'
import { Own } from '../ui/shown.tsx'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords } from '../words/words.tsx'
import { fetchCommunityCalendar, whatIsOnQuery } from './calendars.queries.ts'
import { PeriodBar, sayDayOf } from './week-bar.tsx'
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
      <Faces query={useQuery(whatIsOnQuery(id, from, to))}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('calendars:empty.title')} body={t('calendars:empty.body')} action={emptyAction} />
          ) : (
            [...Map.groupBy(rows, (row) => dayOf(row))].map(([day, ofDay]) => (
              <DayOf key={day} day={day} rows={ofDay} />
            ))
          )
        }
      </Faces>
    </>
  )
}

const dayOf = ({ startsAt, timezone }: WhatIsOnRow) => wallTimeOf(new Date(startsAt), timezone).day

function DayOf({ day, rows }: { day: string; rows: readonly WhatIsOnRow[] }) {
  const { t, locale } = useWords()
  return (
    <Section title={sayDayOf(day, locale)}>
      <Rows
        empty=""
        rows={rows.map((row) => ({
          key: row.id,
          title: (
            <CommunityLink place={`bookings/${row.id}`}>
              <Own>{row.title ?? row.organisation}</Own>
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
              {row.initiativeId && (
                <>
                  {' · '}
                  <CommunityLink place={`initiatives/${row.initiativeId}`}>
                    <Own>{row.initiative}</Own>
                  </CommunityLink>
                </>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}

/** The calendar as a file that other calendars read. */
export function CalendarFile() {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const announce = useAnnounce()
  const [isLoading, setLoading] = useState(false)
  const download = async () => {
    setLoading(true)
    try {
      saveFile(`${slug}.ics`, await fetchCommunityCalendar(id))
      announce(t('calendars:fileDone'))
    } catch (error) {
      announce(sayProblem(t, error))
    } finally {
      setLoading(false)
    }
  }
  return (
    <Button
      variant="default"
      loading={isLoading}
      leftSection={<IconCalendarDown aria-hidden="true" size={18} />}
      onClick={() => void download()}
    >
      {t('calendars:file')}
    </Button>
  )
}
