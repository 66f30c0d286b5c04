import type { ReactNode } from 'react'
import classes from './timeline.module.css'

export interface Moment {
  readonly key: string
  readonly what: ReactNode
  readonly when: ReactNode
  readonly note?: ReactNode
}

/** Dated steps, the latest first. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol className={classes.line}>
      {moments.map(({ key, what, when, note }) => (
        <li key={key} className={classes.moment}>
          <div className={classes.what}>{what}</div>
          <div className={classes.when}>{when}</div>
          {note && <div className={classes.note}>{note}</div>}
        </li>
      ))}
    </ol>
  )
}
