import { useQuery } from '@tanstack/react-query'
import { CommunityLink } from '../session/community-link.tsx'
import { useCommunity, useToday } from '../session/community.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { Rows } from '../ui/rows.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { BookingBadge } from './booking-badge.tsx'
import { BookingTime } from './booking-words.tsx'
import { bookingsOfInitiative } from './bookings.queries.ts'
import '../words/of/bookings.ts'

/** What is booked for an initiative: what comes, then what was, each with the way to it. */
export function BookingsOfInitiative({ initiativeId }: { initiativeId: string }) {
  const { t } = useWords()
  const { id } = useCommunity()
  const query = useQuery(bookingsOfInitiative(id, initiativeId, useToday()))
  return (
    <Faces query={query} loading={<Loading lines={3} />}>
      {({ ahead, past }) => (
        <Rows
          empty={t('bookings:emptyOfInitiative')}
          rows={[...ahead, ...past].map((row) => ({
            key: row.id,
            title: (
              <CommunityLink place={`bookings/${row.id}`}>
                <BookingTime of={row} />
              </CommunityLink>
            ),
            detail: (
              <>
                {past.includes(row) && <>{t('bookings:when.past')} · </>}
                <CommunityLink place={`spaces/${row.spaceId}`}>
                  <Own>{row.space}</Own>
                </CommunityLink>
                {'\u00a0· '}
                <Own>{row.title ?? row.organisation}</Own>
              </>
            ),
            action: <BookingBadge status={row.status} />,
          }))}
        />
      )}
    </Faces>
  )
}
