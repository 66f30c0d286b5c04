import type { Milestone } from '@commonweal/contracts/milestones'
import { settleMilestone } from '@commonweal/domain/milestones/milestone'
import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField, errorsOfRuling } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useStepMilestone } from './milestones.queries.ts'
import '../words/of/common.ts'
import '../words/of/milestones.ts'

const fieldOfProblem = { 'reason-missing': 'note', 'step-in-future': 'on' } as const

interface Props {
  readonly milestone: Milestone
  readonly verb: 'reach' | 'drop'
  readonly onClose: () => void
}

/** Asks for the day and what to say of it; the same rule judges here and on the server. */
export function SettleDialog({ milestone, verb, onClose }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const step = useStepMilestone(community.id, milestone.id)
  const { title } = milestone
  const form = useForm({
    initialValues: { on: today, note: '' },
    validate: ({ on, note }) =>
      on
        ? errorsOfRuling(t, settleMilestone(milestone, verb, { on, note }, today), fieldOfProblem)
        : { on: t('common:form.field.day') },
  })
  const send = form.onSubmit(({ on, note }) =>
    step.mutate(
      { verb, on, note: note.trim() || null },
      {
        onSuccess: () => {
          announce(t(verb === 'reach' ? 'milestones:reached' : 'milestones:dropped', { title }))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    ),
  )
  const isDrop = verb === 'drop'
  return (
    <FormDialog
      title={t(isDrop ? 'milestones:dropTitle' : 'milestones:reachTitle', { title })}
      lead={isDrop ? t('milestones:dropLead') : undefined}
      error={step.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={step.isPending}
      action={t(isDrop ? 'milestones:drop' : 'milestones:reach')}
      onClose={onClose}
    >
      <TextInput
        type="date"
        required
        data-autofocus
        max={today}
        label={t('milestones:on')}
        {...form.getInputProps('on')}
      />
      <Textarea
        required={isDrop}
        maxLength={4000}
        label={
          isDrop ? t('milestones:dropReason') : t('common:form.optionalLabel', { label: t('milestones:reachNote') })
        }
        {...form.getInputProps('note')}
      />
    </FormDialog>
  )
}
