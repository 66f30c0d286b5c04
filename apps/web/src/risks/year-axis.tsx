import type { MonthReading } from '@commonweal/domain/risks/timeline'
import type { CSSProperties } from 'react'
import { useWords } from '../words/words.tsx'
import { sayMonth } from './voice.ts'
import classes from './year-axis.module.css'

/** The years under the bands: as many as fit, on narrow screens fewer. */
export function YearAxis({ months }: { months: readonly MonthReading[] }) {
  const { locale } = useWords()
  const years = months.flatMap(({ month }, at) =>
    month.endsWith('-01') ? [{ year: Number(month.slice(0, 4)), at }] : [],
  )
  const [first] = months
  if (years.length < 2 && first) {
    return (
      <div className={classes.axis} aria-hidden="true">
        <span className={classes.year} style={{ '--at': 0 } as CSSProperties} data-narrow data-wide>
          {sayMonth(first.month, locale, 'short')}
        </span>
      </div>
    )
  }
  const narrow = stepFor(years.length, 7)
  const wide = stepFor(years.length, 16)
  return (
    <div className={classes.axis} aria-hidden="true">
      {years.map(({ year, at }) => (
        <span
          key={year}
          className={classes.year}
          style={{ '--at': at } as CSSProperties}
          data-narrow={year % narrow === 0 || undefined}
          data-wide={year % wide === 0 || undefined}
        >
          {year}
        </span>
      ))}
    </div>
  )
}

/** The smallest round step at which no more labels stand than fit. */
function stepFor(years: number, fit: number): number {
  return [1, 2, 5, 10, 20].find((step) => years / step <= fit) ?? 50
}
