import type { ActivityRow } from '@commonweal/contracts/activity'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { activity as activityWords } from '@commonweal/words/en/activity'
import { useCommunity } from '../session/community.tsx'
import { Empty, Faces } from '../ui/faces.tsx'
import { Section } from '../ui/section.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { activityPages } from './activity.queries.ts'
import { momentOf } from './history.tsx'
import '../words/of/activity.ts'
import '../words/of/common.ts'
import '../words/of/people.ts'

/** Everything that happened in the community, the latest first. */
export function ActivityList({ linkTo }: { linkTo: (row: ActivityRow, name: string) => ReactNode }) {
  const { t } = useWords()
  const { id, timezone } = useCommunity()
  const query = useInfiniteQuery(activityPages(id, undefined, 50))
  return (
    <Faces query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items)
        if (rows.length === 0) return <Empty title={t('activity:empty')} />
        return (
          <Section title={t('activity:latest')}>
            <Timeline
              moments={rows.map((row) => {
                const moment = momentOf(t, row, timezone)
                const link = linkTo(row, sayObject(t, row.objectKind))
                return {
                  ...moment,
                  what: (
                    <>
                      {moment.what} {link && <>({link})</>}
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

function sayObject(t: Say, kind: string): string {
  return isKnown(kind) ? t(`activity:object.${kind}`) : kind
}

function isKnown(kind: string): kind is keyof typeof activityWords.object {
  return Object.hasOwn(activityWords.object, kind)
}
