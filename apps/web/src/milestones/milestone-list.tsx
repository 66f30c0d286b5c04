import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Empty } from '../ui/faces.tsx'
import type { FilterField, Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useWords } from '../words/words.tsx'
import { milestoneColumns } from './milestone-columns.tsx'
import { milestoneListSorts, shownStandings, type readMilestoneSearch } from './milestone-search.ts'
import { fetchMilestones, milestonesPages } from './milestones.queries.ts'
import '../words/of/milestones.ts'

interface Props {
  readonly search: ReturnType<typeof readMilestoneSearch>
  readonly onSearch: (next: Search) => void
  readonly initiativeField: FilterField
  readonly emptyAction?: ReactNode
}

/** Milestones of all initiatives: what is to be done by when, what is late, what was reached. */
export function MilestoneList({ search, onSearch, initiativeField, emptyAction }: Props) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const query = useInfiniteQuery(milestonesPages(id, search))
  return (
    <ListPage
      label={t('milestones:title')}
      searchLabel={t('milestones:list.search')}
      search={search}
      onSearch={onSearch}
      filters={[
        {
          name: 'standing',
          label: t('milestones:field.standing'),
          choices: shownStandings.map((value) => ({ value, label: t(`milestones:standing.${value}`) })),
        },
        { name: 'initiativeId', label: t('milestones:field.initiative'), field: initiativeField },
        { name: 'from', label: t('milestones:list.from') },
        { name: 'to', label: t('milestones:list.to') },
      ]}
      sorts={milestoneListSorts.map((value) => ({ value, label: t(`milestones:list.sort.${value}`) }))}
      query={query}
      rowKey={(row) => row.id}
      columns={milestoneColumns(t)}
      empty={
        <Empty title={t('milestones:list.empty.title')} body={t('milestones:list.empty.body')} action={emptyAction} />
      }
      csv={{
        fileName: `${slug}-milestones`,
        fetchPage: (cursor) => fetchMilestones(id, { ...search, limit: 200, ...(cursor ? { cursor } : {}) }),
      }}
    />
  )
}
