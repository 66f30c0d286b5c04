import type { Partner } from '@commonweal/contracts/partners'
import { stepMembership, type MembershipVerb } from '@commonweal/domain/partners/membership'
import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField, errorsOfRuling } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useStepPartner } from './partners.queries.ts'
import '../words/of/common.ts'
import '../words/of/partners.ts'

const fieldOfProblem = { 'reason-missing': 'reason', 'step-before-last-step': 'on', 'step-in-future': 'on' } as const

interface Props {
  readonly partner: Partner
  readonly verb: MembershipVerb
  readonly onClose: () => void
}

/** Asks for the day and the reason of one step; the same rule judges here and on the server. */
export function MembershipStepDialog({ partner, verb, onClose }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const step = useStepPartner(community.id, partner.id, verb)
  const last = partner.state ? { state: partner.state, on: partner.stateSince } : null
  const judge = (on: string, reason: string | null) => stepMembership(last, verb, on, reason, today)

  const form = useForm({
    initialValues: { on: today, reason: '' },
    validate: ({ on, reason }) =>
      on ? errorsOfRuling(t, judge(on, reason), fieldOfProblem) : { on: t('common:form.field.day') },
  })

  const send = form.onSubmit(({ on, reason }) =>
    step.mutate(
      { on, reason: reason.trim() || null },
      {
        onSuccess: ({ name, state }) => {
          announce(t('partners:stepDone', { name, state: t(`partners:state.${state ?? 'none'}`) }))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    ),
  )

  const unreasoned = judge(today, null)
  const needsReason = !unreasoned.allowed && unreasoned.problem === 'reason-missing'

  return (
    <FormDialog
      title={t(`partners:stepTitle.${verb}`, { name: partner.name })}
      lead={t(`partners:stepBody.${verb}`)}
      error={step.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={step.isPending}
      action={t(`partners:step.${verb}`)}
      isDangerous={verb === 'exclude'}
      onClose={onClose}
    >
      <TextInput
        type="date"
        required
        data-autofocus
        label={t('partners:stepOn')}
        max={today}
        min={partner.stateSince ?? undefined}
        {...form.getInputProps('on')}
      />
      <Textarea
        required={needsReason}
        label={
          needsReason ? t('partners:stepReason') : t('common:form.optionalLabel', { label: t('partners:stepReason') })
        }
        description={t('partners:stepReasonHint')}
        maxLength={4000}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  )
}
