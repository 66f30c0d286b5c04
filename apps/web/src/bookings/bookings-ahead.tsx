import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCommunity, useToday } from '../session/community.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { Rows } from '../ui/rows.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { BookingBadge } from './booking-badge.tsx'
import { BookingTime, sayBooking } from './booking-words.tsx'
import { bookingsAhead } from './bookings.queries.ts'
import '../words/of/bookings.ts'

/** What is booked of a space from today on. */
export function BookingsAhead({ spaceId }: { spaceId: string }) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  return (
    <Faces query={useQuery(bookingsAhead(id, spaceId, useToday()))} loading={<Loading lines={4} />}>
      {({ items }) => (
        <Rows
          empty={t('bookings:emptyAhead')}
          rows={items.map((row) => ({
            key: row.id,
            title: (
              <Link to="/c/$slug/bookings/$bookingId" params={{ slug, bookingId: row.id }}>
                <Own>{sayBooking(t, row)}</Own>
              </Link>
            ),
            detail: (
              <>
                <BookingTime of={row} />
                {'\u00a0· '}
                <Own>{row.organisation}</Own>
              </>
            ),
            action: <BookingBadge status={row.status} />,
          }))}
        />
      )}
    </Faces>
  )
}
