import type { PledgeRow } from '@commonweal/contracts/pledges'
import { pledgeKinds, pledgeRoutes, pledgeStatuses } from '@commonweal/domain/pledges/pledge'
import { pledgeStandings } from '@commonweal/domain/pledges/pledge-standing'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Amount, type Measures } from '../money/amount.tsx'
import { decimalOf } from '../money/money.ts'
import { useCommunity } from '../session/community.tsx'
import { Empty } from '../ui/faces.tsx'
import type { Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { Column } from '../ui/list-table.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Day, Own } from '../ui/shown.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { pledgeListSorts, type readPledgeSearch } from './pledge-search.ts'
import { fetchPledges, pledgesPages } from './pledges.queries.ts'
import { StandingBadge } from './standing-badge.tsx'
import '../words/of/pledges.ts'

interface Props {
  readonly search: ReturnType<typeof readPledgeSearch>
  readonly onSearch: (next: Search) => void
  readonly offerAction?: ReactNode
}

export function PledgeList({ search, onSearch, offerAction }: Props) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const filters = { sort: '-from', ...search } as const
  const query = useInfiniteQuery(pledgesPages(id, filters))
  return (
    <ListPage
      label={t('pledges:title')}
      searchLabel={t('pledges:search')}
      search={search}
      onSearch={onSearch}
      filters={[
        {
          name: 'kind',
          label: t('pledges:field.kind'),
          choices: pledgeKinds.map((value) => ({ value, label: t(`pledges:kind.${value}`) })),
        },
        {
          name: 'route',
          label: t('pledges:field.route'),
          choices: pledgeRoutes.map((value) => ({ value, label: t(`pledges:route.${value}`) })),
        },
        {
          name: 'status',
          label: t('pledges:field.status'),
          choices: pledgeStatuses.map((value) => ({ value, label: t(`pledges:status.${value}`) })),
        },
        {
          name: 'standing',
          label: t('pledges:field.standing'),
          choices: pledgeStandings.map((value) => ({ value, label: t(`pledges:standing.${value}`) })),
        },
      ]}
      sorts={pledgeListSorts.map((value) => ({ value, label: t(`pledges:sort.${value}`) }))}
      query={query}
      rowKey={(row) => row.id}
      columns={columnsOf(t)}
      empty={<Empty title={t('pledges:empty.title')} body={t('pledges:empty.body')} action={offerAction} />}
      csv={{
        fileName: `${slug}-pledges`,
        fetchPage: (cursor) => fetchPledges(id, { ...filters, limit: 200, ...(cursor ? { cursor } : {}) }),
      }}
    />
  )
}

function columnsOf(t: Say): Column<PledgeRow>[] {
  return [
    {
      name: 'organisation',
      header: t('pledges:field.organisation'),
      cell: (row) => <RowLink place={`pledges/${row.id}`}>{row.organisation}</RowLink>,
      csv: (row) => row.organisation,
    },
    {
      name: 'initiative',
      header: t('pledges:field.initiative'),
      isProse: true,
      cell: (row) => (row.initiative ? <Own>{row.initiative}</Own> : t('pledges:community')),
      csv: (row) => row.initiative,
    },
    {
      name: 'kind',
      header: t('pledges:field.kind'),
      isPlain: true,
      cell: (row) => t(`pledges:kind.${row.kind}`),
      csv: (row) => t(`pledges:kind.${row.kind}`),
    },
    {
      name: 'route',
      header: t('pledges:field.route'),
      isPlain: true,
      cell: (row) => t(`pledges:route.${row.route}`),
      csv: (row) => t(`pledges:route.${row.route}`),
    },
    {
      name: 'promised',
      header: t('pledges:field.promised'),
      isNumeric: true,
      sort: 'amount',
      cell: (row) => <Amount of={row} />,
      csv: (row) => sayCell(row),
    },
    {
      name: 'received',
      header: t('pledges:field.received'),
      isNumeric: true,
      cell: (row) => <Amount of={received(row)} />,
      csv: (row) => sayCell(received(row)),
    },
    {
      name: 'period',
      header: t('pledges:field.period'),
      sort: 'from',
      cell: (row) => <Day day={row.from} />,
      csv: (row) => [row.from, row.to].filter(Boolean).join('/'),
    },
    {
      name: 'standing',
      header: t('pledges:field.standing'),
      isPlain: true,
      cell: (row) => (
        <>
          <StandingBadge standing={row.standing} />
          {row.status !== 'confirmed' && <div>{t(`pledges:status.${row.status}`)}</div>}
        </>
      ),
      csv: (row) => `${t(`pledges:standing.${row.standing}`)} (${t(`pledges:status.${row.status}`)})`,
    },
  ]
}

/** A number beside its currency or unit, as other programs read it: `1250.00 EUR`, `12 hours`. */
function sayCell({ amountMinor, currency, quantity, unit }: Measures): string {
  const parts = [
    amountMinor !== null && currency ? `${decimalOf(amountMinor, currency)} ${currency}` : null,
    quantity === null ? null : `${quantity} ${unit ?? ''}`.trim(),
  ]
  return parts.filter(Boolean).join(' + ')
}

const received = (row: PledgeRow): Measures => ({
  ...row,
  amountMinor: row.receivedMinor,
  quantity: row.receivedQuantity,
})
