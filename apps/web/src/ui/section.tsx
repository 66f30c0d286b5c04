import { useId, type ReactNode } from 'react'
import classes from './section.module.css'

interface Props {
  readonly title: string
  readonly actions?: ReactNode
  /** Nothing of it is to be seen until it is opened: its heading alone is not printed. */
  readonly isFolded?: boolean
  readonly children: ReactNode
}

/** One part of a page, under its own heading. */
export function Section({ title, actions, isFolded = false, children }: Props) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id} data-no-print={isFolded || undefined}>
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        {actions && (
          <div className={classes.actions} data-no-print>
            {actions}
          </div>
        )}
      </div>
      {children}
    </section>
  )
}

/** Sections side by side where there is room: the wide one first. */
export function Columns({ main, aside }: { main: ReactNode; aside: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>{main}</div>
      <div className={classes.column}>{aside}</div>
    </div>
  )
}
