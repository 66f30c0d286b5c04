import { sayNumber } from '@commonweal/words/say-number'
import { useDirection } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { sayDay } from '../time/days.ts'
import { useWords } from '../words/words.tsx'
import classes from './list-table.module.css'
import { Day, Missing } from './shown.tsx'
import { useLinksInside } from './use-links-inside.ts'
import '../words/of/common.ts'

export interface Column<Row> {
  readonly name: string
  readonly header: string
  /** Without it the column is in a downloaded table only. */
  readonly cell?: (row: Row) => ReactNode
  /** A day or a count instead of a cell: plain text, which draws many times quicker than an element of its own, and goes into a download. */
  readonly day?: (row: Row) => string | null
  readonly count?: (row: Row) => number | null
  /** The value in a downloaded table; without it, or a day or count, the column stays out. */
  readonly csv?: (row: Row) => string | number | null
  /** Ascending sort of this column; descending is the same with a leading `-`. */
  readonly sort?: string
  readonly isNumeric?: boolean
  /** The value says by itself what it is: a card shows it without the header. */
  readonly isPlain?: boolean
  /** What people wrote, or the name of a thing: a long word of it may break where room is short. The first column always is. */
  readonly isProse?: boolean
}

interface Props<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[]
  readonly sort?: string | undefined
  readonly onSort?: (sort: string) => void
}

/**
 * A table where there is room, cards where there is not: one structure, so that nothing is read twice. The roles are
 * written out because a browser drops a table's meaning when its display changes.
 */
export function ListTable<Row>({ label, rows, rowKey, columns: all, sort, onSort }: Props<Row>) {
  const links = useLinksInside()
  const { locale } = useWords()
  const isPlainDay = useDirection().dir === 'ltr'
  const columns = all.filter(({ cell, day, count }) => cell ?? day ?? count)
  return (
    <table className={classes.table} role="table" aria-label={label} {...links}>
      <thead className={classes.head} role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.name} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className={classes.row}>
            {columns.map(({ name, header, cell, day, count, isNumeric, isPlain, isProse }, index) =>
              index === 0 ? (
                <th key={name} role="rowheader" scope="row" className={classes.name}>
                  {cell?.(row)}
                </th>
              ) : (
                <td
                  key={name}
                  role="cell"
                  data-numeric={isNumeric || count !== undefined || undefined}
                  data-short={day || count ? true : undefined}
                  data-prose={isProse}
                  data-label={isPlain ? undefined : header}
                >
                  {day
                    ? dayIn(day(row), isPlainDay ? locale : null)
                    : count
                      ? countIn(count(row), locale)
                      : cell?.(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Beside words from right to left a day has to keep its own direction, so there it is an element. */
const dayIn = (day: string | null, locale: string | null) =>
  day === null ? <Missing /> : locale === null ? <Day day={day} /> : sayDay(day, locale)
const countIn = (count: number | null, locale: string) => (count === null ? <Missing /> : sayNumber(count, locale))

interface HeaderProps<Row> {
  readonly column: Column<Row>
  readonly sort: string | undefined
  readonly onSort: ((sort: string) => void) | undefined
}

function HeaderCell<Row>({ column: { header, sort: own, isNumeric, count }, sort, onSort }: HeaderProps<Row>) {
  const { t } = useWords()
  const direction = own && sort === own ? 'ascending' : own && sort === `-${own}` ? 'descending' : undefined
  const Sign = direction === 'ascending' ? IconArrowUp : direction === 'descending' ? IconArrowDown : IconArrowsSort
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={direction}
      data-numeric={isNumeric || count !== undefined || undefined}
    >
      {own && onSort ? (
        <button
          type="button"
          className={classes.sort}
          data-sorted={direction}
          title={t('common:list.sortedBy', { column: header })}
          onClick={() => onSort(direction === 'ascending' ? `-${own}` : own)}
        >
          {header}
          <Sign aria-hidden="true" size={15} />
        </button>
      ) : (
        header
      )}
    </th>
  )
}
