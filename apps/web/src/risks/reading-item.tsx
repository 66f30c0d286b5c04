import { flagLevels } from '@commonweal/domain/risks/flag-level'
import { IconChevronDown } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import { Facts } from '../ui/facts.tsx'
import { Missing } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { Band, levelOf, type BandCell } from './band.tsx'
import { FactsOfReading } from './facts-of-reading.tsx'
import { FunderName } from './funder-name.tsx'
import { LevelMark } from './level-mark.tsx'
import classes from './reading-item.module.css'
import type { ShownReading } from './reading-words.ts'
import { useVoice } from './voice.ts'
import '../words/of/risks.ts'

interface Props {
  readonly shown: ShownReading
  readonly month: string
  /** Version of the lines in force; null where this page does not know them. */
  readonly version: string | null
  /** Every month of this reading; none where it is not scored. */
  readonly cells?: readonly BandCell[]
  readonly most: 2 | 3
  readonly position: number
}

/** One family or sub-level: the sentence first, and how it came about for who wants to know. */
export function ReadingItem({ shown, month, version, cells, most, position }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <h3 id={id}>{shown.title}</h3>
        <Grade shown={shown} most={most} />
      </div>
      <p className={classes.sentence} data-unread={shown.grade === null || undefined}>
        {shown.sentence}
      </p>
      {cells && (
        <div className={classes.spark}>
          <Band cells={cells} most={most} height={22} label={t('risks:perMonth')} />
          <div
            className={classes.marker}
            style={{ insetInlineStart: `${((position + 0.5) / cells.length) * 100}%` }}
            aria-hidden="true"
          />
        </div>
      )}
      <details className={classes.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary aria-describedby={id}>
          <IconChevronDown aria-hidden="true" size={18} />
          {t('risks:detail.open')}
        </summary>
        <div className={classes.body}>
          <p className={classes.question}>{shown.question}</p>
          <Part title={t('risks:detail.values')}>
            <Facts
              items={[
                ...shown.values.map(({ label, value, organisationId }) => ({
                  label,
                  value: organisationId ? (
                    <FunderName organisationId={organisationId} month={month} isAsked={isOpen} />
                  ) : (
                    (value ?? <Missing />)
                  ),
                })),
                { label: t('risks:detail.n'), value: shown.n },
              ]}
            />
          </Part>
          <Part title={t('risks:detail.formula')}>
            <p>{shown.formula}</p>
          </Part>
          {(shown.lines.length > 0 || version === null) && (
            <Part title={t('risks:detail.lines', { version: version === null ? '?' : v.version(version) })}>
              {version === null ? (
                <p>{t('risks:detail.linesUnknown')}</p>
              ) : (
                <ul>
                  {shown.lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              )}
            </Part>
          )}
          <Part title={t('risks:detail.needs')}>
            <p>{shown.needs}</p>
          </Part>
          <Part title={t('risks:detail.facts')}>{isOpen && <FactsOfReading name={shown.name} month={month} />}</Part>
        </div>
      </details>
    </li>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.part}>
      <h4>{title}</h4>
      {children}
    </div>
  )
}

function Grade({ shown: { grade }, most }: { shown: ShownReading; most: 2 | 3 }) {
  const { t } = useWords()
  if (grade === undefined) return <span className={classes.reported}>{t('risks:reported')}</span>
  if (grade === null) return <LevelMark level="insufficient-data" />
  if (most === 3) return <LevelMark level={flagLevels[grade] ?? 'none'} />
  return <LevelMark level={levelOf(grade, most)}>{t('risks:pointsOf', { points: grade })}</LevelMark>
}
