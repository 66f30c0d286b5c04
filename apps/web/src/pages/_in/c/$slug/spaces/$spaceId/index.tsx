import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { History } from '../../../../../../activity/history.tsx'
import { BookingForm } from '../../../../../../bookings/booking-form.tsx'
import { BookingsAhead } from '../../../../../../bookings/bookings-ahead.tsx'
import { SpaceWeek } from '../../../../../../calendars/space-week.tsx'
import { readWeekSearch } from '../../../../../../calendars/week-search.ts'
import { useMay } from '../../../../../../session/community.tsx'
import { SpaceView, WithdrawalNote } from '../../../../../../spaces/space-view.tsx'
import { WithdrawSpace } from '../../../../../../spaces/withdraw-space.tsx'
import { spaceQuery } from '../../../../../../spaces/spaces.queries.ts'
import { Faces } from '../../../../../../ui/faces.tsx'
import { LinkButton } from '../../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../../ui/page-header.tsx'
import { Section } from '../../../../../../ui/section.tsx'
import { Own } from '../../../../../../ui/shown.tsx'
import { UpLink } from '../../../../../../ui/up-link.tsx'
import { LivingInitiativeField } from '../../-initiative-field.tsx'
import { useInNameOf } from '../../-organisation-field.tsx'
import { useWords } from '../../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/spaces/$spaceId/')({
  validateSearch: readWeekSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug, spaceId } = Route.useParams()
  const { community } = Route.useRouteContext()
  const { week, initiativeId } = Route.useSearch()
  const navigate = Route.useNavigate()
  const may = useMay()
  const { field: OrganisationField, own, isForAll } = useInNameOf('bookings:request')
  const [chosen, setChosen] = useState<{ startsAt: Date; endsAt: Date } | null>(null)
  const openBooking = (bookingId: string) =>
    void navigate({ to: '/c/$slug/bookings/$bookingId', params: { slug, bookingId } })
  const up = (
    <UpLink to="/c/$slug/spaces" params={{ slug }}>
      {t('spaces:title')}
    </UpLink>
  )
  return (
    <Faces query={useQuery(spaceQuery(community.id, spaceId))} up={up}>
      {(space) => (
        <>
          <PageHeader
            title={space.name}
            heading={<Own>{space.name}</Own>}
            parent={up}
            actions={
              <>
                {may('spaces:edit', hostOf(space)) && (
                  <LinkButton to="/c/$slug/spaces/$spaceId/edit" params={{ slug, spaceId }} variant="default">
                    {t('spaces:edit.action')}
                  </LinkButton>
                )}
                {may('spaces:withdraw', hostOf(space)) && <WithdrawSpace space={space} />}
              </>
            }
          />
          <WithdrawalNote space={space} />
          <SpaceView
            space={space}
            week={
              <Section title={t('spaces:week')}>
                <SpaceWeek
                  space={space}
                  week={week}
                  mayBook={may('bookings:request') && (isForAll || own.length > 0)}
                  onWeek={(to) =>
                    void navigate({
                      search: { ...(to ? { week: to } : {}), ...(initiativeId ? { initiativeId } : {}) },
                      replace: true,
                      resetScroll: false,
                    })
                  }
                  onChoose={(startsAt, endsAt) => setChosen({ startsAt, endsAt })}
                  onOpen={openBooking}
                />
                {chosen && (
                  <BookingForm
                    space={space}
                    {...chosen}
                    initiativeField={LivingInitiativeField}
                    initiativeId={initiativeId}
                    organisationField={OrganisationField}
                    organisationId={own[0]?.id ?? ''}
                    onClose={() => setChosen(null)}
                    onBooked={({ id }) => openBooking(id)}
                  />
                )}
              </Section>
            }
            bookings={
              <Section
                title={t('spaces:bookings')}
                actions={
                  <LinkButton to="/c/$slug/bookings" params={{ slug }} search={{ spaceId }} variant="default" size="sm">
                    {t('spaces:allBookings')}
                  </LinkButton>
                }
              >
                <BookingsAhead spaceId={spaceId} />
              </Section>
            }
            history={
              <Section title={t('spaces:history')}>
                <History objectId={spaceId} />
              </Section>
            }
          />
        </>
      )}
    </Faces>
  )
}

const hostOf = ({ host }: { host: { id: string } | null }) => (host ? [host.id] : [])
