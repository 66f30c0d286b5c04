import type { Space } from '@commonweal/contracts/spaces'
import { useWords } from '../words/words.tsx'
import classes from './opening-table.module.css'
import { sayWeekday, weekdays } from './weekdays.ts'
import '../words/of/spaces.ts'

/** The week's opening hours, a line a day. */
export function OpeningTable({ openings }: { openings: Space['openings'] }) {
  const { t, locale } = useWords()
  if (openings === null) return <p>{t('spaces:alwaysOpen')}</p>
  return (
    <dl className={classes.days}>
      {weekdays.map((weekday) => {
        const windows = openings.filter((one) => one.weekday === weekday)
        return (
          <div key={weekday} className={classes.day} data-closed={windows.length === 0 || undefined}>
            <dt>{sayWeekday(weekday, locale)}</dt>
            <dd>
              {windows.length === 0
                ? t('spaces:closed')
                : windows.map(({ opensAt, closesAt }) => (
                    <time key={opensAt}>
                      {opensAt}–{closesAt}
                    </time>
                  ))}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
