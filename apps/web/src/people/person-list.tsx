import { personSorts, type PersonRow } from '@commonweal/contracts/people'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity, useMay, useToday } from '../session/community.tsx'
import { Empty } from '../ui/faces.tsx'
import type { FilterField, Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { Column } from '../ui/list-table.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Missing, Own } from '../ui/shown.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { roleChoices, type readPersonSearch } from './person-search.ts'
import { fetchPeople, peoplePages } from './people.queries.ts'
import '../words/of/people.ts'

interface Props {
  readonly search: ReturnType<typeof readPersonSearch>
  readonly onSearch: (next: Search) => void
  readonly organisationField: FilterField
  readonly addAction?: ReactNode
}

export function PersonList({ search, onSearch, organisationField, addAction }: Props) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const today = useToday()
  const canManage = useMay()('people:manage')
  const query = useInfiniteQuery(peoplePages(id, search))
  return (
    <ListPage
      label={t('people:title')}
      searchLabel={t('people:search')}
      search={search}
      onSearch={onSearch}
      filters={[
        {
          name: 'role',
          label: t('people:field.role'),
          choices: roleChoices.map((value) => ({ value, label: t(`common:role.${value}`) })),
        },
        { name: 'organisationId', label: t('people:field.organisation'), field: organisationField },
      ]}
      sorts={personSorts.map((value) => ({ value, label: t(`people:sort.${value}`) }))}
      query={query}
      rowKey={(row) => row.id}
      columns={columnsOf(t, today, canManage)}
      empty={<Empty title={t('people:empty.title')} body={t('people:empty.body')} action={addAction} />}
      csv={{
        fileName: `${slug}-people`,
        fetchPage: (cursor) => fetchPeople(id, { ...search, limit: 200, ...(cursor ? { cursor } : {}) }),
      }}
    />
  )
}

function columnsOf(t: Say, today: string, canManage: boolean): Column<PersonRow>[] {
  const present = (row: PersonRow) => row.representations.filter(({ to }) => to === null || to > today)
  return [
    {
      name: 'name',
      header: t('people:field.name'),
      sort: 'name',
      cell: (row) =>
        canManage ? <RowLink place={`people/${row.id}`}>{row.displayName}</RowLink> : <Own>{row.displayName}</Own>,
      csv: (row) => row.displayName,
    },
    {
      name: 'role',
      header: t('people:field.role'),
      isPlain: true,
      cell: (row) => t(`common:role.${row.role ?? 'none'}`),
      csv: (row) => t(`common:role.${row.role ?? 'none'}`),
    },
    {
      name: 'organisations',
      header: t('people:field.organisations'),
      isProse: true,
      sort: 'organisation',
      cell: (row) => {
        const organisations = present(row)
        if (organisations.length === 0) return <Missing />
        return organisations.map((one, index) => (
          <span key={`${one.organisationId} ${one.capacity}`}>
            {index > 0 && ' · '}
            <RowLink place={`partners/${one.organisationId}`}>{one.organisation}</RowLink>
            {one.capacity === 'statutory' && ` (${t('common:capacity.statutory')})`}
          </span>
        ))
      },
      csv: (row) =>
        present(row)
          .map(({ organisation }) => organisation)
          .join('; '),
    },
    { name: 'since', header: t('people:field.since'), sort: 'since', day: (row) => row.since },
  ]
}
