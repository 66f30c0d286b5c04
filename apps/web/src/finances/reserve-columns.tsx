import type { ReserveRow } from '@commonweal/contracts/finances'
import { decimalOf } from '../money/money.ts'
import type { Column } from '../ui/list-table.tsx'
import { Day, Money } from '../ui/shown.tsx'
import type { Say } from '../words/words.tsx'
import '../words/of/finances.ts'

/** A count of the reserve in a table, on screen or taken out. */
export function reserveColumns(t: Say): Column<ReserveRow>[] {
  return [
    {
      name: 'on',
      header: t('finances:reserves.on'),
      sort: 'on',
      cell: (row) => <Day day={row.on} />,
      csv: (row) => row.on,
    },
    {
      name: 'amount',
      header: t('finances:amount'),
      sort: 'amount',
      isNumeric: true,
      cell: (row) => <Money minor={row.amountMinor} currency={row.currency} />,
      csv: (row) => decimalOf(row.amountMinor, row.currency),
    },
    { name: 'currency', header: t('finances:currency'), csv: (row) => row.currency },
  ]
}
