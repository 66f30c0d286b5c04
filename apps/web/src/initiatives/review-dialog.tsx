import type { Initiative } from '@commonweal/contracts/initiatives'
import { reviewInitiative } from '@commonweal/domain/initiatives/initiative'
import { addDays } from '@commonweal/domain/values/day'
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { useReviewInitiative } from './initiatives.queries.ts'
import '../words/of/common.ts'
import '../words/of/initiatives.ts'
import '../words/of/problems.ts'

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
      const ruling = reviewInitiative(initiative.state, { on, nextOn, note }, today)
      if (ruling.allowed || ruling.problem === 'initiative-ended') return {}
      return { [fieldOfProblem[ruling.problem]]: t(`problems:${ruling.problem}`) }
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
    <Dialog title={t('initiatives:review.title')} lead={<Own>{initiative.title}</Own>} onClose={onClose}>
      <form noValidate onSubmit={send}>
        <Stack>
          <FormProblem error={review.error} atFields={fieldOfProblem} />
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
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={review.isPending}>
              {t('initiatives:review.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
