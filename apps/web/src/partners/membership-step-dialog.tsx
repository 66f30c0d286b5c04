import type { Partner } from '@commonweal/contracts/partners'
import { stepMembership, type MembershipVerb } from '@commonweal/domain/partners/membership'
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import { useStepPartner } from './partners.queries.ts'
import '../words/of/common.ts'
import '../words/of/partners.ts'
import '../words/of/problems.ts'

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
    validate: ({ on, reason }) => {
      if (!on) return { on: t('common:form.field.day') }
      const ruling = judge(on, reason)
      if (ruling.allowed || !(ruling.problem in fieldOfProblem)) return {}
      const problem = ruling.problem as keyof typeof fieldOfProblem
      return { [fieldOfProblem[problem]]: t(`problems:${problem}`) }
    },
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
    <Dialog
      title={t(`partners:stepTitle.${verb}`, { name: partner.name })}
      lead={t(`partners:stepBody.${verb}`)}
      onClose={onClose}
    >
      <form noValidate onSubmit={send}>
        <Stack>
          <FormProblem error={step.error} atFields={fieldOfProblem} />
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
              needsReason
                ? t('partners:stepReason')
                : t('common:form.optionalLabel', { label: t('partners:stepReason') })
            }
            description={t('partners:stepReasonHint')}
            maxLength={4000}
            {...form.getInputProps('reason')}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={step.isPending} {...(verb === 'exclude' ? { color: 'red' } : {})}>
              {t(`partners:step.${verb}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
