import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Empty } from '../ui/faces.tsx'
import type { Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useWords } from '../words/words.tsx'
import { fetchReserves, reservesPages } from './finances.queries.ts'
import type { ReserveChanges } from './reserve-changes.tsx'
import { reserveColumns } from './reserve-columns.tsx'
import { reserveListSorts, type readReserveSearch } from './reserve-search.ts'
import '../words/of/finances.ts'

interface Props {
  readonly search: ReturnType<typeof readReserveSearch>
  readonly onSearch: (next: Search) => void
  readonly addAction: ReactNode
  /** What can be done to a row; nothing for whoever may not. */
  readonly stepsOf: ReserveChanges['stepsOf'] | null
}

/** Every count of the reserve, to find, to put in order and to take out. */
export function ReserveList({ search, onSearch, addAction, stepsOf }: Props) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const query = useInfiniteQuery(reservesPages(id, search))
  return (
    <ListPage
      label={t('finances:reserves.title')}
      search={search}
      onSearch={onSearch}
      filters={[
        { name: 'from', label: t('finances:reserves.filter.from') },
        { name: 'to', label: t('finances:reserves.filter.to') },
      ]}
      sorts={reserveListSorts.map((value) => ({ value, label: t(`finances:reserves.sort.${value}`) }))}
      query={query}
      rowKey={(row) => row.id}
      columns={[
        ...reserveColumns(t),
        ...(stepsOf ? [{ name: 'steps', header: '', isPlain: true, cell: stepsOf }] : []),
      ]}
      empty={<Empty title={t('finances:reserves.empty')} action={addAction} />}
      csv={{
        fileName: `${slug}-reserves`,
        fetchPage: (cursor) => fetchReserves(id, { ...search, limit: 200, ...(cursor ? { cursor } : {}) }),
      }}
    />
  )
}
