import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Empty } from '../ui/faces.tsx'
import type { FilterField, Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useWords } from '../words/words.tsx'
import type { CostChanges } from './cost-changes.tsx'
import { costColumns } from './cost-columns.tsx'
import { costListSorts, type readCostSearch } from './cost-search.ts'
import { costsPages, fetchCosts } from './finances.queries.ts'
import '../words/of/finances.ts'

interface Props {
  readonly search: ReturnType<typeof readCostSearch>
  readonly onSearch: (next: Search) => void
  readonly initiativeField: FilterField
  readonly addAction: ReactNode
  /** What can be done to a row; nothing for whoever may not. */
  readonly stepsOf: CostChanges['stepsOf'] | null
}

/** Every committed cost, to find, to put in order and to take out. */
export function CostList({ search, onSearch, initiativeField, addAction, stepsOf }: Props) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const query = useInfiniteQuery(costsPages(id, search))
  return (
    <ListPage
      label={t('finances:costs.title')}
      searchLabel={t('finances:costs.search')}
      search={search}
      onSearch={onSearch}
      filters={[
        { name: 'initiativeId', label: t('finances:costs.filter.initiative'), field: initiativeField },
        { name: 'from', label: t('finances:costs.filter.from') },
        { name: 'to', label: t('finances:costs.filter.to') },
      ]}
      sorts={costListSorts.map((value) => ({ value, label: t(`finances:costs.sort.${value}`) }))}
      query={query}
      rowKey={(row) => row.id}
      columns={[...costColumns(t), ...(stepsOf ? [{ name: 'steps', header: '', isPlain: true, cell: stepsOf }] : [])]}
      empty={<Empty title={t('finances:costs.empty')} action={addAction} />}
      csv={{
        fileName: `${slug}-costs`,
        fetchPage: (cursor) => fetchCosts(id, { ...search, limit: 200, ...(cursor ? { cursor } : {}) }),
      }}
    />
  )
}
