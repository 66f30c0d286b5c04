import type { Assessment } from '@commonweal/contracts/assessments'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Empty } from '../ui/faces.tsx'
import type { Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { Column } from '../ui/list-table.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Instant } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import type { FlagName } from './flag-words.ts'
import { assessmentsPages, fetchAssessments } from './kept.queries.ts'
import { LevelMark } from './level-mark.tsx'
import { recordListSorts, type readRecordSearch } from './record-search.ts'
import { useVoice, type Voice } from './voice.ts'
import '../words/of/assessments.ts'
import '../words/of/risks.ts'

interface Props {
  readonly search: ReturnType<typeof readRecordSearch>
  readonly onSearch: (next: Search) => void
  readonly emptyAction?: ReactNode
}

/** What was said of each month when it was assessed, and each time a later assessment found another level. */
export function RecordList({ search: { sort, from, to }, onSearch, emptyAction }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { id, slug, timezone } = useCommunity()
  const filters = { ...(sort ? { sort } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) }
  return (
    <ListPage
      label={t('assessments:title')}
      search={{ sort, from, to }}
      onSearch={onSearch}
      filters={[
        { name: 'from', label: t('assessments:from'), isMonth: true },
        { name: 'to', label: t('assessments:to'), isMonth: true },
      ]}
      sorts={recordListSorts.map((value) => ({ value, label: t(`assessments:sort.${value}`) }))}
      query={useInfiniteQuery(assessmentsPages(id, filters))}
      rowKey={(row) => row.id}
      columns={columnsOf(v, timezone)}
      empty={<Empty title={t('assessments:empty.title')} body={t('assessments:empty.body')} action={emptyAction} />}
      csv={{
        fileName: `${slug}-said`,
        fetchPage: (cursor) => fetchAssessments(id, { ...filters, limit: 200, ...(cursor ? { cursor } : {}) }),
      }}
    />
  )
}

function columnsOf(v: Voice, timeZone: string): Column<Assessment>[] {
  const { t } = v
  const which = ({ position }: Assessment) =>
    position === 0 ? t('assessments:first') : t('assessments:revision', { position })
  return [
    {
      name: 'month',
      header: t('assessments:month'),
      sort: 'month',
      cell: (row) => (
        <RowLink place="vital-signs" search={{ month: row.month }}>
          {v.month(row.month)}
        </RowLink>
      ),
      csv: (row) => row.month,
    },
    { name: 'which', header: t('assessments:which'), cell: which, csv: which },
    ...flagColumns(v, 'stagnation'),
    ...flagColumns(v, 'funding'),
    { name: 'knownOn', header: t('assessments:knownOn'), day: (row) => row.knownOn },
    {
      name: 'assessedAt',
      header: t('assessments:assessedAt'),
      cell: (row) => <Instant at={row.assessedAt} timeZone={timeZone} />,
      csv: (row) => row.assessedAt,
    },
    { name: 'engine', header: t('assessments:engine'), csv: (row) => row.engine },
    { name: 'parameters', header: t('assessments:parameters'), csv: (row) => row.parametersVersion },
  ]
}

/** The level on screen and its figures beside it in a downloaded table. */
function flagColumns({ t }: Voice, flag: FlagName): Column<Assessment>[] {
  const name = t(`risks:flag.${flag}`)
  const of = (column: string) => t('risks:table.columnOf', { flag: name, column })
  return [
    {
      name: flag,
      header: name,
      cell: (row) => <LevelMark level={row[flag].level} />,
      csv: (row) => t(`levels:${row[flag].level}`),
    },
    {
      name: `${flag}-held`,
      header: of(t('risks:table.held')),
      csv: (row) => t(`levels:${row[flag].heldLevel}`),
    },
    { name: `${flag}-score`, header: of(t('risks:table.score')), csv: (row) => row[flag].score },
    { name: `${flag}-onset`, header: of(t('assessments:onset')), csv: (row) => row[flag].onset },
  ]
}
