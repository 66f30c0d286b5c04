import type { BookingListQuery, BookingRow } from '@commonweal/contracts/bookings'
import { bookingStatuses } from '@commonweal/domain/bookings/booking'
import { addDays } from '@commonweal/domain/values/day'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity, useToday } from '../session/community.tsx'
import { Empty } from '../ui/faces.tsx'
import type { Choice, Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { Column } from '../ui/list-table.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Own } from '../ui/shown.tsx'
import { saySpan } from '../time/spans.ts'
import { useWords, type Say } from '../words/words.tsx'
import { bookingListSorts, cancelled, when, type BookingSearch } from './booking-search.ts'
import { BookingBadge } from './booking-badge.tsx'
import { sayBooking } from './booking-words.tsx'
import { bookingsPages, fetchBookings } from './bookings.queries.ts'
import '../words/of/bookings.ts'
import '../words/of/spaces.ts'

function queryOf({ when: time, cancelled: shown, sort, ...rest }: BookingSearch, today: string): BookingListQuery {
  const isCalledOff = rest.status === 'cancelled' || rest.status === 'declined'
  return {
    ...rest,
    sort: sort ?? '-starts',
    ...(time === 'coming' ? { from: today } : {}),
    ...(time === 'past' ? { to: addDays(today, -1) } : {}),
    ...(shown || isCalledOff ? { hasCancelled: true } : {}),
  }
}

interface Props {
  readonly search: BookingSearch
  readonly onSearch: (next: Search) => void
  readonly spaces: readonly Choice[]
  readonly emptyAction: ReactNode
}

export function BookingList({ search, onSearch, spaces, emptyAction }: Props) {
  const { t, locale } = useWords()
  const { id, slug } = useCommunity()
  const filters = queryOf(search, useToday())
  const query = useInfiniteQuery(bookingsPages(id, filters))
  return (
    <ListPage
      label={t('bookings:title')}
      searchLabel={t('bookings:search')}
      search={search}
      onSearch={onSearch}
      filters={[
        {
          name: 'when',
          label: t('bookings:field.when'),
          choices: when.map((value) => ({ value, label: t(`bookings:when.${value}`) })),
        },
        { name: 'spaceId', label: t('bookings:field.space'), choices: spaces },
        {
          name: 'status',
          label: t('bookings:field.status'),
          choices: bookingStatuses.map((value) => ({ value, label: t(`bookings:status.${value}`) })),
        },
        {
          name: 'cancelled',
          label: t('bookings:cancelledToo.label'),
          choices: cancelled.map((value) => ({ value, label: t(`bookings:cancelledToo.${value}`) })),
        },
      ]}
      sorts={bookingListSorts.map((value) => ({ value, label: t(`bookings:sort.${value}`) }))}
      query={query}
      rowKey={(row) => row.id}
      columns={columnsOf(t, locale)}
      empty={<Empty title={t('bookings:empty.title')} body={t('bookings:empty.body')} action={emptyAction} />}
      csv={{
        fileName: `${slug}-bookings`,
        fetchPage: (cursor) => fetchBookings(id, { ...filters, limit: 200, ...(cursor ? { cursor } : {}) }),
      }}
    />
  )
}

function columnsOf(t: Say, locale: string): Column<BookingRow>[] {
  return [
    {
      name: 'what',
      header: t('bookings:field.what'),
      cell: (row) => <RowLink place={`bookings/${row.id}`}>{sayBooking(t, row)}</RowLink>,
      csv: (row) => sayBooking(t, row),
    },
    {
      name: 'when',
      header: t('bookings:field.when'),
      sort: 'starts',
      // Not an element of time: the day may stand above its hours, and leaves the space its room.
      cell: (row) => <bdi>{saySpan(row.startsAt, row.endsAt, locale, row.timezone)}</bdi>,
      csv: (row) => saySpan(row.startsAt, row.endsAt, locale, row.timezone),
    },
    {
      name: 'space',
      header: t('bookings:field.space'),
      isProse: true,
      cell: (row) => <RowLink place={`spaces/${row.spaceId}`}>{row.space}</RowLink>,
      csv: (row) => row.space,
    },
    {
      name: 'organisation',
      header: t('bookings:field.organisation'),
      isProse: true,
      cell: (row) => <Own>{row.organisation}</Own>,
      csv: (row) => row.organisation,
    },
    // Most bookings are called by their initiative: beside that name it would stand twice.
    {
      name: 'initiative',
      header: t('bookings:field.initiative'),
      isProse: true,
      csv: (row) => row.initiative,
    },
    {
      name: 'status',
      header: t('bookings:field.status'),
      isPlain: true,
      cell: (row) => <BookingBadge status={row.status} />,
      csv: (row) => t(`bookings:status.${row.status}`),
    },
    {
      name: 'attendance',
      header: t('bookings:field.attendance'),
      count: (row) => row.attendance,
    },
  ]
}
