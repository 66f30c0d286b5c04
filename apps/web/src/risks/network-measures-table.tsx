import { flagLevels } from '@commonweal/domain/risks/flag-level'
import { type IncomeGrouping, incomeGroupings } from '@commonweal/domain/risks/secondary/income-groups'
import type { Concentration } from '@commonweal/domain/risks/funding/concentration'
import type { NetworkMeasures } from '@commonweal/domain/risks/secondary/network-measures'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { type Column, ListTable } from '../ui/list-table.tsx'
import { Section } from '../ui/section.tsx'
import { Missing } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { MeasuresOverTime } from './measures-over-time.tsx'
import { sayMeasure, sayOtherIncome, shapeMeasures, tieMeasures, type ShownMeasure } from './network-measure-words.ts'
import classes from './other-signs.module.css'
import reading from './reading-item.module.css'
import { known, sayLevel } from './reading-words.ts'
import type { MonthSigns } from './risks.queries.ts'
import type { SignVoice } from './sign-words.ts'
import '../words/of/signs.ts'

interface Props {
  readonly measures: NetworkMeasures | null
  /** The months over which they are drawn. */
  readonly months: readonly MonthSigns[]
  readonly voice: SignVoice
}

/** The measures of a month that call for nothing, each with its formula in words; folded away until somebody wants them. */
export function NetworkMeasuresTable({ measures, months, voice: v }: Props) {
  const { t } = v
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={t('signs:measures.title')} isFolded={measures !== null && !isOpen}>
      <p className={classes.lead}>{t('signs:measures.lead')}</p>
      {measures === null ? (
        <p className={classes.lead}>{t('signs:measures.unknown')}</p>
      ) : (
        <details className={reading.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            <IconChevronDown aria-hidden="true" size={18} />
            {t('signs:measures.open')}
          </summary>
          <div className={classes.groups}>
            <Group title={t('signs:measures.ties')} names={tieMeasures} measures={measures} voice={v} />
            <Group title={t('signs:measures.shape')} names={shapeMeasures} measures={measures} voice={v} />
            <Income measures={measures} voice={v} />
            {isOpen && <MeasuresOverTime months={months} voice={v} />}
          </div>
        </details>
      )}
    </Section>
  )
}

function Group({
  title,
  names,
  measures,
  voice: v,
}: {
  readonly title: string
  readonly names: readonly ShownMeasure[]
  readonly measures: NetworkMeasures
  readonly voice: SignVoice
}) {
  return (
    <div>
      <h3>{title}</h3>
      <dl className={classes.measures}>
        {names.map((name) => (
          <div key={name}>
            <dt>{v.t(`signs:measures.name.${name}`)}</dt>
            <dd>{sayMeasure(v, name, measures) ?? <Missing />}</dd>
            <dd className={classes.how}>{v.t(`signs:measures.formula.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

interface SpreadRow {
  readonly grouping: IncomeGrouping
  readonly spread: Concentration
}

function Income({ measures: { income, otherIncome }, voice: v }: { measures: NetworkMeasures; voice: SignVoice }) {
  const { t } = v
  const { locale } = useWords()
  const rows = incomeGroupings.flatMap((grouping) => {
    const spread = income[grouping]
    return spread === null || spread.n === 0 ? [] : [{ grouping, spread }]
  })
  return (
    <div>
      <h3>{t('signs:measures.income')}</h3>
      {rows.length === 0 ? (
        <p className={classes.lead}>{t('signs:measures.noIncome')}</p>
      ) : (
        <>
          <ListTable
            label={t('signs:measures.income')}
            rows={rows}
            rowKey={({ grouping }) => grouping}
            columns={incomeColumns(v)}
          />
          <p className={classes.how}>{t('signs:measures.groupingHow')}</p>
        </>
      )}
      {income.passThrough && income.passThrough.with.reliance !== null && (
        <p className={classes.beside}>{sayPassThrough(v, income.passThrough)}</p>
      )}
      {otherIncome.length > 0 && (
        <>
          <h3>{t('signs:measures.other')}</h3>
          <dl className={classes.measures}>
            {otherIncome.map((one) => {
              const { label, value } = sayOtherIncome(v, locale, one)
              return (
                <div key={one.unit}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              )
            })}
          </dl>
        </>
      )}
    </div>
  )
}

function incomeColumns(v: SignVoice): Column<SpreadRow>[] {
  const figure = (
    name: 'n' | 'hill1' | 'hill2' | 'hhi' | 'topThree',
    value: (row: SpreadRow) => string | null,
  ): Column<SpreadRow> => ({
    name,
    header: v.t(`signs:measures.columns.${name}`),
    cell: (row) => value(row) ?? <Missing />,
    isNumeric: true,
  })
  return [
    {
      name: 'grouping',
      header: v.t('signs:measures.columns.grouping'),
      cell: ({ grouping }) => v.t(`signs:measures.grouping.${grouping}`),
    },
    figure('n', ({ spread }) => v.number(spread.n)),
    figure('hill1', ({ spread }) => known(spread.hill1, v.fine)),
    figure('hill2', ({ spread }) => known(spread.effectiveNumber, v.fine)),
    figure('hhi', ({ spread }) => known(spread.hhi, v.fine)),
    figure('topThree', ({ spread }) => known(spread.topThreeShare, v.share)),
  ]
}

function sayPassThrough(v: SignVoice, passThrough: NonNullable<NetworkMeasures['income']['passThrough']>): string {
  const { organisationIds, with: withAll, without } = passThrough
  const level = (one: 0 | 1 | 2 | 3 | null) =>
    sayLevel(v, one === null ? 'insufficient-data' : (flagLevels[one] ?? 'none'))
  const list = v.list(organisationIds.map(v.name))
  if (withAll.reliance === null || without.reliance === null) return v.t('signs:measures.passThroughAll', { list })
  return v.t('signs:measures.passThrough', {
    list,
    with: v.share(withAll.reliance),
    levelWith: level(withAll.level),
    without: v.share(without.reliance),
    levelWithout: level(without.level),
  })
}
