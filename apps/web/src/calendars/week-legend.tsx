import { useWords } from '../words/words.tsx'
import gridClasses from './week-grid.module.css'
import classes from './week-legend.module.css'
import '../words/of/bookings.ts'
import '../words/of/calendars.ts'

const kinds = ['free', 'closed', 'past'] as const
const statuses = ['confirmed', 'requested', 'held', 'released'] as const

/** What the fields and frames of the week mean, drawn as they are drawn there. The fields themselves say it to a screen reader. */
export function WeekLegend() {
  const { t } = useWords()
  return (
    <section className={classes.legend} aria-label={t('calendars:legend')}>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={`${classes.field} ${gridClasses.cell}`} data-kind={kind} aria-hidden="true" />
            <span className={classes.word}>{t(`calendars:slot.${kind}`)}</span>
          </li>
        ))}
        {statuses.map((status) => (
          <li key={status}>
            <span className={`${gridClasses.booking} ${classes.field}`} data-status={status} aria-hidden="true" />
            <span className={classes.word}>{t(`bookings:status.${status}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
