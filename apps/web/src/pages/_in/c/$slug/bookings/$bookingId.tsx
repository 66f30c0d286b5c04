import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { History } from '../../../../../activity/history.tsx'
import { BookingView } from '../../../../../bookings/booking-view.tsx'
import { sayBooking } from '../../../../../bookings/booking-words.tsx'
import { bookingQuery } from '../../../../../bookings/bookings.queries.ts'
import { Faces } from '../../../../../ui/faces.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { Section } from '../../../../../ui/section.tsx'
import { Own } from '../../../../../ui/shown.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/bookings/$bookingId')({
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug, bookingId } = Route.useParams()
  const { community } = Route.useRouteContext()
  const up = (
    <UpLink to="/c/$slug/bookings" params={{ slug }}>
      {t('bookings:title')}
    </UpLink>
  )
  return (
    <Faces query={useQuery(bookingQuery(community.id, bookingId))} up={up}>
      {(booking) => (
        <>
          <PageHeader title={sayBooking(t, booking)} heading={<Own>{sayBooking(t, booking)}</Own>} parent={up} />
          <BookingView
            booking={booking}
            history={
              <Section title={t('bookings:history')}>
                <History objectId={bookingId} />
              </Section>
            }
          />
        </>
      )}
    </Faces>
  )
}
