import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Empty } from '../ui/faces.tsx'
import type { FilterField, Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useWords } from '../words/words.tsx'
import { updateColumns } from './update-columns.tsx'
import { updateListSorts, type readUpdateSearch } from './update-search.ts'
import { fetchUpdates, updatesPages } from './updates.queries.ts'
import '../words/of/updates.ts'

interface Props {
  readonly search: ReturnType<typeof readUpdateSearch>
  readonly onSearch: (next: Search) => void
  readonly initiativeField: FilterField
  readonly organisationField: FilterField
  readonly emptyAction?: ReactNode
}

/** What was told about all initiatives. */
export function UpdateList({ search, onSearch, initiativeField, organisationField, emptyAction }: Props) {
  const { t } = useWords()
  const { id, slug, timezone } = useCommunity()
  const query = useInfiniteQuery(updatesPages(id, search))
  return (
    <ListPage
      label={t('updates:title')}
      searchLabel={t('updates:list.search')}
      search={search}
      onSearch={onSearch}
      filters={[
        { name: 'initiativeId', label: t('updates:field.initiative'), field: initiativeField },
        { name: 'organisationId', label: t('updates:field.organisation'), field: organisationField },
      ]}
      sorts={updateListSorts.map((value) => ({ value, label: t(`updates:list.sort.${value}`) }))}
      query={query}
      rowKey={(row) => row.id}
      columns={updateColumns(t, timezone)}
      empty={<Empty title={t('updates:list.empty.title')} body={t('updates:list.empty.body')} action={emptyAction} />}
      csv={{
        fileName: `${slug}-updates`,
        fetchPage: (cursor) => fetchUpdates(id, { ...search, limit: 200, ...(cursor ? { cursor } : {}) }),
      }}
    />
  )
}
