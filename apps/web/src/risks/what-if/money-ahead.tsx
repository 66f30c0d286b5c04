import { parameters } from '@commonweal/domain/risks/parameters'
import type { StressAnswer } from '@commonweal/domain/risks/what-if/stress-answer'
import { decimalOf } from '../../money/money.ts'
import { useCommunity } from '../../session/community.tsx'
import { Section } from '../../ui/section.tsx'
import { Missing } from '../../ui/shown.tsx'
import { useWords } from '../../words/words.tsx'
import { useVoice } from '../voice.ts'
import { MonthBars, MonthLines } from './month-bars.tsx'
import { ShownTable } from './shown-table.tsx'
import classes from './what-if.module.css'
import '../../words/of/departures.ts'

/** Money confirmed for the months ahead, and the balance, as things stand and in the question. */
export function MoneyAheadView({ answer }: { answer: StressAnswer }) {
  const { t } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  const { money, currency } = answer
  const rows = money.with.months.map((one, index) => ({ with: one, without: money.without.months[index] ?? one }))
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return null
  const total = (lane: 'with' | 'without') => rows.reduce((sum, one) => sum + one[lane].incomeMinor, 0)
  const positionOf = (month: string | null) => rows.findIndex((one) => one.with.month === month)
  const marksOf = (month: string | null) => [positionOf(month)].filter((at) => at >= 0)
  const isCostKnown = first.with.costMinor !== null
  const isBalanceKnown = first.with.balanceMinor !== null
  const { cliffIn, negativeIn } = money.without
  const exact = (amount: number | null) => (amount === null ? null : decimalOf(amount, currency))
  const shown = (amount: number | null) => (amount === null ? <Missing /> : v.money(amount))

  return (
    <Section title={t('departures:money.title')}>
      <div className={classes.charts}>
        <div>
          <h3>{t('departures:money.income')}</h3>
          <MonthBars
            with={rows.map((one) => one.with.incomeMinor)}
            without={rows.map((one) => one.without.incomeMinor)}
            cost={isCostKnown ? rows.map((one) => one.with.costMinor ?? 0) : null}
            marks={marksOf(cliffIn)}
            months={rows.map((one) => one.with.month)}
            say={v.money}
            label={t('departures:money.incomeDescribe', {
              from: v.month(first.with.month),
              to: v.month(last.with.month),
              with: v.money(total('with')),
              without: v.money(total('without')),
            })}
          />
          <ul className={classes.key}>
            <Key tone="with">{t('departures:flags.with')}</Key>
            <Key tone="without">{t('departures:flags.without')}</Key>
            {isCostKnown && <Key tone="cost">{t('departures:money.cost')}</Key>}
            {cliffIn && positionOf(cliffIn) >= 0 && (
              <Key tone="mark">{t('departures:money.cliff', { month: v.month(cliffIn) })}</Key>
            )}
          </ul>
        </div>
        {isBalanceKnown && (
          <div>
            <h3>{t('departures:money.balance')}</h3>
            <MonthLines
              with={rows.map((one) => one.with.balanceMinor ?? 0)}
              without={rows.map((one) => one.without.balanceMinor ?? 0)}
              marks={marksOf(negativeIn)}
              months={rows.map((one) => one.with.month)}
              say={v.money}
              label={t('departures:money.balanceDescribe', {
                with: v.money(last.with.balanceMinor ?? 0),
                without: v.money(last.without.balanceMinor ?? 0),
              })}
            />
            <ul className={classes.key}>
              <Key tone="line-with">{t('departures:flags.with')}</Key>
              <Key tone="line-without">{t('departures:flags.without')}</Key>
              {negativeIn && positionOf(negativeIn) >= 0 && (
                <Key tone="mark">{t('departures:money.negative', { month: v.month(negativeIn) })}</Key>
              )}
            </ul>
          </div>
        )}
        <p className={classes.hint}>
          {t('departures:money.how', {
            haircut: v.share(parameters.funding.runway.haircut.expected),
            pledges: v.number(money.pledges),
          })}
        </p>
      </div>
      <ShownTable
        isFolded
        label={t('departures:money.table')}
        rows={rows}
        rowKey={(row) => row.with.month}
        fileName={`${slug}-what-if-money`}
        columns={[
          {
            name: 'month',
            header: t('departures:money.month'),
            cell: (row) => v.month(row.with.month),
            csv: (row) => row.with.month,
          },
          {
            name: 'incomeWith',
            header: t('departures:money.incomeWith'),
            cell: (row) => v.money(row.with.incomeMinor),
            csv: (row) => exact(row.with.incomeMinor),
            isNumeric: true,
          },
          {
            name: 'incomeWithout',
            header: t('departures:money.incomeWithout'),
            cell: (row) => v.money(row.without.incomeMinor),
            csv: (row) => exact(row.without.incomeMinor),
            isNumeric: true,
          },
          {
            name: 'cost',
            header: t('departures:money.cost'),
            cell: (row) => shown(row.with.costMinor),
            csv: (row) => exact(row.with.costMinor),
            isNumeric: true,
          },
          {
            name: 'balanceWith',
            header: t('departures:money.balanceWith'),
            cell: (row) => shown(row.with.balanceMinor),
            csv: (row) => exact(row.with.balanceMinor),
            isNumeric: true,
          },
          {
            name: 'balanceWithout',
            header: t('departures:money.balanceWithout'),
            cell: (row) => shown(row.without.balanceMinor),
            csv: (row) => exact(row.without.balanceMinor),
            isNumeric: true,
          },
        ]}
      />
    </Section>
  )
}

type Tone = 'with' | 'without' | 'line-with' | 'line-without' | 'cost' | 'mark'

export function Key({ tone, children }: { tone: Tone; children: string }) {
  return (
    <li>
      <span className={classes.swatch} data-tone={tone} aria-hidden="true" />
      {children}
    </li>
  )
}
