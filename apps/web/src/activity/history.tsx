import type { ActivityRow } from '@commonweal/contracts/activity'
import { Button } from '@mantine/core'
import { activity as activityWords } from '@commonweal/words/en/activity'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCommunity } from '../session/community.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { Instant, Own } from '../ui/shown.tsx'
import { Timeline, type Moment } from '../ui/timeline.tsx'
import { NoRows } from '../ui/rows.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { historyPages } from './activity.queries.ts'
import '../words/of/activity.ts'
import '../words/of/common.ts'

type KnownVerb = keyof typeof activityWords.verb

/** The traces of one thing, the latest first. */
export function History({ objectId }: { objectId: string }) {
  const { t } = useWords()
  const { id, timezone } = useCommunity()
  const query = useInfiniteQuery(historyPages(id, objectId))
  return (
    <Faces query={query} loading={<Loading lines={1} />}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items)
        if (rows.length === 0) return <NoRows>{t('activity:empty')}</NoRows>
        return (
          <>
            <Timeline moments={rows.map((row) => momentOf(t, row, timezone))} />
            {query.hasNextPage && (
              <Button
                variant="subtle"
                size="sm"
                px="xs"
                mx="-xs"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('common:list.more')}
              </Button>
            )}
          </>
        )
      }}
    </Faces>
  )
}

export function momentOf(t: Say, row: ActivityRow, timezone: string): Moment {
  const notes = notesOf(row)
  return {
    key: row.id,
    what: (
      <>
        <b>{row.person ? <Own>{row.person}</Own> : t('activity:somebody')}</b> {sayVerb(t, row.verb)}
      </>
    ),
    when: (
      <>
        <Instant at={row.at} timeZone={timezone} />
        {row.organisation && (
          <>
            {' · '}
            {t('activity:forOrganisation')} <Own>{row.organisation}</Own>
          </>
        )}
        {row.capacity === 'statutory' && ` · ${t('activity:statutory')}`}
      </>
    ),
    note: notes.length > 0 ? <Own>{notes.join(' · ')}</Own> : undefined,
  }
}

/** What was said with it: the title of what it is about, and the reason. */
export function notesOf({ facts: { reason, milestoneId, updateId, title } }: ActivityRow): string[] {
  return [(milestoneId ?? updateId) ? title : undefined, reason].filter(
    (note): note is string => typeof note === 'string' && note !== '',
  )
}

export function sayVerb(t: Say, verb: string): string {
  return isKnown(verb) ? t(`activity:verb.${verb}`) : t('activity:other', { verb })
}

function isKnown(verb: string): verb is KnownVerb {
  return Object.hasOwn(activityWords.verb, verb)
}
