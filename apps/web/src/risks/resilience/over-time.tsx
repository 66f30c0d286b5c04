import { parametersInForce, type ThresholdSpan } from '@commonweal/domain/risks/thresholds'
import type { MonthReading } from '@commonweal/domain/risks/timeline'
import { useCommunity } from '../../session/community.tsx'
import { Section } from '../../ui/section.tsx'
import { Missing } from '../../ui/shown.tsx'
import { useWords } from '../../words/words.tsx'
import { useVoice } from '../voice.ts'
import { ShownTable } from '../what-if/shown-table.tsx'
import chart from '../what-if/what-if.module.css'
import { How } from './how.tsx'
import { LineOf, MonthCurve } from './month-curve.tsx'
import classes from './resilience.module.css'
import '../../words/of/resilience.ts'
import '../../words/of/risks.ts'

const measures = ['reliance', 'effective', 'publicShare'] as const
type Measure = (typeof measures)[number]

const valueOf = (measure: Measure, { funding }: MonthReading): number | null =>
  measure === 'effective' ? funding.readings.effectiveFunders : funding.readings[measure]

interface Props {
  readonly months: readonly MonthReading[]
  readonly thresholds: readonly ThresholdSpan[]
}

/** Reliance, effective funders and public share, month by month, each with the lines in force in the last of them. */
export function ConcentrationOverTime({ months, thresholds }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return null
  const inForce = thresholds.findLast(({ from }) => from <= last.month)
  const { concentration, publicShare } = parametersInForce(inForce?.values ?? null, inForce?.version).funding
  const linesOf = {
    reliance: concentration.reliance,
    effective: concentration.effectiveFunders,
    publicShare: publicShare.lines,
  }
  const say = (measure: Measure, value: number) => (measure === 'effective' ? v.number(value) : v.share(value))
  const local = last.funding.readings.localPublicShare
  const shown = (value: number | null, write: (value: number) => string) =>
    value === null ? <Missing /> : write(value)
  const { readings } = last.funding

  return (
    <Section title={t('resilience:overTime.title')}>
      <div className={classes.curves}>
        {measures.map((measure) => {
          const values = months.map((month) => valueOf(measure, month))
          const now = valueOf(measure, last)
          const name = t(`resilience:overTime.${measure}`)
          return (
            <div key={measure}>
              <h3>{name}</h3>
              <p className={classes.lines}>
                {now === null
                  ? t('resilience:overTime.nowUnknown')
                  : t('resilience:overTime.now', {
                      value: say(measure, now),
                      funders: v.number(readings.funders ?? 0),
                    })}
              </p>
              <MonthCurve
                values={values}
                most={measure === 'effective' ? Math.max(6, ...values.map((value) => value ?? 0)) : 1}
                lines={linesOf[measure]}
                months={months.map(({ month }) => month)}
                say={(value) => say(measure, value)}
                label={t('resilience:overTime.describe', {
                  name,
                  from: v.month(first.month),
                  to: v.month(last.month),
                  now: now === null ? t('resilience:overTime.nowUnknown') : say(measure, now),
                  lines: v.list(linesOf[measure].map((line) => say(measure, line))),
                })}
              />
              <ul className={chart.key}>
                {(['watch', 'warning', 'critical'] as const).map((level, index) => (
                  <li key={level}>
                    <LineOf level={level} />
                    {t('resilience:overTime.line', {
                      level: t(`levels:${level}`),
                      value: say(measure, linesOf[measure][index] ?? 0),
                    })}
                  </li>
                ))}
              </ul>
              <How>{t(`resilience:overTime.formula.${measure}`, { local: local === null ? '–' : v.share(local) })}</How>
            </div>
          )
        })}
      </div>
      <ShownTable
        isFolded
        label={t('resilience:overTime.table')}
        rows={months.toReversed()}
        rowKey={(month) => month.month}
        fileName={`${slug}-funding-concentration`}
        columns={[
          {
            name: 'month',
            header: t('resilience:overTime.month'),
            cell: (one) => v.month(one.month),
            csv: (one) => one.month,
          },
          ...measures.map((measure) => ({
            name: measure,
            header: t(`resilience:overTime.${measure}`),
            cell: (one: MonthReading) => shown(valueOf(measure, one), (value) => say(measure, value)),
            csv: (one: MonthReading) => valueOf(measure, one),
            isNumeric: true,
          })),
          {
            name: 'localPublic',
            header: t('resilience:overTime.localPublic'),
            cell: (one) => shown(one.funding.readings.localPublicShare, v.share),
            csv: (one) => one.funding.readings.localPublicShare,
            isNumeric: true,
          },
          {
            name: 'hhi',
            header: t('resilience:overTime.hhi'),
            cell: (one) => shown(one.funding.readings.hhi, v.fine),
            csv: (one) => one.funding.readings.hhi,
            isNumeric: true,
          },
          {
            name: 'topThree',
            header: t('resilience:overTime.topThree'),
            cell: (one) => shown(one.funding.readings.topThreeShare, v.share),
            csv: (one) => one.funding.readings.topThreeShare,
            isNumeric: true,
          },
          {
            name: 'funders',
            header: t('resilience:overTime.funders'),
            cell: (one) => shown(one.funding.readings.funders, v.number),
            csv: (one) => one.funding.readings.funders,
            isNumeric: true,
          },
        ]}
      />
    </Section>
  )
}
