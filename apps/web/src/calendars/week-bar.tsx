import { Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'

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

/** Back, on, and to the present; what is shown stands between. */
export function PeriodBar({ title, previous, next, present, onStep }: Props) {
  return (
    <Group gap="xs" mb="sm">
      <Button variant="default" size="sm" aria-label={previous} title={previous} onClick={() => onStep(-1)}>
        <IconChevronLeft aria-hidden="true" size={18} className="mantine-rotate-rtl" />
      </Button>
      <Button variant="default" size="sm" aria-label={next} title={next} onClick={() => onStep(1)}>
        <IconChevronRight aria-hidden="true" size={18} className="mantine-rotate-rtl" />
      </Button>
      <Button variant="default" size="sm" onClick={() => onStep(0)}>
        {present}
      </Button>
      <b aria-live="polite">{title}</b>
    </Group>
  )
}
