import type { CSSProperties } from 'react'
import { useWords } from '../words/words.tsx'
import classes from './time-axis.module.css'
import { timeTicks } from './time-ticks.ts'

/** Years, or quarters, under a chart over months, as many as its width holds. To the eye only: the chart says its months in words. */
export function TimeAxis({ months }: { months: readonly string[] }) {
  const { locale } = useWords()
  const { ticks, widest } = timeTicks(months, locale)
  return (
    <div
      className={classes.axis}
      style={{ '--months': months.length, '--widest': widest } as CSSProperties}
      aria-hidden="true"
    >
      {ticks.map(({ at, said, isYear, roomMonths }) => (
        <div key={at} className={classes.room} style={{ '--at': at, '--room': roomMonths } as CSSProperties}>
          <time dateTime={months[at]} data-year={isYear || undefined}>
            {said}
          </time>
        </div>
      ))}
    </div>
  )
}
