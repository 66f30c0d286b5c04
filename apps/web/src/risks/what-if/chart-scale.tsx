import type { ReactNode } from 'react'
import { TimeAxis } from '../time-axis.tsx'
import classes from './chart-scale.module.css'

/** A value on the height of a chart: where it lies, from 0 at the top to 1 at the foot, and what is written beside it. */
export interface ScaleMark {
  readonly at: number
  readonly said: string
}

interface Props {
  readonly marks: readonly ScaleMark[]
  /** Height of the drawing in pixels. */
  readonly height: number
  /** The months of the chart, `YYYY-MM`. */
  readonly months: readonly string[]
  readonly children: ReactNode
}

/** A drawing with values written beside its height and the time under it. To the eye only: the drawing says the same in words. */
export function ChartScale({ marks, height, months, children }: Props) {
  return (
    <div className={classes.scale}>
      <div className={classes.values} style={{ blockSize: height }} aria-hidden="true">
        {marks.map(({ at, said }) => (
          <span key={said} style={{ insetBlockStart: `${at * 100}%` }}>
            {said}
          </span>
        ))}
      </div>
      <div className={classes.drawing}>
        {marks.map(({ at, said }) => (
          <span key={said} className={classes.rule} style={{ insetBlockStart: `${at * 100}%` }} aria-hidden="true" />
        ))}
        {children}
      </div>
      <div className={classes.time}>
        <TimeAxis months={months} />
      </div>
    </div>
  )
}
