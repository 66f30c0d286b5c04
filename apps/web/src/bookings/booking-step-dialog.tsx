import type { Booking } from '@commonweal/contracts/bookings'
import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/words.tsx'
import type { ShownVerb } from './booking-steps.tsx'
import { sayBooking } from './booking-words.tsx'
import { useStepBooking, type BookingStep } from './bookings.queries.ts'
import '../words/of/bookings.ts'
import '../words/of/common.ts'
import '../words/of/problems.ts'

const fieldOfProblem = { 'reason-missing': 'reason' } as const

interface Props {
  readonly booking: Booking
  readonly verb: ShownVerb
  readonly onClose: () => void
}

/** Asks for what a step needs to be told: a reason, a head count, or only a yes. */
export function BookingStepDialog({ booking, verb, onClose }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const announce = useAnnounce()
  const step = useStepBooking(id, booking.id)
  const asksReason = verb === 'decline' || verb === 'cancel' || verb === 'release'
  const owesReason = verb === 'decline' || (verb === 'cancel' && booking.status === 'confirmed')

  const form = useForm({
    initialValues: { reason: '', attendance: String(booking.attendance ?? booking.expectedAttendance ?? '') },
    validate: {
      reason: (reason) => (owesReason && !reason.trim() ? t('problems:reason-missing') : null),
      attendance: (heads) =>
        verb === 'attend' && !/^[1-9]\d{0,6}$/.test(heads.trim()) ? t('common:form.field.required') : null,
    },
  })

  const stepOf = (values: { reason: string; attendance: string }): BookingStep => {
    if (verb === 'confirm' || verb === 'approve') return { verb }
    if (verb === 'attend') return { verb, attendance: Number(values.attendance) }
    return { verb, reason: values.reason.trim() || null }
  }

  const send = form.onSubmit((values) =>
    step.mutate(stepOf(values), {
      onSuccess: (after) => {
        const title = sayBooking(t, after)
        announce(t('bookings:stepDone', { title, status: t(`bookings:status.${after.status}`) }))
        onClose()
      },
      onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
    }),
  )

  return (
    <FormDialog
      title={t('bookings:stepTitle', { step: t(`bookings:step.${verb}`), title: sayBooking(t, booking) })}
      lead={t(`bookings:stepBody.${verb}`)}
      error={step.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={step.isPending}
      action={t(`bookings:step.${verb}`)}
      onClose={onClose}
    >
      {verb === 'attend' && (
        <TextInput
          required
          data-autofocus
          inputMode="numeric"
          label={t('bookings:heads')}
          {...form.getInputProps('attendance')}
        />
      )}
      {asksReason && (
        <Textarea
          data-autofocus
          required={owesReason}
          label={owesReason ? t('bookings:reason') : t('common:form.optionalLabel', { label: t('bookings:reason') })}
          description={t('bookings:reasonHint')}
          maxLength={4000}
          {...form.getInputProps('reason')}
        />
      )}
    </FormDialog>
  )
}
