import type { Update } from '@commonweal/contracts/updates'
import type { Column } from '../ui/list-table.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Instant, Missing, Own } from '../ui/shown.tsx'
import type { Say } from '../words/words.tsx'
import '../words/of/updates.ts'

/** An update in a table, on screen or taken out. */
export function updateColumns(t: Say, timeZone: string): Column<Update>[] {
  return [
    {
      name: 'title',
      header: t('updates:field.title'),
      sort: 'title',
      cell: (row) => <RowLink place={`initiatives/${row.initiativeId}`}>{row.title}</RowLink>,
      csv: (row) => row.title,
    },
    {
      name: 'initiative',
      header: t('updates:field.initiative'),
      cell: (row) => <Own>{row.initiative}</Own>,
      csv: (row) => row.initiative,
    },
    {
      name: 'postedAt',
      header: t('updates:field.postedAt'),
      sort: 'posted',
      cell: (row) => <Instant at={row.postedAt} timeZone={timeZone} />,
      csv: (row) => row.postedAt,
    },
    {
      name: 'person',
      header: t('updates:field.person'),
      cell: (row) => (row.person ? <Own>{row.person}</Own> : <Missing />),
      csv: (row) => row.person,
    },
    {
      name: 'organisation',
      header: t('updates:field.organisation'),
      cell: (row) => (row.organisation ? <Own>{row.organisation}</Own> : <Missing />),
      csv: (row) => row.organisation,
    },
    { name: 'files', header: t('updates:files.title'), count: (row) => row.files.length },
    { name: 'text', header: t('updates:field.text'), csv: (row) => row.text },
  ]
}
