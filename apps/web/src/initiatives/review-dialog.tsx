import type { Initiative } from '@commonweal/contracts/initiatives'
import { reviewInitiative } from '@commonweal/domain/initiatives/initiative'
import { addDays } from '@commonweal/domain/values/day'
import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField, errorsOfRuling } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { useReviewInitiative } from './initiatives.queries.ts'
import '../words/of/common.ts'
import '../words/of/initiatives.ts'

const HALF_A_YEAR_DAYS = 182
const fieldOfProblem = { 'step-in-future': 'on', 'dates-in-wrong-order': 'nextOn' } as const

/** It was looked at together and goes on: when, until when, and what was found. */
export function ReviewDialog({ initiative, onClose }: { initiative: Initiative; onClose: () => void }) {
  const { t } = useWords()
  const community = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const review = useReviewInitiative(community.id, initiative.id)
  const form = useForm({
    initialValues: { on: today, nextOn: addDays(today, HALF_A_YEAR_DAYS), note: '' },
    validate: ({ on, nextOn, note }) => {
      if (!on) return { on: t('common:form.field.day') }
      if (!nextOn) return { nextOn: t('common:form.field.day') }
      return errorsOfRuling(t, reviewInitiative(initiative.state, { on, nextOn, note }, today), fieldOfProblem)
    },
  })
  const send = form.onSubmit(({ on, nextOn, note }) =>
    review.mutate(
      { on, nextOn, note: note.trim() || null },
      {
        onSuccess: ({ title }) => {
          announce(t('initiatives:review.done', { title }))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    ),
  )
  return (
    <FormDialog
      title={t('initiatives:review.title')}
      lead={<Own>{initiative.title}</Own>}
      error={review.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={review.isPending}
      action={t('initiatives:review.submit')}
      onClose={onClose}
    >
      <TextInput
        type="date"
        required
        data-autofocus
        max={today}
        label={t('initiatives:review.on')}
        {...form.getInputProps('on')}
      />
      <TextInput type="date" required label={t('initiatives:review.nextOn')} {...form.getInputProps('nextOn')} />
      <Textarea
        maxLength={4000}
        label={t('common:form.optionalLabel', { label: t('initiatives:review.note') })}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  )
}
