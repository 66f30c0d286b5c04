import type { Mandate } from '@commonweal/contracts/mandates'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Empty } from '../ui/faces.tsx'
import type { FilterField, Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { Column } from '../ui/list-table.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { mandateListSorts, type readMandateSearch } from './mandate-search.ts'
import { fetchMandates, mandatesPages } from './mandates.queries.ts'
import '../words/of/mandates.ts'

interface Props {
  readonly search: ReturnType<typeof readMandateSearch>
  readonly onSearch: (next: Search) => void
  readonly organisationField: FilterField
  readonly emptyAction?: ReactNode
}

/** The mandate calendar: when those who lead the public bodies change. */
export function MandateList({ search, onSearch, organisationField, emptyAction }: Props) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const query = useInfiniteQuery(mandatesPages(id, search))
  return (
    <ListPage
      label={t('mandates:list.title')}
      searchLabel={t('mandates:list.search')}
      search={search}
      onSearch={onSearch}
      filters={[
        { name: 'organisationId', label: t('mandates:list.organisation'), field: organisationField },
        { name: 'from', label: t('mandates:list.from') },
        { name: 'to', label: t('mandates:list.to') },
      ]}
      sorts={mandateListSorts.map((value) => ({ value, label: t(`mandates:list.sort.${value}`) }))}
      query={query}
      rowKey={(row) => row.id}
      columns={columnsOf(t)}
      empty={<Empty title={t('mandates:list.empty.title')} body={t('mandates:list.empty.body')} action={emptyAction} />}
      csv={{
        fileName: `${slug}-mandates`,
        fetchPage: (cursor) => fetchMandates(id, { ...search, limit: 200, ...(cursor ? { cursor } : {}) }),
      }}
    />
  )
}

function columnsOf(t: Say): Column<Mandate>[] {
  return [
    {
      name: 'label',
      header: t('mandates:label'),
      cell: (row) => <Own>{row.label}</Own>,
      csv: (row) => row.label,
    },
    {
      name: 'organisation',
      header: t('mandates:list.organisation'),
      isProse: true,
      cell: (row) => <RowLink place={`partners/${row.organisationId}`}>{row.organisation}</RowLink>,
      csv: (row) => row.organisation,
    },
    { name: 'endsOn', header: t('mandates:endsOn'), sort: 'ends', day: (row) => row.endsOn },
  ]
}
