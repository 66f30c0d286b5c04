import type { MonthReading } from '@commonweal/domain/risks/timeline'
import { useMemo } from 'react'
import { Section } from '../ui/section.tsx'
import { useWords } from '../words/words.tsx'
import { FundingFigures, StagnationFigures } from './figures.tsx'
import { FlagSummary } from './flag-summary.tsx'
import { saySigns, withUnseen, type FlagName } from './flag-words.ts'
import { fundingInWords } from './funding-words.ts'
import { cellsOf } from './reading-cells.ts'
import { linesInForce } from './lines-in-force.ts'
import { ReadingItem } from './reading-item.tsx'
import classes from './readings-of-month.module.css'
import type { Revision } from './marks.ts'
import { sayLevel, type ShownReading } from './reading-words.ts'
import type { SeenTimeline } from './risks.queries.ts'
import { stagnationInWords } from './stagnation-words.ts'
import { useVoice } from './voice.ts'
import '../words/of/risks.ts'
import '../words/of/thresholds.ts'

interface Props {
  readonly timeline: SeenTimeline
  readonly months: readonly MonthReading[]
  readonly position: number
  /** Whether the summary stands above already. */
  readonly isNow: boolean
  readonly revisions: readonly Revision[]
}

/** Everything the engine read in the chosen month, flag by flag. */
export function ReadingsOfMonth({ timeline, months, position, isNow, revisions }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const cells = useMemo(() => cellsOf(months), [months])
  const reading = months[position]
  if (!reading) return null
  const inForce = linesInForce(timeline, reading.month)
  const revised = (flag: FlagName) => revisions.find((one) => one.flag === flag && one.month === reading.month)
  const show = (flag: FlagName, shown: readonly ShownReading[]) => (
    <Section title={t(`risks:flag.${flag}`)} actions={<span className={classes.month}>{v.month(reading.month)}</span>}>
      {!isNow && <FlagSummary flag={flag} reading={reading} lines={inForce} firstMonth={months[0]?.month ?? ''} />}
      <SaidThen revision={revised(flag)} />
      <p className={classes.signs}>
        {flag === 'stagnation' && reading.stagnation.score !== null && (
          <b>{t('risks:score', { score: v.number(reading.stagnation.score) })} </b>
        )}
        {saySigns(v, shown, flag)}
      </p>
      {flag === 'stagnation' ? (
        <StagnationFigures reading={reading.stagnation} />
      ) : (
        <FundingFigures reading={reading.funding} month={reading.month} />
      )}
      <ul className={classes.items}>
        {shown.map((one) => {
          const ownCells = cells[one.name as keyof typeof cells]
          return (
            <ReadingItem
              key={one.name}
              shown={one}
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
  return (
    <div className={classes.columns}>
      {show('stagnation', stagnationInWords(v, reading.stagnation, inForce.stagnation))}
      {show('funding', withUnseen(v, fundingInWords(v, reading.funding, inForce.funding), timeline.withheld))}
    </div>
  )
}

/** What the month said when it was assessed, where it reads otherwise now. */
function SaidThen({ revision }: { revision: Revision | undefined }) {
  const { t } = useWords()
  const v = useVoice()
  if (!revision) return null
  return (
    <p className={classes.said}>
      {t('thresholds:said', {
        day: v.day(revision.knownOn),
        said: sayLevel(v, revision.said.level),
        known: sayLevel(v, revision.known.level),
      })}
    </p>
  )
}
