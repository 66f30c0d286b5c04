import type { Notice } from '@commonweal/contracts/notices'
import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Empty, Faces } from '../ui/faces.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { Instant, Own } from '../ui/shown.tsx'
import { useWords, type Say } from '../words/words.tsx'
import classes from './notice-list.module.css'
import { noticesPages, useMarkRead } from './notices.queries.ts'
import '../words/of/common.ts'
import '../words/of/notices.ts'

interface Props {
  readonly isUnreadOnly: boolean
  readonly onUnreadOnly: (isUnreadOnly: boolean) => void
  /** A link to the thing a notice is about; lent by the page. */
  readonly linkTo: (notice: Notice, children: ReactNode, onOpen: () => void) => ReactNode
  /** The decided state in words. */
  readonly sayOutcome: (notice: Notice) => string
}

export function NoticeList({ isUnreadOnly, onUnreadOnly, linkTo, sayOutcome }: Props) {
  const { t, locale } = useWords()
  const { id, timezone } = useCommunity()
  const announce = useAnnounce()
  const query = useInfiniteQuery(noticesPages(id, isUnreadOnly))
  const mark = useMarkRead(id)
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const unread = items.filter(({ isRead }) => !isRead).map((one) => one.id)
  const read = (ids: readonly string[]) => mark.mutate(ids, { onSuccess: () => announce(t('notices:marked')) })
  const sayWhat = (notice: Notice) => what(t, locale, notice, sayOutcome(notice))

  return (
    <>
      <div className={classes.tools}>
        <NativeSelect
          label={t('notices:show')}
          value={isUnreadOnly ? 'unread' : 'all'}
          data={(['all', 'unread'] as const).map((value) => ({ value, label: t(`notices:${value}`) }))}
          onChange={(event) => onUnreadOnly(event.currentTarget.value === 'unread')}
        />
        {unread.length > 1 && (
          <Button variant="default" loading={mark.isPending} onClick={() => read(unread)}>
            {t('notices:markAll')}
          </Button>
        )}
      </div>
      <FormProblem error={mark.error} />
      <Faces query={query}>
        {() =>
          items.length === 0 ? (
            <Empty
              title={t(isUnreadOnly ? 'notices:emptyUnread.title' : 'notices:empty.title')}
              body={t(isUnreadOnly ? 'notices:emptyUnread.body' : 'notices:empty.body')}
            />
          ) : (
            <ul className={classes.list}>
              {items.map((notice) => (
                <li key={notice.id} className={classes.notice} data-unread={!notice.isRead || undefined}>
                  <div className={classes.text}>
                    <h2 className={classes.what}>
                      {linkTo(notice, sayWhat(notice), () => {
                        if (!notice.isRead) mark.mutate([notice.id])
                      })}
                      {!notice.isRead && <span className={classes.new}>{t('notices:new')}</span>}
                    </h2>
                    <p className={classes.who}>
                      <Instant at={notice.at} timeZone={timezone} />
                      {[notice.from, notice.fromOrganisation].map(
                        (name) =>
                          name && (
                            <span key={name}>
                              {' · '}
                              <Own>{name}</Own>
                            </span>
                          ),
                      )}
                    </p>
                    {notice.text && (
                      <p className={classes.said}>
                        <Own>{notice.text}</Own>
                      </p>
                    )}
                  </div>
                  {!notice.isRead && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t('notices:markReadLabel', { what: sayWhat(notice) })}
                      onClick={() => read([notice.id])}
                    >
                      {t('notices:markRead')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Faces>
      {query.hasNextPage && (
        <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common:list.more')}
        </Button>
      )}
    </>
  )
}

function what(t: Say, locale: string, { kind, title }: Notice, outcome: string): string {
  return t(`notices:what.${kind}`, { title: kind === 'flags-assessed' ? sayMonth(title, locale) : title, outcome })
}

function sayMonth(month: string, locale: string): string {
  const at = new Date(`${month}-01T00:00:00Z`)
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at)
}
