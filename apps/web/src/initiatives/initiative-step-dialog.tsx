import type { Initiative } from '@commonweal/contracts/initiatives'
import {
  initiativeSteps,
  isEnded,
  stepInitiative,
  type InitiativeVerb,
} from '@commonweal/domain/initiatives/initiative'
import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField, errorsOfRuling } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { useStepInitiative } from './initiatives.queries.ts'
import '../words/of/common.ts'
import '../words/of/initiatives.ts'

const fieldOfProblem = {
  'reason-missing': 'reason',
  'step-before-last-step': 'on',
  'step-in-future': 'on',
  'dates-in-wrong-order': 'on',
} as const

interface Props {
  readonly initiative: Initiative
  readonly verb: InitiativeVerb
  readonly onClose: () => void
}

/** Asks for the day, the reason and, at an end, outcome and lesson; the same rule judges here and on the server. */
export function InitiativeStepDialog({ initiative, verb, onClose }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const step = useStepInitiative(id, initiative.id, verb)
  const last = { state: initiative.state, on: initiative.stateSince }
  const judge = (on: string, reason: string | null) =>
    stepInitiative(last, verb, { on, reason, outcome: null, lesson: null }, today)

  const form = useForm({
    initialValues: { on: today, reason: '', outcome: '', lesson: '' },
    validate: ({ on, reason }) =>
      on ? errorsOfRuling(t, judge(on, reason), fieldOfProblem) : { on: t('common:form.field.day') },
  })

  const send = form.onSubmit(({ on, reason, outcome, lesson }) =>
    step.mutate(
      {
        on,
        reason: reason.trim() || null,
        outcome: outcome.trim() || null,
        lesson: lesson.trim() || null,
      },
      {
        onSuccess: ({ title, state }) => {
          announce(t('initiatives:stepDone', { title, state: t(`initiatives:state.${state}`) }))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    ),
  )

  const unreasoned = judge(today, null)
  const needsReason = !unreasoned.allowed && unreasoned.problem === 'reason-missing'
  const labelOf = (label: string, isNeeded: boolean) => (isNeeded ? label : t('common:form.optionalLabel', { label }))

  return (
    <FormDialog
      title={
        <>
          {t(`initiatives:step.${verb}`)}: <Own>{initiative.title}</Own>
        </>
      }
      lead={t(`initiatives:stepBody.${verb}`)}

      error={step.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={step.isPending}
      action={t(`initiatives:step.${verb}`)}
      onClose={onClose}
    >
      <TextInput
        type="date"
        required
        data-autofocus
        label={t('initiatives:stepOn')}
        max={today}
        min={initiative.stateSince ?? undefined}
        {...form.getInputProps('on')}
      />
      <Textarea
        required={needsReason}
        label={labelOf(t('initiatives:stepReason'), needsReason)}
        description={t('initiatives:stepReasonHint')}
        maxLength={4000}
        {...form.getInputProps('reason')}
      />
      {isEnded(initiativeSteps[verb].to) && (
        <>
          <Textarea
            label={labelOf(t('initiatives:field.outcome'), false)}
            description={t('initiatives:stepOutcomeHint')}
            maxLength={4000}
            {...form.getInputProps('outcome')}
          />
          <Textarea
            label={labelOf(t('initiatives:stepLesson'), false)}
            description={t('initiatives:stepLessonHint')}
            maxLength={4000}
            {...form.getInputProps('lesson')}
          />
        </>
      )}
    </FormDialog>
  )
}
