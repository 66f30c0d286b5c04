import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './week-bar.module.css'

/** A day of a week, short: `Mon 25 May`. */
export function sayDayOf(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

interface Props {
  readonly title: ReactNode
  readonly previous: string
  readonly next: string
  readonly present: string
  readonly onStep: (step: -1 | 0 | 1) => void
}

/** What is shown, and the way back, on and to the present. */
export function PeriodBar({ title, previous, next, present, onStep }: Props) {
  return (
    <div className={classes.bar}>
      <b aria-live="polite" className={classes.title}>
        <bdi>{title}</bdi>
      </b>
      <Button
        variant="default"
        size="sm"
        data-no-print
        aria-label={previous}
        title={previous}
        onClick={() => onStep(-1)}
      >
        <IconChevronLeft aria-hidden="true" size={18} className="mantine-rotate-rtl" />
      </Button>
      <Button variant="default" size="sm" data-no-print aria-label={next} title={next} onClick={() => onStep(1)}>
        <IconChevronRight aria-hidden="true" size={18} className="mantine-rotate-rtl" />
      </Button>
      <Button variant="default" size="sm" data-no-print onClick={() => onStep(0)}>
        {present}
      </Button>
    </div>
  )
}
