import { mondayOfWeek, wallTimeOf } from '@commonweal/domain/spaces/wall-time'
import { addDays } from '@commonweal/domain/values/day'
import { daysBetween } from '@commonweal/domain/values/month'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { useWords } from '../words/words.tsx'
import { spaceWeekQuery } from './calendars.queries.ts'
import classes from './space-week.module.css'
import { PeriodBar, sayDayOf } from './week-bar.tsx'
import { WeekGrid } from './week-grid.tsx'
import { WeekLegend } from './week-legend.tsx'
import { weekAfter, weekOf } from './weeks.ts'
import '../words/of/calendars.ts'

interface Props {
  readonly space: {
    readonly id: string
    readonly name: string
    readonly timezone: string
    readonly openings: readonly { readonly opensAt: string; readonly closesAt: string }[] | null
  }
  /** ISO week; without one, this week in the clock of the space. */
  readonly week: string | undefined
  readonly mayBook: boolean
  readonly onWeek: (week: string | undefined) => void
  readonly onChoose: (startsAt: Date, endsAt: Date) => void
  readonly onOpen: (bookingId: string) => void
}

/** The week of a space, with the way to the weeks around it; day by day where the screen is narrow. */
export function SpaceWeek({ space, week, mayBook, onWeek, onChoose, onOpen }: Props) {
  const { t, locale } = useWords()
  const { id } = useCommunity()
  const [today] = useState(() => wallTimeOf(new Date(), space.timezone).day)
  const asked = week && mondayOfWeek(week) ? week : weekOf(today)
  const monday = mondayOfWeek(asked) ?? today
  const todayIndex = daysBetween(monday, today)
  const isNarrow = useMediaQuery('(width < 48em)') ?? false
  const [day, setDay] = useState(todayIndex >= 0 && todayIndex < 7 ? todayIndex : 0)
  const go = (to: string) => onWeek(to === weekOf(today) ? undefined : to)

  const step = (by: -1 | 0 | 1) => {
    if (by === 0) {
      setDay(daysBetween(mondayOfWeek(weekOf(today)) ?? today, today))
      return onWeek(undefined)
    }
    if (!isNarrow) return go(weekAfter(asked, by))
    if (day + by >= 0 && day + by < 7) return setDay(day + by)
    setDay(by < 0 ? 6 : 0)
    go(weekAfter(asked, by))
  }

  const range = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
    new Date(monday),
    new Date(addDays(monday, 6)),
  )
  return (
    <>
      <PeriodBar
        title={isNarrow ? sayDayOf(addDays(monday, day), locale) : range}
        previous={t(isNarrow ? 'calendars:previousDay' : 'calendars:previousWeek')}
        next={t(isNarrow ? 'calendars:nextDay' : 'calendars:nextWeek')}
        present={t('calendars:thisWeek')}
        onStep={step}
      />
      <Faces query={useQuery(spaceWeekQuery(id, space.id, asked))} loading={<Loading lines={10} />}>
        {(shown) => (
          <>
            <WeekGrid
              key={shown.from}
              label={t('calendars:grid', {
                space: space.name,
                from: sayDayOf(shown.from, locale),
                to: sayDayOf(addDays(shown.from, 6), locale),
              })}
              week={shown}
              openings={space.openings}
              onlyDay={isNarrow ? day : null}
              mayBook={mayBook}
              onChoose={onChoose}
              onOpen={onOpen}
            />
            <WeekLegend />
            <p className={classes.note}>
              {t('calendars:zone', { zone: shown.timezone })}{' '}
              {shown.free.length === 0
                ? t('calendars:noFree')
                : mayBook && (
                    <>
                      <span className={classes.keys}>{t('calendars:keys')}</span>
                      <span className={classes.touch}>{t('calendars:touch')}</span>
                    </>
                  )}
            </p>
          </>
        )}
      </Faces>
    </>
  )
}
