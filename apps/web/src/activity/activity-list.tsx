import type { ActivityRow } from '@commonweal/contracts/activity'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { activity as activityWords } from '@commonweal/words/en/activity'
import { useCommunity } from '../session/community.tsx'
import { CsvButton } from '../ui/csv-button.tsx'
import { Empty, Faces } from '../ui/faces.tsx'
import type { Column } from '../ui/list-table.tsx'
import { Section } from '../ui/section.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { useWords, type Say } from '../words/words.tsx'
import type { ActivitySearch } from './activity-search.ts'
import { activityPages, fetchActivity } from './activity.queries.ts'
import { momentOf, notesOf, sayVerb } from './history.tsx'
import '../words/of/activity.ts'
import '../words/of/common.ts'
import '../words/of/people.ts'

interface Props {
  readonly search: ActivitySearch
  readonly linkTo: (row: ActivityRow, name: string) => ReactNode
}

/** What happened in the community, the latest first. */
export function ActivityList({ search, linkTo }: Props) {
  const { t } = useWords()
  const { id, slug, timezone } = useCommunity()
  const query = useInfiniteQuery(activityPages(id, { ...search, limit: 50 }))
  const isNarrowed = Object.keys(search).some((name) => name !== 'sort')
  return (
    <Faces query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items)
        if (rows.length === 0)
          return (
            <Empty title={t(isNarrowed ? 'activity:nothingFound' : 'activity:empty')} body={t('activity:emptyBody')} />
          )
        return (
          <Section
            title={t(search.sort ? 'activity:earliest' : 'activity:latest')}
            actions={
              <CsvButton
                columns={csvColumns(t)}
                fileName={`${slug}-activity`}
                fetchPage={(cursor) => fetchActivity(id, { ...search, limit: 200, ...(cursor ? { cursor } : {}) })}
              />
            }
          >
            <Timeline
              moments={rows.map((row) => {
                const moment = momentOf(t, row, timezone)
                const kind = sayObject(t, row.objectKind)
                const link = linkTo(
                  row,
                  row.object === null ? kind : t('activity:objectNamed', { kind, name: row.object }),
                )
                return {
                  ...moment,
                  when: (
                    <>
                      {moment.when}
                      {link && <> · {link}</>}
                    </>
                  ),
                }
              })}
            />
            {query.hasNextPage && (
              <Button
                mt="md"
                variant="default"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('common:list.more')}
              </Button>
            )}
          </Section>
        )
      }}
    </Faces>
  )
}

const csvColumns = (t: Say): Column<ActivityRow>[] => {
  const column = (name: string, header: string, csv: (row: ActivityRow) => string | null): Column<ActivityRow> => ({
    name,
    header,
    cell: csv,
    csv,
  })
  return [
    column('at', t('activity:csv.at'), ({ at }) => at),
    column('person', t('activity:csv.person'), ({ person }) => person),
    column('organisation', t('activity:csv.organisation'), ({ organisation }) => organisation),
    column('what', t('activity:csv.what'), ({ verb }) => sayVerb(t, verb)),
    column('object', t('activity:filter.kind'), ({ objectKind }) => sayObject(t, objectKind)),
    column('name', t('activity:csv.name'), ({ object }) => object),
    column('objectId', t('activity:csv.id'), ({ objectId }) => objectId),
    column('note', t('activity:csv.note'), (row) => notesOf(row).join(' · ')),
  ]
}

function sayObject(t: Say, kind: string): string {
  return isKnown(kind) ? t(`activity:object.${kind}`) : kind
}

function isKnown(kind: string): kind is keyof typeof activityWords.object {
  return Object.hasOwn(activityWords.object, kind)
}
