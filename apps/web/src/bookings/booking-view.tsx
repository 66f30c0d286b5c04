import type { Booking } from '@commonweal/contracts/bookings'
import { isUncounted } from '@commonweal/domain/bookings/uncounted'
import { useState, type ReactNode } from 'react'
import { CommunityLink } from '../session/community-link.tsx'
import { sayInstant } from '../time/days.ts'
import { Facts } from '../ui/facts.tsx'
import { Columns, Section } from '../ui/section.tsx'
import { Count, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { BookingBadge } from './booking-badge.tsx'
import { BookingSteps } from './booking-steps.tsx'
import { BookingTime } from './booking-words.tsx'
import '../words/of/bookings.ts'
import '../words/of/common.ts'

/** One booking: what, when, where, for whom, and what can become of it. */
export function BookingView({ booking, history }: { booking: Booking; history: ReactNode }) {
  const { t, locale } = useWords()
  const [now] = useState(() => new Date())
  const state = booking.isExpired ? 'expired' : booking.status
  const isOver = isUncounted({ status: booking.status, endsAt: new Date(booking.endsAt) }, now)
  const until = booking.heldUntil ? sayInstant(booking.heldUntil, locale, booking.timezone) : ''
  const { initiativeId, initiative, message, reason, requestedBy, hostId, host } = booking
  return (
    <Columns
      main={
        <Section title={t('bookings:facts')}>
          <Facts
            items={[
              { label: t('bookings:field.when'), value: <BookingTime of={booking} /> },
              {
                label: t('bookings:field.space'),
                value: (
                  <CommunityLink place={`spaces/${booking.spaceId}`}>
                    <Own>{booking.space}</Own>
                  </CommunityLink>
                ),
              },
              {
                label: t('bookings:field.organisation'),
                value: (
                  <CommunityLink place={`partners/${booking.organisationId}`}>
                    <Own>{booking.organisation}</Own>
                  </CommunityLink>
                ),
              },
              {
                label: t('bookings:field.initiative'),
                value:
                  initiativeId && initiative ? (
                    <CommunityLink place={`initiatives/${initiativeId}`}>
                      <Own>{initiative}</Own>
                    </CommunityLink>
                  ) : (
                    t('common:none')
                  ),
              },
              hostId !== null && {
                label: t('bookings:field.host'),
                value: (
                  <CommunityLink place={`partners/${hostId}`}>
                    <Own>{host}</Own>
                  </CommunityLink>
                ),
              },
              { label: t('bookings:field.expected'), value: <Count value={booking.expectedAttendance} /> },
              { label: t('bookings:heads'), value: <Count value={booking.attendance} /> },
              requestedBy && { label: t('bookings:field.requestedBy'), value: <Own>{requestedBy.displayName}</Own> },
              message !== null && { label: t('bookings:field.message'), value: <Own>{message}</Own> },
              reason !== null && { label: t('bookings:field.reason'), value: <Own>{reason}</Own> },
            ]}
          />
        </Section>
      }
      aside={
        <>
          <Section title={t('bookings:field.status')}>
            <p>
              <BookingBadge status={state} />
            </p>
            <p>{t(`bookings:statusBody.${isOver ? 'uncounted' : state}`, { until })}</p>
            <BookingSteps booking={booking} />
          </Section>
          {history}
        </>
      }
    />
  )
}
