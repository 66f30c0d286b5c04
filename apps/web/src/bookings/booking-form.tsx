import type { Booking } from '@commonweal/contracts/bookings'
import { instantOf, wallTimeOf } from '@commonweal/domain/spaces/wall-time'
import { verbOfRequest } from '@commonweal/domain/bookings/booking'
import { addDays } from '@commonweal/domain/values/day'
import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { isProblem } from '../http/problem-error.ts'
import { useCommunity } from '../session/community.tsx'
import { saySpan } from '../time/spans.ts'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import type { ThingField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { sayBooking } from './booking-words.tsx'
import { useRequestBooking } from './bookings.queries.ts'
import '../words/of/bookings.ts'
import '../words/of/common.ts'

interface BookedSpace {
  readonly id: string
  readonly name: string
  readonly timezone: string
  readonly needsApproval: boolean
  readonly host: { readonly id: string } | null
}

interface Props {
  readonly space: BookedSpace
  readonly startsAt: Date
  readonly endsAt: Date
  readonly initiativeField: ThingField
  /** The one a time is sought for. */
  readonly initiativeId?: string | undefined
  /** Chooses for whom one books. */
  readonly organisationField: ThingField
  readonly organisationId: string
  readonly onClose: () => void
  readonly onBooked: (booking: Booking) => void
}

const fieldOfProblem = {
  'dates-in-wrong-order': 'endTime',
  'booking-in-past': 'day',
  'booking-too-short': 'endTime',
  'booking-too-long': 'endTime',
  'booking-too-far-ahead': 'day',
  'space-not-offered': 'day',
  'space-closed': 'startTime',
  'space-too-small': 'expected',
  'space-already-booked': 'startTime',
  'initiative-ended': 'initiativeId',
  'initiative-unknown': 'initiativeId',
  'organisation-unknown': 'organisationId',
} as const

/** Books a time of a space: for whom, for what; the time can still be moved, by the clock of the space. */
export function BookingForm(props: Props) {
  const {
    space,
    startsAt,
    endsAt,
    initiativeField: InitiativeField,
    organisationField: OrganisationField,
    onClose,
    onBooked,
  } = props
  const { t } = useWords()
  const community = useCommunity()
  const announce = useAnnounce()
  const request = useRequestBooking(community.id, space.id)
  const clock = (at: Date) => writeClock(at, space.timezone)
  const form = useForm({
    initialValues: {
      day: clock(startsAt).day,
      startTime: clock(startsAt).time,
      endTime: clock(endsAt).time,
      organisationId: props.organisationId,
      initiativeId: props.initiativeId ?? '',
      title: '',
      message: '',
      expected: '',
    },
    validate: {
      day: (day) => (day ? null : t('common:form.field.day')),
      startTime: (time) => (time ? null : t('common:form.field.required')),
      endTime: (time) => (time ? null : t('common:form.field.required')),
      organisationId: (chosen) => (chosen ? null : t('common:form.field.choice')),
      expected: (heads) => (/^([1-9]\d{0,6})?$/.test(heads.trim()) ? null : t('common:form.field.format')),
    },
  })
  const { day, startTime, endTime, organisationId } = form.values
  const endsNextDay = endTime !== '' && endTime <= startTime
  const actsFor = community.organisations.map(({ id }) => id)
  const asks = verbOfRequest({ ...space, hostId: space.host?.id ?? null }, organisationId, actsFor) === 'request'
  const lengthMs = endsAt.getTime() - startsAt.getTime()

  const take = (start: Date) => {
    request.reset()
    form.setErrors({})
    form.setValues({
      day: clock(start).day,
      startTime: clock(start).time,
      endTime: clock(new Date(start.getTime() + lengthMs)).time,
    })
  }

  const send = form.onSubmit((values) => {
    const lastDay = endsNextDay ? addDays(day, 1) : day
    request.mutate(
      {
        organisationId: values.organisationId,
        initiativeId: values.initiativeId || null,
        startsAt: instantOf(day, minuteOf(startTime), space.timezone).toISOString(),
        endsAt: instantOf(lastDay, minuteOf(endTime), space.timezone).toISOString(),
        title: values.title.trim() || null,
        message: values.message.trim() || null,
        expectedAttendance: values.expected.trim() ? Number(values.expected) : null,
      },
      {
        onSuccess: (booking) => {
          const title = sayBooking(t, booking)
          announce(t(booking.status === 'requested' ? 'bookings:form.doneAsked' : 'bookings:form.done', { title }))
          onBooked(booking)
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    )
  })

  return (
    <FormDialog
      title={t('bookings:form.title', { space: space.name })}
      lead={t('bookings:form.free', { zone: space.timezone })}
      error={request.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={request.isPending}
      action={t(asks ? 'bookings:form.submitAsk' : 'bookings:form.submit')}
      onClose={onClose}
    >
      {isProblem(request.error, 'space-already-booked') && (
        <Alternatives
          starts={request.error.facts['alternatives']}
          timezone={space.timezone}
          lengthMs={lengthMs}
          onTake={take}
        />
      )}
      <TextInput required type="date" label={t('bookings:field.date')} {...form.getInputProps('day')} />
      <Group grow align="start">
        <TextInput required type="time" label={t('bookings:field.startsAt')} {...form.getInputProps('startTime')} />
        <TextInput
          required
          type="time"
          label={t('bookings:field.endsAt')}
          description={endsNextDay ? t('bookings:form.endsNextDay') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('endTime')}
        />
      </Group>
      <OrganisationField
        isRequired
        label={t('bookings:field.organisation')}
        {...form.getInputProps('organisationId')}
      />
      <InitiativeField
        label={t('common:form.optionalLabel', { label: t('bookings:field.initiative') })}
        {...form.getInputProps('initiativeId')}
      />
      <TextInput
        data-autofocus
        maxLength={200}
        label={t('common:form.optionalLabel', { label: t('bookings:field.title') })}
        description={t('bookings:field.titleHint')}
        {...form.getInputProps('title')}
      />
      <TextInput
        inputMode="numeric"
        label={t('common:form.optionalLabel', { label: t('bookings:field.expected') })}
        {...form.getInputProps('expected')}
      />
      <Textarea
        maxLength={4000}
        label={t('common:form.optionalLabel', { label: t('bookings:field.message') })}
        description={t('bookings:concerned')}
        {...form.getInputProps('message')}
      />
      {asks && <p>{t('bookings:form.asked')}</p>}
    </FormDialog>
  )
}

interface AlternativesProps {
  readonly starts: unknown
  readonly timezone: string
  readonly lengthMs: number
  readonly onTake: (start: Date) => void
}

/** The nearest starts at which the same length fits, as the server named them. */
function Alternatives({ starts, timezone, lengthMs, onTake }: AlternativesProps) {
  const { t, locale } = useWords()
  const offered = Array.isArray(starts) ? starts.map((one) => new Date(String(one))) : []
  if (offered.length === 0) return null
  return (
    <div role="group" aria-label={t('bookings:form.alternatives')}>
      <p>{t('bookings:form.alternatives')}</p>
      <Group gap="xs" mt="xs">
        {offered.map((start) => (
          <Button key={start.toISOString()} size="sm" variant="light" onClick={() => onTake(start)}>
            {saySpan(start, new Date(start.getTime() + lengthMs), locale, timezone)}
          </Button>
        ))}
      </Group>
    </div>
  )
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

function writeClock(at: Date, timezone: string): { day: string; time: string } {
  const { day, minute } = wallTimeOf(at, timezone)
  return { day, time: `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` }
}
