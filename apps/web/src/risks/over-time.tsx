import { flagLevels, type FlagLevel } from '@commonweal/domain/risks/flag-level'
import type { FlagReading } from '@commonweal/domain/risks/flag-reading'
import type { MonthReading } from '@commonweal/domain/risks/timeline'
import { useDirection } from '@mantine/core'
import { useEffect, useMemo, useRef, type CSSProperties, type PointerEvent } from 'react'
import { useWords } from '../words/words.tsx'
import { Band, type BandCell } from './band.tsx'
import { flagNames, type FlagName } from './flag-words.ts'
import { Legend } from './legend.tsx'
import { LineMarks, MarkLegend, MarkList } from './line-marks.tsx'
import type { Mark } from './marks.ts'
import { LevelMark } from './level-mark.tsx'
import { MonthSlider, MonthSteps } from './month-picker.tsx'
import classes from './over-time.module.css'
import { sayLevel } from './reading-words.ts'
import { TimeAxis } from './time-axis.tsx'
import { useVoice } from './voice.ts'
import '../words/of/risks.ts'

interface Props {
  readonly months: readonly MonthReading[]
  readonly position: number
  readonly onMove: (position: number) => void
  /** Both flags where nothing is said. */
  readonly flags?: readonly FlagName[]
  /** What happened to the lines: revisions, other thresholds, countermeasures. */
  readonly marks?: readonly Mark[]
}

const bandHeight = 60

/** Both flags over all months, one line under the other, and the month that the page shows. */
export function OverTime({ months, position, onMove, flags = flagNames, marks = [] }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { dir } = useDirection()
  const chart = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const cells = useMemo(
    () => ({
      stagnation: months.map(({ stagnation }) => cellOf(stagnation)),
      funding: months.map(({ funding }) => cellOf(funding)),
    }),
    [months],
  )
  const chosen = months[position]
  const [first, last] = [months[0], months.at(-1)]

  // On a narrow screen with a long history the line scrolls: the chosen month stays in view.
  useEffect(() => {
    const box = frame.current
    if (!box || box.scrollWidth <= box.clientWidth) return
    const middle = ((position + 0.5) / months.length) * box.scrollWidth - box.clientWidth / 2
    box.scrollTo({ left: dir === 'rtl' ? -middle : middle })
  }, [position, months.length, dir])

  if (!chosen || !first || !last) return null

  const monthName = v.month(chosen.month)
  const levelOf = (flag: FlagName) => sayFlag(t, v, flag, chosen[flag])
  const describe = (flag: FlagName) =>
    t('risks:band.describe', {
      flag: t(`risks:flag.${flag}`),
      from: v.month(first.month),
      to: v.month(last.month),
      month: v.month(last.month),
      level: sayShown(v, last[flag]),
    })

  function pick(event: PointerEvent<HTMLDivElement>) {
    const box = chart.current?.getBoundingClientRect()
    if (!box?.width || event.buttons === 0) return
    const along = (dir === 'rtl' ? box.right - event.clientX : event.clientX - box.left) / box.width
    onMove(Math.min(months.length - 1, Math.max(0, Math.floor(along * months.length))))
  }

  return (
    <div className={classes.overTime}>
      <MonthSteps count={months.length} position={position} label={monthName} onMove={onMove} />
      <div ref={frame} className={classes.frame}>
        <div className={classes.line} style={{ '--months': months.length } as CSSProperties}>
          <div
            ref={chart}
            className={classes.chart}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId)
              pick(event)
            }}
            onPointerMove={pick}
          >
            {flags.map((flag) => (
              <div key={flag} className={classes.row}>
                <div className={classes.name}>
                  <span>{t(`risks:flag.${flag}`)}</span>
                  <LevelMark level={chosen[flag].level} />
                </div>
                <LineMarks marks={marks.filter((mark) => mark.flag === flag)} months={months} />
                <div className={classes.field}>
                  <Band cells={cells[flag]} most={3} height={bandHeight} label={describe(flag)} />
                  <div className={classes.marker} style={{ '--at': position } as CSSProperties} aria-hidden="true" />
                </div>
              </div>
            ))}
          </div>
          <TimeAxis months={months.map(({ month }) => month)} />
          <MonthSlider
            count={months.length}
            position={position}
            valueText={t('risks:pick.value', { month: monthName, levels: v.list(flags.map(levelOf)) })}
            onMove={onMove}
          />
        </div>
      </div>
      <Legend />
      <MarkLegend marks={marks} />
      <MarkList marks={marks} months={months} onMove={onMove} />
    </div>
  )
}

function cellOf({ level, heldLevel }: FlagReading): BandCell {
  const held = rank(heldLevel)
  return level === 'insufficient-data' ? { grade: null, held } : { grade: held }
}

function rank(level: FlagLevel): number {
  return flagLevels.indexOf(level)
}

type Voice = ReturnType<typeof useVoice>

/** A level; without a reading also the one held. */
function sayShown(v: Voice, { level, heldLevel }: FlagReading): string {
  if (level !== 'insufficient-data') return sayLevel(v, level)
  return `${sayLevel(v, level)}. ${v.t('risks:held', { level: sayLevel(v, heldLevel) })}`
}

function sayFlag(t: Voice['t'], v: Voice, flag: FlagName, reading: FlagReading): string {
  return t('risks:pick.valueOf', { flag: t(`risks:flag.${flag}`), level: sayShown(v, reading) })
}
