import type { CostRow } from '@commonweal/contracts/finances'
import { decimalOf } from '../money/money.ts'
import type { Column } from '../ui/list-table.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Money, Own } from '../ui/shown.tsx'
import type { Say } from '../words/words.tsx'
import '../words/of/finances.ts'

/** A cost in a table, on screen or taken out. */
export function costColumns(t: Say): Column<CostRow>[] {
  return [
    {
      name: 'label',
      header: t('finances:costs.label'),
      cell: (row) => <Own>{row.label}</Own>,
      csv: (row) => row.label,
    },
    {
      name: 'initiative',
      header: t('finances:costs.initiative'),
      isProse: true,
      cell: (row) =>
        row.initiativeId ? (
          <RowLink place={`initiatives/${row.initiativeId}`}>{row.initiative}</RowLink>
        ) : (
          t('finances:costs.community')
        ),
      csv: (row) => row.initiative,
    },
    { name: 'due', header: t('finances:costs.dueOn'), sort: 'due', day: (row) => row.dueOn },
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
