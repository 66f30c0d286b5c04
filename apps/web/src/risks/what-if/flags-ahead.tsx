import { type FlagLevel, flagLevels } from '@commonweal/domain/risks/flag-level'
import type { FlagsAhead } from '@commonweal/domain/risks/what-if/horizon'
import type { StressAnswer } from '@commonweal/domain/risks/what-if/stress-answer'
import { useCommunity } from '../../session/community.tsx'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/words.tsx'
import { Band } from '../band.tsx'
import { flagNames, type FlagName } from '../flag-words.ts'
import { Legend } from '../legend.tsx'
import { LevelMark } from '../level-mark.tsx'
import { TimeAxis } from '../time-axis.tsx'
import { useVoice } from '../voice.ts'
import { ShownTable } from './shown-table.tsx'
import classes from './what-if.module.css'
import '../../words/of/departures.ts'
import '../../words/of/risks.ts'

const lanes = ['with', 'without'] as const
const rank = (level: FlagLevel) => flagLevels.indexOf(level)

/** Both flags month by month, as things stand and in the question, one band under the other. */
export function FlagsAheadView({ answer }: { answer: StressAnswer }) {
  const { t } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  const { flags } = answer
  const [first, last] = [flags.with[0], flags.with.at(-1)]
  if (!first || !last) return null

  const describe = (flag: FlagName, lane: (typeof lanes)[number], months: readonly FlagsAhead[]) => {
    const peak = flagLevels[Math.max(...months.map((one) => rank(one[flag].level)))] ?? 'none'
    return t('departures:flags.describe', {
      flag: t(`risks:flag.${flag}`),
      lane: t(`departures:flags.${lane}`),
      from: v.month(first.month),
      to: v.month(last.month),
      first: t(`levels:${first[flag].level}`),
      peak: t(`levels:${peak}`),
    })
  }
  const column = (flag: FlagName, lane: (typeof lanes)[number]) => {
    const levelAt = (row: Row) => row[lane][flag].level
    return {
      name: `${flag} ${lane}`,
      header: `${t(`risks:flag.${flag}`)}, ${t(`departures:flags.${lane}`)}`,
      cell: (row: Row) => <LevelMark level={levelAt(row)} />,
      csv: (row: Row) => levelAt(row),
    }
  }
  const rows = flags.with.map((one, index): Row => ({ with: one, without: flags.without[index] ?? one }))

  return (
    <Section title={t('departures:flags.title')}>
      <div className={classes.lanes}>
        {flagNames.map((flag) => (
          <div key={flag}>
            <h3>{t(`risks:flag.${flag}`)}</h3>
            {lanes.map((lane) => (
              <div key={lane} className={classes.lane}>
                <span>{t(`departures:flags.${lane}`)}</span>
                <Band
                  cells={flags[lane].map((one) => ({ grade: rank(one[flag].level) }))}
                  most={3}
                  height={34}
                  label={describe(flag, lane, flags[lane])}
                />
              </div>
            ))}
          </div>
        ))}
        <TimeAxis months={flags.with.map(({ month }) => month)} />
        <Legend />
      </div>
      <ShownTable
        isFolded
        label={t('departures:flags.table')}
        rows={rows}
        rowKey={(row) => row.with.month}
        fileName={`${slug}-what-if-flags`}
        columns={[
          {
            name: 'month',
            header: t('departures:money.month'),
            cell: (row) => v.month(row.with.month),
            csv: (row) => row.with.month,
          },
          ...flagNames.flatMap((flag) => lanes.map((lane) => column(flag, lane))),
        ]}
      />
    </Section>
  )
}

interface Row {
  readonly with: FlagsAhead
  readonly without: FlagsAhead
}
