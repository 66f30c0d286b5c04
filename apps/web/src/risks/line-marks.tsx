import type { MonthReading } from '@commonweal/domain/risks/timeline'
import { Button } from '@mantine/core'
import { type CSSProperties, useId, useState } from 'react'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import classes from './line-marks.module.css'
import { type Mark, markKinds, type MarkKind } from './marks.ts'
import { sayLevel } from './reading-words.ts'
import { useVoice } from './voice.ts'
import '../words/of/risks.ts'
import '../words/of/thresholds.ts'

/** A shape for each kind of mark; the colour says nothing that the shape does not. */
function Sign({ kind }: { kind: MarkKind }) {
  return (
    <svg viewBox="0 0 12 12" className={classes.sign} data-kind={kind} aria-hidden="true">
      {kind === 'revised' && <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" />}
      {kind === 'thresholds' && <path d="M1 1h10M6 1v10" />}
      {kind === 'measure' && <circle cx="6" cy="6" r="5" />}
    </svg>
  )
}

/** Marks over the band of a flag, each at its month and each kind in a lane of its own. What they say stands in the list below. */
export function LineMarks({
  marks,
  months,
}: {
  marks: readonly Mark[]
  months: readonly Pick<MonthReading, 'month'>[]
}) {
  const lanes = markKinds
    .map((kind) => {
      const marked = new Set(marks.filter((mark) => mark.kind === kind).map(({ month }) => month))
      return { kind, places: months.flatMap(({ month }, at) => (marked.has(month) ? [at] : [])) }
    })
    .filter(({ places }) => places.length > 0)
  return (
    <div className={classes.marks} aria-hidden="true">
      {lanes.map(({ kind, places }) => (
        <div key={kind} className={classes.lane}>
          {places.map((at) => (
            <span key={at} className={classes.place} style={{ '--at': at } as CSSProperties}>
              <Sign kind={kind} />
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}

/** What the shapes over the bands mean; only those that are there. */
export function MarkLegend({ marks }: { marks: readonly Mark[] }) {
  const { t } = useWords()
  const kinds = markKinds.filter((kind) => marks.some((mark) => mark.kind === kind))
  if (kinds.length === 0) return null
  return (
    <ul className={classes.legend} aria-label={t('thresholds:marks.legend')}>
      {kinds.map((kind) => (
        <li key={kind}>
          <Sign kind={kind} /> {t(`thresholds:marks.kind.${kind}`)}
        </li>
      ))}
    </ul>
  )
}

const shownAtFirst = 6

interface ListProps {
  readonly marks: readonly Mark[]
  readonly months: readonly MonthReading[]
  readonly onMove: (position: number) => void
}

/** The marks in words, the latest first; each leads to its month. */
export function MarkList({ marks, months, onMove }: ListProps) {
  const { t } = useWords()
  const v = useVoice()
  const id = useId()
  const [isWhole, setWhole] = useState(false)
  const places = new Map(months.map(({ month }, index) => [month, index]))
  const shown = marks.filter(({ month }) => places.has(month)).toReversed()
  if (shown.length === 0) return null
  const hidden = isWhole ? 0 : Math.max(0, shown.length - shownAtFirst)
  return (
    <section aria-labelledby={id} className={classes.list}>
      <h3 id={id}>{t('thresholds:marks.title')}</h3>
      <ul>
        {shown.slice(0, shown.length - hidden).map(({ key, kind, flag, month, revision, measure }) => (
          <li key={key}>
            <Sign kind={kind} />
            <span>
              <button type="button" className={classes.month} onClick={() => onMove(places.get(month) ?? 0)}>
                {v.month(month)}
              </button>{' '}
              {t(`risks:flag.${flag}`)}:{' '}
              {kind === 'revised' && revision
                ? t('thresholds:marks.revised', {
                    said: sayLevel(v, revision.said.level),
                    known: sayLevel(v, revision.known.level),
                  })
                : kind === 'thresholds'
                  ? t('thresholds:marks.changed')
                  : t('thresholds:marks.measure')}
              {measure?.note && (
                <>
                  {' '}
                  <Own>{measure.note}</Own>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" size="sm" onClick={() => setWhole(true)} data-no-print>
          {t('thresholds:marks.more', { count: hidden })}
        </Button>
      )}
    </section>
  )
}
