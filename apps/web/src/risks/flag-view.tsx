import type { MonthReading } from '@commonweal/domain/risks/timeline'
import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { Columns, Section } from '../ui/section.tsx'
import { useWords } from '../words/words.tsx'
import { lastReadable, useChosenMonth } from './chosen-month.ts'
import colours from './colours.module.css'
import { Drivers } from './drivers.tsx'
import { judgedBy, sayExposure } from './explained-words.ts'
import { codeOf } from './flag-link.tsx'
import { FlagSummary } from './flag-summary.tsx'
import summary from './flag-summary.module.css'
import { sayWithheld, withUnseen, type FlagName } from './flag-words.ts'
import classes from './flag-view.module.css'
import { fundingInWords } from './funding-words.ts'
import { useKnownOn } from './known-on.tsx'
import { linesInForce } from './lines-in-force.ts'
import { OverTime } from './over-time.tsx'
import { ReadingItem } from './reading-item.tsx'
import { cellsOf } from './reading-cells.ts'
import items from './readings-of-month.module.css'
import type { ShownReading } from './reading-words.ts'
import { Remedies } from './remedies.tsx'
import { explanationQuery, type NamedExplanation, type SeenTimeline } from './risks.queries.ts'
import { Since } from './since.tsx'
import { stagnationInWords } from './stagnation-words.ts'
import { useMarks } from './use-marks.ts'
import { useVoice } from './voice.ts'
import { Ways } from './ways.tsx'
import '../words/of/explanations.ts'
import '../words/of/risks.ts'

interface Props {
  readonly flag: FlagName
  readonly timeline: SeenTimeline
  /** The month the address asks for. */
  readonly month: string | undefined
  readonly onMonth: (month: string) => void
  /** What people do about it; lent by the page. */
  readonly handling: ReactNode
}

/** One flag in one month: the exposure, since when, what drives it, what would lower it, what usually helps, and how it was read. */
export function FlagView({ flag, timeline, month: asked, onMonth, handling }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { id } = useCommunity()
  const { months } = timeline
  const inAddress = months.some(({ month }) => month === asked)
    ? (asked as string)
    : (months[lastReadable(months)]?.month ?? '')
  const { month, choose } = useChosenMonth(inAddress, onMonth)
  const position = Math.max(
    0,
    months.findIndex((one) => one.month === month),
  )
  // Asked once the month has settled: it is read again many times over to find what drives it.
  const query = useQuery(explanationQuery(id, codeOf[flag], inAddress, useKnownOn()))
  const { marks } = useMarks(timeline)
  const reading = months[position]
  if (!reading) return null
  const move = (to: number) => {
    const chosen = months[to]
    if (chosen) choose(chosen.month)
  }
  const withheld = sayWithheld(v, timeline.withheld)
  const isSettled = query.data?.month === month
  return (
    <div className={`${classes.page} ${colours.colours}`}>
      <article className={summary.card} data-level={reading[flag].level}>
        <h2 className={classes.month}>{v.month(month)}</h2>
        <FlagSummary
          flag={flag}
          reading={reading}
          lines={linesInForce(timeline, reading.month)}
          firstMonth={months[0]?.month ?? ''}
          {...(isSettled && query.data ? { headline: sayExposure(v, query.data.exposure) } : {})}
        />
        {flag === 'funding' && withheld && <p className={classes.withheld}>{withheld}</p>}
      </article>
      <Section title={t('explanations:page.overTime')}>
        <OverTime
          months={months}
          position={position}
          onMove={move}
          flags={[flag]}
          marks={marks.filter((mark) => mark.flag === flag)}
        />
      </Section>
      <Faces query={query} loading={<Loading lines={8} />}>
        {(explained) =>
          isSettled ? (
            <>
              <Columns
                main={
                  <>
                    <Drivers explained={explained} />
                    <Ways explained={explained} />
                  </>
                }
                aside={
                  <>
                    {handling}
                    <Since explained={explained} />
                  </>
                }
              />
              <Columns
                main={
                  <Readings
                    flag={flag}
                    timeline={timeline}
                    reading={reading}
                    position={position}
                    explained={explained}
                  />
                }
                aside={<Remedies explained={explained} />}
              />
            </>
          ) : (
            <Loading lines={8} />
          )
        }
      </Faces>
      <p className={classes.engine}>
        {t('risks:detail.engine', { engine: timeline.engine, version: v.version(timeline.parametersVersion) })}
      </p>
    </div>
  )
}

interface ReadingsProps extends Pick<Props, 'flag' | 'timeline'> {
  readonly reading: MonthReading
  readonly position: number
  readonly explained: NamedExplanation
}

/** Families or sub-levels with formula, interval, baseline, lines and facts. */
function Readings({ flag, timeline, reading, position, explained }: ReadingsProps) {
  const { t } = useWords()
  const v = useVoice()
  const cells = useMemo(() => cellsOf(timeline.months), [timeline])
  const inForce = linesInForce(timeline, reading.month)
  const shown =
    flag === 'stagnation'
      ? stagnationInWords(v, reading.stagnation, inForce.stagnation)
      : withUnseen(v, fundingInWords(v, reading.funding, inForce.funding), timeline.withheld)
  const judged = (one: ShownReading): ShownReading => {
    const also = explained.readings.find(({ name }) => name === one.name)
    return also === undefined ? one : { ...one, values: [...one.values, ...judgedBy(v, also)] }
  }
  return (
    <Section title={t('explanations:readings.title')}>
      <ul className={items.items}>
        {shown.map((one) => {
          const ownCells = cells[one.name as keyof typeof cells]
          return (
            <ReadingItem
              key={one.name}
              shown={judged(one)}
              month={reading.month}
              version={inForce.version}
              most={flag === 'stagnation' ? 2 : 3}
              position={position}
              {...(ownCells ? { cells: ownCells } : {})}
            />
          )
        })}
      </ul>
    </Section>
  )
}
