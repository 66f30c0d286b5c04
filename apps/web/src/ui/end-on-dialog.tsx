import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useToday } from '../session/community.tsx'
import { useWords } from '../words/words.tsx'
import { useAnnounce } from './announcements.tsx'
import { errorsByField } from './form-errors.ts'
import { FormDialog } from './form-dialog.tsx'
import '../words/of/common.ts'

const fieldOfProblem = { 'dates-in-wrong-order': 'on' } as const

interface Props {
  readonly title: string
  readonly lead?: string
  /** What the day is called. */
  readonly label: string
  /** The day it began; null where nobody knows. */
  readonly from: string | null
  readonly end: {
    readonly mutate: (on: string, then: { onSuccess: () => void; onError: (error: unknown) => void }) => void
    readonly error: unknown
    readonly isPending: boolean
  }
  readonly action: string
  /** What is said when it has ended. */
  readonly done: string
  readonly onClose: () => void
}

/** Asks for the day on which something ends that goes on: taking part, coordinating, acting for an organisation. */
export function EndOnDialog({ title, lead, label, from, end, action, done, onClose }: Props) {
  const { t } = useWords()
  const today = useToday()
  const announce = useAnnounce()
  const form = useForm({
    initialValues: { on: today },
    validate: { on: (value) => (value ? null : t('common:form.field.day')) },
  })
  const send = form.onSubmit(({ on }) =>
    end.mutate(on, {
      onSuccess: () => {
        announce(done)
        onClose()
      },
      onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
    }),
  )
  return (
    <FormDialog
      title={title}
      lead={lead}
      error={end.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={end.isPending}
      action={action}
      onClose={onClose}
    >
      <TextInput
        type="date"
        required
        data-autofocus
        label={label}
        min={from ?? undefined}
        {...form.getInputProps('on')}
      />
    </FormDialog>
  )
}
