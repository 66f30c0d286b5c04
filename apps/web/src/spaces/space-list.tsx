import { spaceSorts, type SpaceListQuery, type SpaceRow } from '@commonweal/contracts/spaces'
import { accessibilityFeatures, spaceKinds } from '@commonweal/domain/spaces/space'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Empty } from '../ui/faces.tsx'
import type { Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { Column } from '../ui/list-table.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Missing, Own } from '../ui/shown.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { offered, stepFree, type SpaceSearch } from './space-search.ts'
import { fetchSpaces, spaceChoices, spacesPages } from './spaces.queries.ts'
import '../words/of/common.ts'
import '../words/of/spaces.ts'

/** The address says yes and no; the server is asked for true and false, and not for whom a space is sought. */
function queryOf(search: SpaceSearch): SpaceListQuery {
  const { stepFree: isStepFree, offered: isOffered, ...rest } = search
  delete rest.initiativeId
  return {
    ...rest,
    ...(isStepFree ? { isStepFree: isStepFree === 'yes' } : {}),
    ...(isOffered ? { isOffered: isOffered === 'now' } : {}),
  }
}

interface Props {
  readonly search: SpaceSearch
  readonly onSearch: (next: Search) => void
  readonly offerAction?: ReactNode
}

export function SpaceList({ search, onSearch, offerAction }: Props) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const filters = queryOf(search)
  const query = useInfiniteQuery(spacesPages(id, filters))
  const { data: all } = useQuery(spaceChoices(id))
  const hosts = new Map(all?.flatMap(({ hostId, host }) => (hostId && host ? [[hostId, host] as const] : [])))
  return (
    <ListPage
      label={t('spaces:title')}
      searchLabel={t('spaces:search')}
      search={search}
      onSearch={onSearch}
      filters={[
        {
          name: 'kind',
          label: t('spaces:field.kind'),
          choices: spaceKinds.map((value) => ({ value, label: t(`spaces:kind.${value}`) })),
        },
        {
          name: 'hostId',
          label: t('spaces:field.host'),
          choices: [...hosts].map(([value, label]) => ({ value, label })),
        },
        {
          name: 'stepFree',
          label: t('spaces:field.stepFree'),
          choices: stepFree.map((value) => ({ value, label: t(`spaces:stepFree.${value}`) })),
        },
        {
          name: 'feature',
          label: t('spaces:field.feature'),
          choices: accessibilityFeatures.map((value) => ({ value, label: t(`spaces:feature.${value}`) })),
        },
        {
          name: 'offered',
          label: t('spaces:field.offered'),
          choices: offered.map((value) => ({ value, label: t(`spaces:offered.${value}`) })),
        },
      ]}
      sorts={spaceSorts.map((value) => ({ value, label: t(`spaces:sort.${value}`) }))}
      query={query}
      rowKey={(row) => row.id}
      columns={columnsOf(t, search)}
      empty={<Empty title={t('spaces:empty.title')} body={t('spaces:empty.body')} action={offerAction} />}
      csv={{
        fileName: `${slug}-spaces`,
        fetchPage: (cursor) => fetchSpaces(id, { ...filters, limit: 200, ...(cursor ? { cursor } : {}) }),
      }}
    />
  )
}

const sayStepFree = (t: Say, is: boolean | null) =>
  is === null ? t('common:unknown') : is ? t('common:yes') : t('common:no')

function columnsOf(t: Say, { initiativeId }: SpaceSearch): Column<SpaceRow>[] {
  return [
    {
      name: 'name',
      header: t('spaces:field.name'),
      sort: 'name',
      cell: (row) => (
        <RowLink place={`spaces/${row.id}`} search={initiativeId ? { initiativeId } : undefined}>
          {row.name}
        </RowLink>
      ),
      csv: (row) => row.name,
    },
    {
      name: 'kind',
      header: t('spaces:field.kind'),
      isPlain: true,
      cell: (row) => t(`spaces:kind.${row.kind}`),
      csv: (row) => t(`spaces:kind.${row.kind}`),
    },
    {
      name: 'host',
      header: t('spaces:field.host'),
      isProse: true,
      cell: (row) => (row.host ? <Own>{row.host}</Own> : <Missing />),
      csv: (row) => row.host,
    },
    {
      name: 'capacity',
      header: t('spaces:field.capacity'),
      sort: 'capacity',
      count: (row) => row.capacity,
    },
    {
      name: 'stepFree',
      header: t('spaces:field.stepFree'),
      cell: (row) => sayStepFree(t, row.isStepFree),
      csv: (row) => sayStepFree(t, row.isStepFree),
    },
    {
      name: 'upcoming',
      header: t('spaces:field.upcomingBookings'),
      count: (row) => row.upcomingBookings,
    },
  ]
}
