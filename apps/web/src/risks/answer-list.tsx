import type { HandlingRow } from '@commonweal/contracts/handling'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { todayIn } from '../time/days.ts'
import { Empty } from '../ui/faces.tsx'
import type { Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { Column } from '../ui/list-table.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Missing, Own } from '../ui/shown.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { answerListSorts, shownFlags, shownKinds, type readAnswerSearch } from './answer-search.ts'
import { codeOf } from './flag-link.tsx'
import { fetchHandlings, handlingsPages } from './kept.queries.ts'
import { LevelMark } from './level-mark.tsx'
import '../words/of/handling.ts'
import '../words/of/risks.ts'

interface Props {
  readonly search: ReturnType<typeof readAnswerSearch>
  readonly onSearch: (next: Search) => void
  readonly emptyAction?: ReactNode
}

/** What people did about flags, answer after answer. */
export function AnswerList({ search, onSearch, emptyAction }: Props) {
  const { t } = useWords()
  const { id, slug, timezone } = useCommunity()
  return (
    <ListPage
      label={t('handling:list.title')}
      searchLabel={t('handling:list.search')}
      search={search}
      onSearch={onSearch}
      filters={[
        {
          name: 'flag',
          label: t('handling:list.flag'),
          choices: shownFlags.map((value) => ({ value, label: t(`risks:flag.${value}`) })),
        },
        {
          name: 'kind',
          label: t('handling:list.kind'),
          choices: shownKinds.map((value) => ({ value, label: t(`handling:did.${value}`) })),
        },
      ]}
      sorts={answerListSorts.map((value) => ({ value, label: t(`handling:list.sort.${value}`) }))}
      query={useInfiniteQuery(handlingsPages(id, search))}
      rowKey={(row) => row.id}
      columns={columnsOf(t, timezone)}
      empty={<Empty title={t('handling:list.empty.title')} body={t('handling:list.empty.body')} action={emptyAction} />}
      csv={{
        fileName: `${slug}-answers`,
        fetchPage: (cursor) => fetchHandlings(id, { ...search, limit: 200, ...(cursor ? { cursor } : {}) }),
      }}
    />
  )
}

function columnsOf(t: Say, timeZone: string): Column<HandlingRow>[] {
  return [
    {
      name: 'flag',
      header: t('handling:list.flag'),
      cell: (row) => (
        <RowLink place={`vital-signs/${codeOf[row.flag]}`} search={{ month: row.month }}>
          {t(`risks:flag.${row.flag}`)}
        </RowLink>
      ),
      csv: (row) => t(`risks:flag.${row.flag}`),
    },
    {
      name: 'kind',
      header: t('handling:list.kind'),
      isPlain: true,
      cell: (row) => t(`handling:did.${row.kind}`),
      csv: (row) => t(`handling:did.${row.kind}`),
    },
    {
      name: 'level',
      header: t('handling:list.level'),
      cell: (row) => <LevelMark level={row.level} />,
      csv: (row) => t(`levels:${row.level}`),
    },
    {
      name: 'note',
      header: t('handling:list.note'),
      cell: (row) => <Said row={row} />,
      csv: (row) => row.note,
    },
    {
      name: 'initiative',
      header: t('handling:with'),
      csv: (row) => row.initiative,
    },
    {
      name: 'at',
      header: t('handling:list.at'),
      sort: 'at',
      day: (row) => todayIn(timeZone, new Date(row.at)),
      csv: (row) => row.at,
    },
    {
      name: 'person',
      header: t('handling:list.person'),
      cell: (row) => (row.person ? <Own>{row.person}</Own> : <Missing />),
      csv: (row) => row.person,
    },
    { name: 'month', header: t('handling:list.month'), csv: (row) => row.month },
    { name: 'reviewOn', header: t('handling:review'), csv: (row) => row.reviewOn },
    { name: 'untilOn', header: t('handling:until'), csv: (row) => row.untilOn },
  ]
}

/** The words, and the initiative they name. */
function Said({ row: { note, initiativeId, initiative } }: { row: HandlingRow }) {
  const { t } = useWords()
  if (!note && !initiativeId) return <Missing />
  return (
    <>
      {note && <Own>{note}</Own>}
      {initiativeId && (
        <>
          {note && ' · '}
          {t('handling:with')} <RowLink place={`initiatives/${initiativeId}`}>{initiative}</RowLink>
        </>
      )}
    </>
  )
}
