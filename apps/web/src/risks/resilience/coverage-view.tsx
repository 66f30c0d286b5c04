import { parameters } from '@commonweal/domain/risks/parameters'
import { coverage } from '@commonweal/domain/risks/resilience/coverage'
import { type MoneyAt, moneyCourse } from '@commonweal/domain/risks/what-if/money-ahead'
import { Button } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { decimalOf } from '../../money/money.ts'
import { useCommunity } from '../../session/community.tsx'
import { Section } from '../../ui/section.tsx'
import { Missing } from '../../ui/shown.tsx'
import { useWords } from '../../words/words.tsx'
import { useVoice } from '../voice.ts'
import { Key } from '../what-if/money-ahead.tsx'
import { MonthBars, MonthLines } from '../what-if/month-bars.tsx'
import chart from '../what-if/what-if.module.css'
import { ShownTable } from '../what-if/shown-table.tsx'
import { How } from './how.tsx'
import { bounds, type ResilienceSearch } from './resilience-search.ts'
import classes from './resilience.module.css'
import { StrainSlider } from './strain-slider.tsx'
import '../../words/of/departures.ts'
import '../../words/of/resilience.ts'

const HORIZON = 18
const lines = parameters.funding
const { expected, stress, severe } = lines.runway.haircut
const percent = (ratio: number) => Math.round(ratio * 100)
const usual = { arrives: percent(expected), largest: 100, delay: 0 }
type Strain = typeof usual

interface Props {
  readonly money: MoneyAt
  readonly largest: { readonly id: string; readonly name: string } | null
  readonly isWithheld: boolean
  readonly search: ResilienceSearch
  readonly onSearch: (search: ResilienceSearch) => void
}

