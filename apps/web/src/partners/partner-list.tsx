import { partnerSorts, type PartnerRow } from '@commonweal/contracts/partners'
import { legalStatuses, sectors } from '@commonweal/domain/partners/sectors'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Empty } from '../ui/faces.tsx'
import type { Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { Column } from '../ui/list-table.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Day } from '../ui/shown.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { MembershipBadge } from './membership-badge.tsx'
import { EngagementBadge } from './engagement-badge.tsx'
import classes from './partner-list.module.css'
import { shownEngagements, shownStates, type readPartnerSearch } from './partner-search.ts'
import { fetchPartners, partnersPages } from './partners.queries.ts'
import '../words/of/partners.ts'

interface Props {
  readonly search: ReturnType<typeof readPartnerSearch>
  readonly onSearch: (next: Search) => void
  readonly addAction?: ReactNode
}

export function PartnerList({ search, onSearch, addAction }: Props) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const query = useInfiniteQuery(partnersPages(id, search))
  return (
    <ListPage
      label={t('partners:title')}
      searchLabel={t('partners:search')}
      search={search}
      onSearch={onSearch}
      filters={[
        {
          name: 'sector',
          label: t('partners:field.sector'),
          choices: sectors.map((value) => ({ value, label: t(`partners:sector.${value}`) })),
        },
        {
          name: 'legalStatus',
          label: t('partners:field.legalStatus'),
          choices: legalStatuses.map((value) => ({ value, label: t(`partners:legalStatus.${value}`) })),
        },
        {
          name: 'state',
          label: t('partners:field.state'),
          choices: shownStates.map((value) => ({ value, label: t(`partners:state.${value}`) })),
        },
        {
          name: 'engagement',
          label: t('partners:field.engagement'),
          choices: shownEngagements.map((value) => ({ value, label: t(`partners:engagement.${value}`) })),
        },
      ]}
      sorts={partnerSorts.map((value) => ({ value, label: t(`partners:sort.${value}`) }))}
      query={query}
      rowKey={(row) => row.id}
      columns={columnsOf(t)}
      empty={<Empty title={t('partners:empty.title')} body={t('partners:empty.body')} action={addAction} />}
      csv={{
        fileName: `${slug}-partners`,
        fetchPage: (cursor) => fetchPartners(id, { ...search, limit: 200, ...(cursor ? { cursor } : {}) }),
      }}
    />
  )
}

function columnsOf(t: Say): Column<PartnerRow>[] {
  return [
    {
      name: 'name',
      header: t('partners:field.name'),
      sort: 'name',
      cell: (row) => <RowLink place={`partners/${row.id}`}>{row.name}</RowLink>,
      csv: (row) => row.name,
    },
    {
      name: 'sector',
      header: t('partners:field.sector'),
      isPlain: true,
      cell: (row) => t(`partners:sector.${row.sector}`),
      csv: (row) => t(`partners:sector.${row.sector}`),
    },
    {
      name: 'legalStatus',
      header: t('partners:field.legalStatus'),
      csv: (row) => t(`partners:legalStatus.${row.legalStatus}`),
    },
    {
      name: 'state',
      header: t('partners:field.state'),
      isPlain: true,
      cell: (row) => <MembershipBadge state={row.state} />,
      csv: (row) => t(`partners:state.${row.state ?? 'none'}`),
    },
    {
      name: 'engagement',
      header: t('partners:field.engagement'),
      csv: (row) => row.engagement && t(`partners:engagement.${row.engagement}`),
    },
    {
      name: 'lastActOn',
      header: t('partners:field.lastActOn'),
      sort: 'last-act',
      cell: (row) => <LastAct row={row} />,
      csv: (row) => row.lastActOn,
    },
    {
      name: 'joinedOn',
      header: t('partners:field.joinedOn'),
      sort: 'joined',
      day: (row) => row.joinedOn,
    },
    {
      name: 'initiatives',
      header: t('partners:field.initiatives'),
      sort: 'initiatives',
      count: (row) => row.initiatives,
    },
    {
      name: 'runningInitiatives',
      header: t('partners:field.runningInitiatives'),
      count: (row) => row.runningInitiatives,
    },
  ]
}

/** The day, and where it lies long ago the word for it. */
function LastAct({ row: { lastActOn, engagement } }: { row: PartnerRow }) {
  return (
    <span className={classes.lastAct}>
      <Day day={lastActOn} />
      {engagement && engagement !== 'active' && <EngagementBadge engagement={engagement} />}
    </span>
  )
}
