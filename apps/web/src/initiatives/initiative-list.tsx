import { initiativeSorts, type InitiativeRow } from '@commonweal/contracts/initiatives'
import { initiativeKinds } from '@commonweal/domain/initiatives/initiative'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Empty } from '../ui/faces.tsx'
import type { Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { Column } from '../ui/list-table.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Missing, Own } from '../ui/shown.tsx'
import { inOrder } from '../words/in-order.ts'
import { useWords, type Say } from '../words/words.tsx'
import { InitiativeBadge, ReviewDueBadge } from './initiative-badge.tsx'
import { filtersOf, shownStates, type InitiativeSearch } from './initiative-search.ts'
import { fetchInitiatives, initiativesPages } from './initiatives.queries.ts'
import '../words/of/initiatives.ts'

/** The latest first is what the server does by itself. */
const sorts = ['-started', ...initiativeSorts.filter((one) => one !== '-started')] as const

interface Props {
  readonly search: InitiativeSearch
  readonly onSearch: (next: Search) => void
  readonly addAction?: ReactNode
}

export function InitiativeList({ search, onSearch, addAction }: Props) {
  const { t, locale } = useWords()
  const { id, slug } = useCommunity()
  const filters = filtersOf(search)
  const query = useInfiniteQuery(initiativesPages(id, filters))
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? []
  const themes = new Set([search.theme, ...rows.map(({ theme }) => theme)].filter((theme) => typeof theme === 'string'))
  return (
    <ListPage
      label={t('initiatives:title')}
      searchLabel={t('initiatives:search')}
      search={search}
      onSearch={onSearch}
      filters={[
        {
          name: 'state',
          label: t('initiatives:field.state'),
          choices: shownStates.map((value) => ({ value, label: t(`initiatives:state.${value}`) })),
        },
        {
          name: 'kind',
          label: t('initiatives:field.kind'),
          choices: initiativeKinds.map((value) => ({ value, label: t(`initiatives:kind.${value}`) })),
        },
        {
          name: 'theme',
          label: t('initiatives:field.theme'),
          choices: inOrder(themes, (theme) => theme, locale).map((value) => ({ value, label: value })),
        },
        {
          name: 'isReviewDue',
          label: t('initiatives:field.isReviewDue'),
          choices: [{ value: 'true', label: t('initiatives:reviewDue') }],
        },
        {
          name: 'hasLesson',
          label: t('initiatives:field.hasLesson'),
          choices: [{ value: 'true', label: t('initiatives:withLesson') }],
        },
      ]}
      sorts={sorts.map((value) => ({ value, label: t(`initiatives:sort.${value}`) }))}
      query={query}
      rowKey={(row) => row.id}
      columns={columnsOf(t)}
      empty={<Empty title={t('initiatives:empty.title')} body={t('initiatives:empty.body')} action={addAction} />}
      csv={{
        fileName: `${slug}-initiatives`,
        fetchPage: (cursor) => fetchInitiatives(id, { ...filters, limit: 200, ...(cursor ? { cursor } : {}) }),
      }}
    />
  )
}

function columnsOf(t: Say): Column<InitiativeRow>[] {
  return [
    {
      name: 'title',
      header: t('initiatives:field.title'),
      sort: 'title',
      cell: (row) => <RowLink place={`initiatives/${row.id}`}>{row.title}</RowLink>,
      csv: (row) => row.title,
    },
    {
      name: 'state',
      header: t('initiatives:field.state'),
      isPlain: true,
      cell: (row) => (
        <>
          <InitiativeBadge state={row.state} /> {row.isReviewDue && <ReviewDueBadge />}
        </>
      ),
      csv: (row) => t(`initiatives:state.${row.state}`),
    },
    {
      name: 'kind',
      header: t('initiatives:field.kind'),
      isProse: true,
      isPlain: true,
      cell: (row) => (
        <>
          {t(`initiatives:kind.${row.kind}`)}
          {row.theme && (
            <>
              {' · '}
              <Own>{row.theme}</Own>
            </>
          )}
        </>
      ),
      csv: (row) => t(`initiatives:kind.${row.kind}`),
    },
    {
      name: 'lead',
      header: t('initiatives:field.lead'),
      isProse: true,
      cell: (row) => (row.lead ? <Own>{row.lead}</Own> : <Missing />),
      csv: (row) => row.lead,
    },
    {
      name: 'partners',
      header: t('initiatives:field.partners'),
      count: (row) => row.partners,
    },
    {
      name: 'startedOn',
      header: t('initiatives:field.startedOn'),
      sort: 'started',
      day: (row) => row.startedOn,
    },
    {
      name: 'plannedEndOn',
      header: t('initiatives:field.endedOn'),
      sort: 'planned-end',
      day: (row) => row.endedOn ?? row.plannedEndOn,
    },
  ]
}
