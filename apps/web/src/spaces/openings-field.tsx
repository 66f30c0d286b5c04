import { readOpenings, writeOpenings } from '@commonweal/domain/spaces/opening-hours'
import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import classes from './openings-field.module.css'
import { sayWeekday, weekdays } from './weekdays.ts'
import '../words/of/spaces.ts'

interface Window {
  readonly weekday: number
  readonly opensAt: string
  readonly closesAt: string
}

interface Props {
  /** Canonical text; empty is always open. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** Whether what stands there now is possible; the form is held back until it is. */
  readonly onJudge: (isPossible: boolean) => void
  readonly error?: ReactNode
}

/** A week of opening hours, a line a day. */
export function OpeningsField({ value, onChange, onJudge, error }: Props) {
  const { t, locale } = useWords()
  const [windows, setWindows] = useState<readonly Window[]>(() => readOpenings(value || null) ?? [])
  const [isAlways, setAlways] = useState(value === '')

  const keep = (next: readonly Window[], always: boolean) => {
    setWindows(next)
    setAlways(always)
    if (always) {
      onJudge(true)
      return onChange('')
    }
    const written = writeOpenings(next)
    onJudge(written.allowed && next.every(isWritten))
    if (written.allowed) onChange(written.value)
  }
  const set = (at: number, part: Partial<Window>) =>
    keep(
      windows.map((one, index) => (index === at ? { ...one, ...part } : one)),
      false,
    )

  return (
    <div className={classes.field}>
      <Checkbox
        label={t('spaces:form.always')}
        checked={isAlways}
        onChange={({ currentTarget: { checked } }) => keep(checked || windows.length > 0 ? windows : workdays, checked)}
      />
      {!isAlways && (
        <>
          <p>{t('spaces:form.openingsHint')}</p>
          {weekdays.map((weekday) => {
            const day = sayWeekday(weekday, locale)
            return (
              <div key={weekday} role="group" aria-label={day} className={classes.day}>
                <b>{day}</b>
                <div className={classes.windows}>
                  {windows.map((one, index) =>
                    one.weekday === weekday ? (
                      // oxlint-disable-next-line react/no-array-index-key -- a window is its place in the list
                      <Group key={index} gap="xs" wrap="nowrap">
                        <TextInput
                          className={classes.time}
                          aria-label={t('spaces:form.opens', { day })}
                          value={one.opensAt}
                          onChange={(event) => set(index, { opensAt: event.currentTarget.value })}
                        />
                        –
                        <TextInput
                          className={classes.time}
                          aria-label={t('spaces:form.closes', { day })}
                          value={one.closesAt}
                          onChange={(event) => set(index, { closesAt: event.currentTarget.value })}
                        />
                        <Button
                          size="sm"
                          px="sm"
                          variant="subtle"
                          aria-label={t('spaces:form.removeWindow', { hours: `${one.opensAt}–${one.closesAt}`, day })}
                          onClick={() =>
                            keep(
                              windows.filter((_, at) => at !== index),
                              false,
                            )
                          }
                        >
                          <IconX aria-hidden="true" size={18} />
                        </Button>
                      </Group>
                    ) : null,
                  )}
                </div>
                <Button
                  size="sm"
                  px="sm"
                  variant="subtle"
                  aria-label={t('spaces:form.addWindow', { day })}
                  onClick={() => keep([...windows, { weekday, opensAt: '09:00', closesAt: '17:00' }], false)}
                >
                  <IconPlus aria-hidden="true" size={18} />
                </Button>
              </div>
            )
          })}
        </>
      )}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </div>
  )
}

const isWritten = ({ opensAt, closesAt }: Window) =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(opensAt) && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(closesAt)

const workdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '17:00' }))
