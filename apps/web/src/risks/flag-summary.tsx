import type { MonthReading } from '@commonweal/domain/risks/timeline'
import type { Parameters } from '@commonweal/domain/risks/parameters'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { settingsQuery } from '../session/settings.queries.ts'
import { useCommunity } from '../session/community.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { flagNotes, fundingHeadline, isNeverRead, lifeNotes, stagnationHeadline, type FlagName } from './flag-words.ts'
import classes from './flag-summary.module.css'
import { FlagLink } from './flag-link.tsx'
import { LevelMark } from './level-mark.tsx'
import { sayLevel } from './reading-words.ts'
import { useVoice } from './voice.ts'
import '../words/of/risks.ts'

interface Props {
  readonly flag: FlagName
  readonly reading: MonthReading
  /** The lines in force in that month. */
  readonly lines: Parameters
  /** The first month that could be read. */
  readonly firstMonth: string
}

/** A flag as a card: level, since when, one sentence of exposure, and what is needed to read it rightly. */
export function FlagCard({ flag, reading, lines, firstMonth }: Props) {
  const { t } = useWords()
  const id = useId()
  return (
    <article className={classes.card} data-level={reading[flag].level} aria-labelledby={id}>
      <h3 id={id}>{t(`risks:flag.${flag}`)}</h3>
      <p className={classes.question}>{t(`risks:question.${flag}`)}</p>
      <FlagSummary flag={flag} reading={reading} lines={lines} firstMonth={firstMonth} />
      <p className={classes.way} data-no-print>
        <FlagLink flag={flag} month={reading.month} />
      </p>
    </article>
  )
}

/** `headline` stands in for the sentence the card says by itself. */
export function FlagSummary({
  flag,
  reading,
  lines,
  firstMonth,
  headline: said,
}: Props & { readonly headline?: string }) {
  const { t } = useWords()
  const v = useVoice()
  const { level, heldLevel, onset } = reading[flag]
  const isUnread = level === 'insufficient-data'
  const headline =
    said ??
    (flag === 'stagnation'
      ? stagnationHeadline(v, reading.stagnation, lines)
      : fundingHeadline(v, reading.funding, lines))
  const notes = [
    ...(flag === 'stagnation' ? lifeNotes(v, reading.stagnation) : []),
    ...flagNotes(v, reading[flag], lines, firstMonth),
  ]
  return (
    <>
      <p className={classes.level}>
        <LevelMark level={level} isLarge />
        {isUnread && !isNeverRead(reading[flag], firstMonth) && (
          <LevelMark level={heldLevel} isHeld>
            {t('risks:held', { level: sayLevel(v, heldLevel) })}
          </LevelMark>
        )}
        {onset && heldLevel !== 'none' && (
          <span className={classes.since}>{t('risks:since', { month: v.month(onset) })}</span>
        )}
      </p>
      {!isUnread && <p className={classes.headline}>{headline}</p>}
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
          {flag === 'stagnation' && reading.stagnation.isInformationOnly && <Closing />}
        </ul>
      )}
    </>
  )
}

/** Since when the partnership closes, and why, as its stewards said it. */
function Closing() {
  const v = useVoice()
  const { id } = useCommunity()
  const { closingSince, closingReason } = useQuery(settingsQuery(id)).data ?? {}
  if (!closingSince) return null
  return (
    <li>
      {v.t('risks:note.closingSince', { day: v.day(closingSince) })} {closingReason && <Own>{closingReason}</Own>}
    </li>
  )
}
