import type { MoneyMonth } from '@commonweal/domain/risks/what-if/money-ahead'
import type { ReactNode } from 'react'
import { decimalOf } from '../../money/money.ts'
import { Missing } from '../../ui/shown.tsx'
import { useWords } from '../../words/words.tsx'
import { useVoice } from '../voice.ts'
import { MonthBars, MonthLines } from './month-bars.tsx'
import { ShownTable } from './shown-table.tsx'
import classes from './what-if.module.css'
import '../../words/of/departures.ts'

interface Props {
  /** The months ahead as they stand, and otherwise; both lists are of the same months. */
  readonly with: readonly MoneyMonth[]
  readonly without: readonly MoneyMonth[]
  /** What the two are called, as the end of a sentence: "as things stand". */
  readonly lanes: { readonly with: string; readonly without: string }
  readonly currency: string
  /** The month in which confirmed money breaks off, and that in which the balance of the second falls below zero. */
  readonly cliffIn: string | null
  readonly negativeIn: string | null
  readonly table: { readonly label: string; readonly fileName: string }
  /** How the figures are made. */
  readonly children: ReactNode
}

/** Confirmed money and the balance of the months ahead, twice beside each other: as bars, as lines, and as a table. */
export function MoneyCourses({
  with: standing,
  without,
  lanes,
  currency,
  cliffIn,
  negativeIn,
  table,
  children,
}: Props) {
  const { t } = useWords()
  const v = useVoice()
  const rows = standing.map((one, index) => ({ with: one, without: without[index] ?? one }))
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return null
  const months = rows.map((one) => one.with.month)
  const total = (lane: 'with' | 'without') => rows.reduce((sum, one) => sum + one[lane].incomeMinor, 0)
  const marksOf = (month: string | null) => [months.indexOf(month ?? '')].filter((at) => at >= 0)
  const isCostKnown = first.with.costMinor !== null
  const isBalanceKnown = first.without.balanceMinor !== null
  const exact = (amount: number | null) => (amount === null ? null : decimalOf(amount, currency))
  const shown = (amount: number | null) => (amount === null ? <Missing /> : v.money(amount))

  return (
    <>
      <div className={classes.charts}>
        <div>
          <h3>{t('departures:money.income')}</h3>
          <MonthBars
            with={rows.map((one) => one.with.incomeMinor)}
            without={rows.map((one) => one.without.incomeMinor)}
            cost={isCostKnown ? rows.map((one) => one.with.costMinor ?? 0) : null}
            marks={marksOf(cliffIn)}
            months={months}
            say={v.money}
            label={t('departures:money.incomeDescribe', {
              from: v.month(first.with.month),
              to: v.month(last.with.month),
              with: v.money(total('with')),
              without: v.money(total('without')),
              standing: lanes.with,
              otherwise: lanes.without,
            })}
          />
          <ul className={classes.key}>
            <Key tone="with">{lanes.with}</Key>
            <Key tone="without">{lanes.without}</Key>
            {isCostKnown && <Key tone="cost">{t('departures:money.cost')}</Key>}
            {cliffIn !== null && marksOf(cliffIn).length > 0 && (
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
              months={months}
              say={v.money}
              label={t('departures:money.balanceDescribe', {
                with: v.money(last.with.balanceMinor ?? 0),
                without: v.money(last.without.balanceMinor ?? 0),
                standing: lanes.with,
                otherwise: lanes.without,
              })}
            />
            <ul className={classes.key}>
              <Key tone="line-with">{lanes.with}</Key>
              <Key tone="line-without">{lanes.without}</Key>
              {negativeIn !== null && marksOf(negativeIn).length > 0 && (
                <Key tone="mark">{t('departures:money.negative', { month: v.month(negativeIn) })}</Key>
              )}
            </ul>
          </div>
        )}
      </div>
      {children}
      <ShownTable
        isFolded
        label={table.label}
        rows={rows}
        rowKey={(row) => row.with.month}
        fileName={table.fileName}
        columns={[
          {
            name: 'month',
            header: t('departures:money.month'),
            cell: (row) => v.month(row.with.month),
            csv: (row) => row.with.month,
          },
          ...(['with', 'without'] as const).map((lane) => ({
            name: `income-${lane}`,
            header: t('departures:money.due', { lane: lanes[lane] }),
            cell: (row: (typeof rows)[number]) => v.money(row[lane].incomeMinor),
            csv: (row: (typeof rows)[number]) => exact(row[lane].incomeMinor),
            isNumeric: true,
          })),
          {
            name: 'cost',
            header: t('departures:money.cost'),
            cell: (row) => shown(row.with.costMinor),
            csv: (row) => exact(row.with.costMinor),
            isNumeric: true,
          },
          ...(['with', 'without'] as const).map((lane) => ({
            name: `balance-${lane}`,
            header: t('departures:money.balanceOf', { lane: lanes[lane] }),
            cell: (row: (typeof rows)[number]) => shown(row[lane].balanceMinor),
            csv: (row: (typeof rows)[number]) => exact(row[lane].balanceMinor),
            isNumeric: true,
          })),
        ]}
      />
    </>
  )
}

interface KeyProps {
  readonly tone: 'with' | 'without' | 'line-with' | 'line-without' | 'cost' | 'mark'
  readonly children: string
}

function Key({ tone, children }: KeyProps) {
  return (
    <li>
      <span className={classes.swatch} data-tone={tone} aria-hidden="true" />
      {children}
    </li>
  )
}
