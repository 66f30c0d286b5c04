import { Button } from '@mantine/core'
import { useMemo, useState, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Loading } from '../ui/faces.tsx'
import { LatePart } from '../ui/late-part.tsx'
import { Section } from '../ui/section.tsx'
import { useWords } from '../words/words.tsx'
import { endOfLine, lastReadable, useChosenMonth } from './chosen-month.ts'
import colours from './colours.module.css'
import { FlagCard } from './flag-summary.tsx'
import { sayWithheld } from './flag-words.ts'
import { linesInForce } from './lines-in-force.ts'
import { OverTime } from './over-time.tsx'
import { ReadingsOfMonth } from './readings-of-month.tsx'
import type { SeenTimeline } from './risks.queries.ts'
import { TimelineTable } from './timeline-table.tsx'
import { useMarks } from './use-marks.ts'
import classes from './vital-signs.module.css'
import { useVoice } from './voice.ts'
import '../words/of/risks.ts'

const loadSigns = async () => (await import('./other-signs.tsx')).OtherSigns

interface Props {
  readonly timeline: SeenTimeline
  /** The month the address asks for. */
  readonly month: string | undefined
  readonly onMonth: (month: string) => void
  /** What people do about the flags; lent by the page. */
  readonly handling: ReactNode
}

/** Both flags now, over time, and what was read in the month somebody looks at. */
export function VitalSigns({ timeline, month: asked, onMonth, handling }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { dataCompleteThrough } = useCommunity()
  const all = timeline.months
  const cut = endOfLine(all)
  const isAskedBeyond = all.findIndex(({ month }) => month === asked) >= cut
  const [isWhole, setWhole] = useState(false)
  const end = isWhole || isAskedBeyond ? all.length : cut
  const months = useMemo(() => all.slice(0, end), [all, end])
  const names = useMemo(() => months.map((one) => one.month), [months])
  const withheld = sayWithheld(v, timeline.withheld)
  const { revisions, marks } = useMarks(timeline)
  const latest = all.at(-1)
  const firstMonth = all[0]?.month ?? ''
  const standard = all[lastReadable(all)]?.month ?? ''
  const inAddress = months.some(({ month }) => month === asked) ? (asked as string) : standard
  const { month, choose } = useChosenMonth(inAddress, onMonth)
  const position = Math.max(
    0,
    months.findIndex((one) => one.month === month),
  )
  const move = (to: number) => {
    const chosen = months[to]
    if (chosen) choose(chosen.month)
  }
  if (!latest) return null

  return (
    <div className={`${classes.page} ${colours.colours}`}>
      <section aria-labelledby="vital-signs-now">
        <h2 id="vital-signs-now" className={classes.title}>
          {t('risks:nowTitle', { month: v.month(latest.month) })}
        </h2>
        <div className={classes.flags}>
          <FlagCard
            flag="stagnation"
            reading={latest}
            lines={linesInForce(timeline, latest.month)}
            firstMonth={firstMonth}
          />
          <FlagCard
            flag="funding"
            reading={latest}
            lines={linesInForce(timeline, latest.month)}
            firstMonth={firstMonth}
          />
        </div>
        {withheld && <p className={classes.withheld}>{withheld}</p>}
      </section>
      <Section title={t('risks:band.title')}>
        <OverTime months={months} position={position} onMove={move} marks={marks} />
        {cut < all.length && (
          <p className={classes.cut}>
            {!isWhole && !isAskedBeyond && dataCompleteThrough && (
              <span>
                {t('risks:band.cut', { day: v.day(dataCompleteThrough), count: cut - lastReadable(all) - 1 })}
              </span>
            )}
            {!isWhole && !isAskedBeyond && (
              <Button variant="subtle" size="sm" onClick={() => setWhole(true)} data-no-print>
                {t('risks:band.whole')}
              </Button>
            )}
          </p>
        )}
      </Section>
      {handling}
      <section aria-labelledby="vital-signs-month">
        <h2 id="vital-signs-month" className={classes.title}>
          {t('risks:monthTitle', { month: v.month(month) })}
        </h2>
        <p className={classes.hint}>{t('risks:monthHint')}</p>
        <ReadingsOfMonth
          timeline={timeline}
          months={months}
          position={position}
          isNow={month === latest.month}
          revisions={revisions}
        />
      </section>
      <LatePart load={loadSigns} waiting={<Loading />}>
        {(OtherSigns) => <OtherSigns months={names} month={month} />}
      </LatePart>
      <TimelineTable months={months} position={position} onMove={move} />
      <p className={classes.engine}>
        {t('risks:detail.engine', { engine: timeline.engine, version: v.version(timeline.parametersVersion) })}
      </p>
    </div>
  )
}
