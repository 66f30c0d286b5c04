import type { Notice } from '@commonweal/contracts/notices'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { CsvButton } from '../ui/csv-button.tsx'
import { Empty, Faces } from '../ui/faces.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { ListFilters, type Search } from '../ui/list-filters.tsx'
import type { Column } from '../ui/list-table.tsx'
import { Instant, Own } from '../ui/shown.tsx'
import { useWords, type Say } from '../words/words.tsx'
import classes from './notice-list.module.css'
import { noticeListSorts, type readNoticeSearch } from './notice-search.ts'
import { fetchNotices, noticesPages, useMarkRead } from './notices.queries.ts'
import '../words/of/common.ts'
import '../words/of/notices.ts'

interface Props {
  readonly search: ReturnType<typeof readNoticeSearch>
  readonly onSearch: (next: Search) => void
  /** A link to the thing a notice is about; lent by the page. */
  readonly linkTo: (notice: Notice, children: ReactNode, onOpen: () => void) => ReactNode
  /** The decided state in words. */
  readonly sayOutcome: (notice: Notice) => string
}

/** What was decided about mine and what people wrote me: to find, to put in order, to take out. */
export function NoticeList({ search, onSearch, linkTo, sayOutcome }: Props) {
  const { t, locale } = useWords()
  const { id, slug, timezone } = useCommunity()
  const announce = useAnnounce()
  const { show, ...words } = search
  const filters = { ...words, ...(show === 'unread' ? { isRead: false } : {}) }
  const query = useInfiniteQuery(noticesPages(id, filters))
  const mark = useMarkRead(id)
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const unread = items.filter(({ isRead }) => !isRead).map((one) => one.id)
  const read = (ids: readonly string[]) => mark.mutate(ids, { onSuccess: () => announce(t('notices:marked')) })
  const sayWhat = (notice: Notice) => what(t, locale, notice, sayOutcome(notice))

  return (
    <>
      <ListFilters
        search={search}
        onSearch={onSearch}
        searchLabel={t('notices:search')}
        filters={[
          { name: 'show', label: t('notices:show'), choices: [{ value: 'unread', label: t('notices:unread') }] },
        ]}
        sorts={noticeListSorts.map((value) => ({ value, label: t(`notices:sort.${value}`) }))}
      />
      {items.length > 0 && (
        <div className={classes.tools} data-no-print>
          {unread.length > 1 && (
            <Button size="sm" variant="default" loading={mark.isPending} onClick={() => read(unread)}>
              {t('notices:markAll')}
            </Button>
          )}
          <CsvButton
            columns={columnsOf(t, sayWhat)}
            fileName={`${slug}-notices`}
            fetchPage={(cursor) => fetchNotices(id, { ...filters, limit: 200, ...(cursor ? { cursor } : {}) })}
          />
        </div>
      )}
      <FormProblem error={mark.error} />
      <Faces query={query}>
        {() =>
          items.length === 0 ? (
            <Nothing search={search} />
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

function Nothing({ search: { q, show } }: Pick<Props, 'search'>) {
  const { t } = useWords()
  if (q) return <Empty title={t('common:list.nothingFound')} body={t('common:list.nothingFoundBody')} />
  const which = show === 'unread' ? 'emptyUnread' : 'empty'
  return <Empty title={t(`notices:${which}.title`)} body={t(`notices:${which}.body`)} />
}

function columnsOf(t: Say, sayWhat: (notice: Notice) => string): Column<Notice>[] {
  return [
    { name: 'at', header: t('notices:csv.at'), csv: ({ at }) => at },
    { name: 'what', header: t('notices:csv.what'), csv: sayWhat },
    { name: 'from', header: t('notices:csv.from'), csv: ({ from }) => from },
    { name: 'organisation', header: t('notices:csv.organisation'), csv: ({ fromOrganisation }) => fromOrganisation },
    { name: 'text', header: t('notices:csv.text'), csv: ({ text }) => text },
    { name: 'read', header: t('notices:csv.read'), csv: ({ isRead }) => t(isRead ? 'common:yes' : 'common:no') },
  ]
}

function what(t: Say, locale: string, { kind, title }: Notice, outcome: string): string {
  return t(`notices:what.${kind}`, { title: kind === 'flags-assessed' ? sayMonth(title, locale) : title, outcome })
}

function sayMonth(month: string, locale: string): string {
  const at = new Date(`${month}-01T00:00:00Z`)
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at)
}
