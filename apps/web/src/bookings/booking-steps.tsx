import type { Booking } from '@commonweal/contracts/bookings'
import type { BookingVerb } from '@commonweal/domain/bookings/booking'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../session/community.tsx'
import { useWords } from '../words/words.tsx'
import { BookingStepDialog } from './booking-step-dialog.tsx'
import classes from './booking-steps.module.css'
import '../words/of/bookings.ts'

export type ShownVerb = Exclude<BookingVerb, 'hold' | 'request'>

/** Whose word each step is: the host answers requests, those who booked confirm what they held, both may do the rest. */
const ownersOf = (verb: ShownVerb, { organisationId, hostId }: Booking): string[] => {
  const host = hostId === null ? [] : [hostId]
  if (verb === 'approve' || verb === 'decline') return host
  return verb === 'confirm' ? [organisationId] : [organisationId, ...host]
}

const main: readonly ShownVerb[] = ['confirm', 'approve', 'attend']

/** The steps that are possible now and that I may take. */
export function BookingSteps({ booking }: { booking: Booking }) {
  const { t } = useWords()
  const may = useMay()
  const [verb, setVerb] = useState<ShownVerb | null>(null)
  const verbs = booking.possibleVerbs
    .filter((one): one is ShownVerb => one !== 'hold' && one !== 'request')
    .filter((one) => may(one === 'confirm' ? 'bookings:request' : `bookings:${one}`, ownersOf(one, booking)))
  return (
    <>
      {verbs.length > 0 && (
        <div className={classes.steps} data-no-print>
          {verbs.map((one) => (
            <Button key={one} size="sm" variant={main.includes(one) ? 'light' : 'default'} onClick={() => setVerb(one)}>
              {t(`bookings:step.${one === 'attend' && booking.status === 'attended' ? 'attendAgain' : one}`)}
            </Button>
          ))}
        </div>
      )}
      {verb && <BookingStepDialog booking={booking} verb={verb} onClose={() => setVerb(null)} />}
    </>
  )
}
