import { Button, Group, TextInput } from '@mantine/core'
import { createContext, use, useId, useState } from 'react'
import { useToday } from '../session/community.tsx'
import { useWords } from '../words/words.tsx'
import classes from './known-on.module.css'
import type { KnownOn, SeenTimeline } from './risks.queries.ts'
import { useVoice } from './voice.ts'
import '../words/of/known.ts'

const Context = createContext<KnownOn>(null)

/** Lends the day up to which things shall be known to what asks for readings below. */
export const KnownOnProvider = Context

export const useKnownOn = (): KnownOn => use(Context)

interface NoticeProps {
  readonly timeline: SeenTimeline
  readonly onBack: () => void
}

/** Says that a page reads what was known on a day, and leads back to what is known now. */
export function KnownOnNotice({ timeline: { known }, onBack }: NoticeProps) {
  const { t } = useWords()
  const v = useVoice()
  if (!known) return null
  return (
    <div className={classes.notice} role="note">
      <p>
        <b>{t('known:reads', { day: v.day(known.on) })}</b> {t('known:differs')}
        {known.assumedFacts > 0 && <> {t('known:assumed', { count: known.assumedFacts })}</>}
      </p>
      <Button size="sm" variant="default" onClick={onBack} data-no-print>
        {t('known:back')}
      </Button>
    </div>
  )
}

interface ChoiceProps {
  readonly knownOn: KnownOn
  readonly onChoose: (day: string) => void
}

/** Asks for a day, so that the months are read as they were known at its end. */
export function KnownOnChoice({ knownOn, onChoose }: ChoiceProps) {
  const { t } = useWords()
  const today = useToday()
  const hint = useId()
  const [day, setDay] = useState(knownOn ?? '')
  const isPossible = day !== '' && day <= today
  return (
    <details className={classes.choice} data-no-print>
      <summary>{t('known:title')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isPossible) onChoose(day)
        }}
      >
        <p id={hint}>{t('known:hint')}</p>
        <Group align="end" gap="sm">
          <TextInput
            type="date"
            label={t('known:day')}
            max={today}
            value={day}
            aria-describedby={hint}
            error={day > today && t('known:ahead')}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <Button type="submit" variant="light" disabled={!isPossible}>
            {t('known:show')}
          </Button>
        </Group>
      </form>
    </details>
  )
}
