import type { Pledge } from '@commonweal/contracts/pledges'
import { stepPledge, type PledgeVerb } from '@commonweal/domain/pledges/pledge'
import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField, errorsOfRuling } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useStepPledge } from './pledges.queries.ts'
import '../words/of/common.ts'
import '../words/of/pledges.ts'

const fieldOfProblem = { 'reason-missing': 'reason', 'step-before-last-step': 'on', 'step-in-future': 'on' } as const

interface Props {
  readonly pledge: Pledge
  readonly verb: PledgeVerb
  readonly onClose: () => void
}

/** Asks for the day and the reason of one step; the same rule judges here and on the server. */
export function PledgeStepDialog({ pledge, verb, onClose }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const step = useStepPledge(id, pledge.id, verb)
  const last = { status: pledge.status, on: pledge.steps.at(-1)?.on ?? null }
  const judge = (on: string, reason: string | null) => stepPledge(last, verb, { on, reason }, today)

  const form = useForm({
    initialValues: { on: today, reason: '' },
    validate: ({ on, reason }) =>
      on ? errorsOfRuling(t, judge(on, reason), fieldOfProblem) : { on: t('common:form.field.day') },
  })

  const send = form.onSubmit(({ on, reason }) =>
    step.mutate(
      { on, reason: reason.trim() || null, revision: pledge.revision },
      {
        onSuccess: ({ status }) => {
          announce(t('pledges:stepDone', { status: t(`pledges:status.${status}`) }))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    ),
  )

  const unreasoned = judge(today, null)
  const owesReason = !unreasoned.allowed && unreasoned.problem === 'reason-missing'
  const label = t('pledges:stepReason')

  return (
    <FormDialog
      title={t(`pledges:step.${verb}`)}
      lead={t(`pledges:stepBody.${verb}`)}
      error={step.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={step.isPending}
      action={t(`pledges:step.${verb}`)}
      isDangerous={verb === 'write-off'}
      onClose={onClose}
    >
      <TextInput
        type="date"
        required
        data-autofocus
        label={t('pledges:stepOn')}
        max={today}
        min={last.on ?? undefined}
        {...form.getInputProps('on')}
      />
      <Textarea
        required={owesReason}
        label={owesReason ? label : t('common:form.optionalLabel', { label })}
        maxLength={4000}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  )
}
