import type { Milestone } from '@commonweal/contracts/milestones'
import type { Column } from '../ui/list-table.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Own } from '../ui/shown.tsx'
import type { Say } from '../words/words.tsx'
import { MilestoneBadge } from './milestone-badge.tsx'
import '../words/of/milestones.ts'

/** A milestone in a table, on screen or taken out. */
export function milestoneColumns(t: Say): Column<Milestone>[] {
  return [
    {
      name: 'title',
      header: t('milestones:field.title'),
      sort: 'title',
      cell: (row) => <RowLink place={`initiatives/${row.initiativeId}`}>{row.title}</RowLink>,
      csv: (row) => row.title,
    },
    {
      name: 'standing',
      header: t('milestones:field.standing'),
      isPlain: true,
      cell: (row) => <MilestoneBadge standing={row.standing} />,
      csv: (row) => t(`milestones:standing.${row.standing}`),
    },
    {
      name: 'initiative',
      header: t('milestones:field.initiative'),
      cell: (row) => <Own>{row.initiative}</Own>,
      csv: (row) => row.initiative,
    },
    { name: 'dueOn', header: t('milestones:field.dueOn'), sort: 'due', day: (row) => row.dueOn },
    {
      name: 'settledOn',
      header: t('milestones:field.settledOn'),
      day: (row) => row.reachedOn ?? row.droppedOn,
    },
    { name: 'note', header: t('milestones:field.note'), csv: (row) => row.note },
  ]
}