/** Eighteen months of confirmed money against committed cost, under a strain that sliders set. */
export function CoverageView({ money, largest, isWithheld, search, onSearch }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { slug, currency } = useCommunity()
  const { strain, set } = useStrain(search, onSearch)
  const under = (one: Strain) =>
    coverage(
      money,
      { haircut: one.arrives / 100, largestPays: one.largest / 100, delayMonths: one.delay },
      largest?.id ?? null,
      HORIZON,
      lines,
    )
  const strained = under(strain)
  const planned = useMemo(
    () => coverage(money, { haircut: 1, largestPays: 1, delayMonths: 0 }, null, HORIZON, lines),
    [money],
  )
  const { cliffIn } = useMemo(() => moneyCourse(money, lines.cliff.furthestMonths, lines, () => false), [money])
  const rows = planned.months.map((one, index) => ({ planned: one, strained: strained.months[index] ?? one }))
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return null
  const isBalanceKnown = first.strained.balanceMinor !== null
  const positionsOf = (month: string | null) =>
    [rows.findIndex((one) => one.planned.month === month)].filter((at) => at >= 0)
  const exact = (amount: number | null) => (amount === null ? null : decimalOf(amount, currency))
  const shown = (amount: number | null) => (amount === null ? <Missing /> : v.money(amount))
  const total = (lane: 'planned' | 'strained') => rows.reduce((sum, one) => sum + one[lane].incomeMinor, 0)
  const presets: readonly { readonly name: string; readonly strain: Strain }[] = [
    { name: t('resilience:coverage.expected', { share: v.share(expected) }), strain: usual },
    {
      name: t('resilience:coverage.stress', { share: v.share(stress) }),
      strain: { ...usual, arrives: percent(stress) },
    },
    {
      name: t('resilience:coverage.severe', { share: v.share(severe) }),
      strain: { ...usual, arrives: percent(severe) },
    },
    ...(largest ? [{ name: t('resilience:coverage.alone'), strain: { ...usual, largest: 0 } }] : []),
  ]

  return (
    <Section title={t('resilience:coverage.title', { months: v.number(HORIZON) })}>
      <p className={classes.first} role="status">
        {sentence()}
      </p>
      <p className={classes.note}>
        {cliffIn === null
          ? t('resilience:coverage.noCliff', { months: v.number(lines.cliff.furthestMonths) })
          : t('resilience:coverage.cliff', { month: v.month(cliffIn) })}
      </p>
      <div className={classes.strain}>
        <StrainSlider
          label={t('resilience:coverage.haircut')}
          value={strain.arrives}
          {...bounds.arrives}
          said={v.share(strain.arrives / 100)}
          onChange={(arrives) => set({ ...strain, arrives })}
        />
        {largest && (
          <StrainSlider
            label={t('resilience:coverage.largestNamed', { name: largest.name })}
            value={strain.largest}
            {...bounds.largest}
            said={v.share(strain.largest / 100)}
            onChange={(share) => set({ ...strain, largest: share })}
          />
        )}
        <StrainSlider
          label={t('resilience:coverage.delay')}
          value={strain.delay}
          {...bounds.delay}
          said={t('resilience:coverage.delayValue', { count: strain.delay })}
          onChange={(delay) => set({ ...strain, delay })}
        />
      </div>
      <div className={classes.presets} role="group" aria-label={t('resilience:coverage.presets')} data-no-print>
        {presets.map(({ name, strain: preset }) => (
          <Button
            key={name}
            variant={isSame(preset, strain) ? 'filled' : 'default'}
            size="sm"
            aria-pressed={isSame(preset, strain)}
            onClick={() => set(preset)}
          >
            {name}
          </Button>
        ))}
      </div>
      <div className={classes.charts}>
        <div>
          <h3>{t('resilience:coverage.income')}</h3>
          <MonthBars
            with={rows.map((one) => one.planned.incomeMinor)}
            without={rows.map((one) => one.strained.incomeMinor)}
            cost={first.planned.costMinor === null ? null : rows.map((one) => one.planned.costMinor ?? 0)}
            marks={positionsOf(cliffIn)}
            months={rows.map((one) => one.planned.month)}
            say={v.money}
            label={t('departures:money.incomeDescribe', {
              from: v.month(first.planned.month),
              to: v.month(last.planned.month),
              with: v.money(total('planned')),
              without: v.money(total('strained')),
            })}
          />
          <ul className={chart.key}>
            <Key tone="with">{t('resilience:coverage.planned')}</Key>
            <Key tone="without">{t('resilience:coverage.strained')}</Key>
            {first.planned.costMinor !== null && <Key tone="cost">{t('departures:money.cost')}</Key>}
            {cliffIn !== null && positionsOf(cliffIn).length > 0 && (
              <Key tone="mark">{t('departures:money.cliff', { month: v.month(cliffIn) })}</Key>
            )}
          </ul>
        </div>
        {isBalanceKnown && (
          <div>
            <h3>{t('departures:money.balance')}</h3>
            <MonthLines
              with={rows.map((one) => one.planned.balanceMinor ?? 0)}
              without={rows.map((one) => one.strained.balanceMinor ?? 0)}
              marks={positionsOf(strained.negativeIn)}
              months={rows.map((one) => one.planned.month)}
              say={v.money}
              label={t('departures:money.balanceDescribe', {
                with: v.money(last.planned.balanceMinor ?? 0),
                without: v.money(last.strained.balanceMinor ?? 0),
              })}
            />
            <ul className={chart.key}>
              <Key tone="line-with">{t('resilience:coverage.planned')}</Key>
              <Key tone="line-without">{t('resilience:coverage.strained')}</Key>
              {strained.negativeIn !== null && positionsOf(strained.negativeIn).length > 0 && (
                <Key tone="mark">{t('departures:money.negative', { month: v.month(strained.negativeIn) })}</Key>
              )}
            </ul>
          </div>
        )}
      </div>
      <How>
        {t('resilience:coverage.formula', {
          ratio: v.share(lines.cliff.ratio),
          pledges: v.number(money.pledges.length),
        })}
      </How>
      <ShownTable
        isFolded
        label={t('resilience:coverage.table')}
        rows={rows}
        rowKey={(one) => one.planned.month}
        fileName={`${slug}-coverage`}
        columns={[
          {
            name: 'month',
            header: t('departures:money.month'),
            cell: (one) => v.month(one.planned.month),
            csv: (one) => one.planned.month,
          },
          {
            name: 'planned',
            header: t('resilience:coverage.planned'),
            cell: (one) => v.money(one.planned.incomeMinor),
            csv: (one) => exact(one.planned.incomeMinor),
            isNumeric: true,
          },
          {
            name: 'strained',
            header: t('resilience:coverage.strained'),
            cell: (one) => v.money(one.strained.incomeMinor),
            csv: (one) => exact(one.strained.incomeMinor),
            isNumeric: true,
          },
          {
            name: 'cost',
            header: t('departures:money.cost'),
            cell: (one) => shown(one.planned.costMinor),
            csv: (one) => exact(one.planned.costMinor),
            isNumeric: true,
          },
          {
            name: 'balance',
            header: t('departures:money.balance'),
            cell: (one) => shown(one.strained.balanceMinor),
            csv: (one) => exact(one.strained.balanceMinor),
            isNumeric: true,
          },
        ]}
      />
    </Section>
  )

  function sentence(): string {
    if (!isBalanceKnown) return t(isWithheld ? 'resilience:largest.withheld' : 'departures:answer.lastsUnknown')
    const { negativeIn, lastsMonths } = strained
    if (negativeIn !== null)
      return t('resilience:coverage.lastsUntil', { month: v.month(negativeIn), months: v.number(lastsMonths ?? 0) })
    if (lastsMonths !== null) return t('resilience:coverage.holdsThen', { months: v.number(lastsMonths) })
    return t('resilience:coverage.holds', { months: v.number(HORIZON) })
  }
}

const isSame = (a: Strain, b: Strain) => a.arrives === b.arrives && a.largest === b.largest && a.delay === b.delay
const settleMs = 200

/** The strain follows the hand at once, the address a moment later; what is usual stays out of it. */
function useStrain(search: ResilienceSearch, onSearch: (search: ResilienceSearch) => void) {
  const inAddress = { ...usual, ...search }
  const [moved, set] = useState<Strain | null>(null)
  const isSettled = moved !== null && isSame(moved, inAddress)
  useEffect(() => {
    if (moved === null) return
    if (isSettled) {
      set(null)
      return
    }
    const timer = setTimeout(() => {
      const names = ['arrives', 'largest', 'delay'] as const
      onSearch(Object.fromEntries(names.flatMap((name) => (moved[name] === usual[name] ? [] : [[name, moved[name]]]))))
    }, settleMs)
    return () => clearTimeout(timer)
  }, [moved, isSettled, onSearch])
  return { strain: moved ?? inAddress, set }
}
