import type { CSSProperties } from 'react'
import { useWords } from '../words/words.tsx'
import classes from './time-axis.module.css'
import { timeTicks } from './time-ticks.ts'

/** Widths in signs that the style sheet has a rule for. */
const rooms = [4, 6, 8, 11, 16] as const

/** Years, or quarters, under a chart over months, as many as its width holds. To the eye only: the chart says its months in words. */
export function TimeAxis({ months }: { months: readonly string[] }) {
  const { locale } = useWords()
  const { ticks, widest } = timeTicks(months, locale)
  return (
    <div
      className={classes.axis}
      style={{ '--months': months.length } as CSSProperties}
      data-room={rooms.find((room) => room >= widest) ?? rooms.at(-1)}
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
