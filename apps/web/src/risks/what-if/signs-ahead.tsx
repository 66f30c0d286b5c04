import { type FlagLevel, flagLevels } from '@commonweal/domain/risks/flag-level'
import { type SecondaryFlagName, secondaryFlagNames } from '@commonweal/domain/risks/secondary/flag-names'
import type { SignsAhead, SignsAnswer } from '@commonweal/domain/risks/what-if/signs-ahead'
import { useEffect, useState } from 'react'
import { useCommunity } from '../../session/community.tsx'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/words.tsx'
import { LevelMark } from '../level-mark.tsx'
import { useVoice } from '../voice.ts'
import { ShownTable } from './shown-table.tsx'
import classes from './what-if.module.css'
import '../../words/of/departures.ts'
import '../../words/of/risks.ts'
import '../../words/of/signs.ts'

export type ReadSigns = (horizonMonths: number) => Generator<undefined, SignsAnswer>

interface Props {
  /** Stays the same while the question does. */
  readonly read: ReadSigns
  readonly horizonMonths: number
}

/** The signs of the other threats that would rise, read after everything else because it takes longer. */
export function SignsAheadView({ read, horizonMonths }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  const answer = useSigns(read, horizonMonths)
  const rows = answer === null ? [] : rowsOf(answer)

  return (
    <Section title={t('departures:signs.title')}>
      {answer === null && <p role="status">{t('departures:signs.working')}</p>}
      {answer?.raised.length === 0 && <p className={classes.plain}>{t('departures:signs.none')}</p>}
      {answer !== null && answer.raised.length > 0 && (
        <ul className={classes.answer}>
          {answer.raised.map(({ flag, month, without, with: before }) => (
            <li key={flag}>
              {t('departures:signs.raised', {
                sign: t(`signs:name.${flag}`),
                level: t(`levels:${without}`),
                other: t(`levels:${before}`),
                month: v.month(month),
              })}
            </li>
          ))}
        </ul>
      )}
      {answer !== null && (
        <ShownTable
          isFolded
          label={t('departures:signs.table')}
          rows={rows}
          rowKey={(row) => row.name}
          fileName={`${slug}-what-if-signs`}
          columns={[
            {
              name: 'sign',
              header: t('departures:signs.sign'),
              cell: (row) => t(`signs:name.${row.name}`),
              csv: (row) => row.name,
            },
            ...lanes.map((lane) => ({
              name: lane,
              header: t(`departures:flags.${lane}`),
              cell: (row: Row) => <LevelMark level={row[lane]} />,
              csv: (row: Row) => row[lane],
            })),
          ]}
        />
      )}
    </Section>
  )
}

const lanes = ['with', 'without'] as const

interface Row extends Readonly<Record<(typeof lanes)[number], FlagLevel | 'insufficient-data'>> {
  readonly name: SecondaryFlagName
}

/** The highest level of each sign over the months; those switched off all the time are not there. */
function rowsOf(answer: SignsAnswer): Row[] {
  return secondaryFlagNames
    .filter((name) => answer.with.some(({ signs }) => signs[name] !== undefined))
    .map((name) => ({ name, with: peak(answer.with, name), without: peak(answer.without, name) }))
}

function peak(months: readonly SignsAhead[], name: SecondaryFlagName): FlagLevel | 'insufficient-data' {
  const stands = months.flatMap(({ signs }) => signs[name] ?? [])
  if (stands.every((one) => one.score === null)) return 'insufficient-data'
  return flagLevels[Math.max(...stands.map((one) => flagLevels.indexOf(one.level)))] ?? 'none'
}

const SLICE_MS = 8

/** Reads in short slices, so that the page answers meanwhile; a reading that is overtaken is given up. */
function useSigns(read: ReadSigns, horizonMonths: number): SignsAnswer | null {
  const [answer, setAnswer] = useState<SignsAnswer | null>(null)
  useEffect(() => {
    let isOver = false
    setAnswer(null)
    const work = async () => {
      await nextTask()
      if (isOver) return
      const reading = read(horizonMonths)
      for (let began = performance.now(); !isOver;) {
        const step = reading.next()
        if (step.done === true) {
          setAnswer(step.value)
          return
        }
        if (performance.now() - began < SLICE_MS) continue
        await nextTask()
        began = performance.now()
      }
    }
    void work()
    return () => {
      isOver = true
    }
  }, [read, horizonMonths])
  return answer
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0))
